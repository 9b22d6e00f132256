#!/usr/bin/env bash
# Puts the native library of ONNX Runtime into Peers/onnxruntime, from its NuGet package.
set -euo pipefail

version="${1:-1.31.1}"
cd "$(dirname "${BASH_SOURCE[0]}")"
download="$(mktemp -d)"
trap 'rm -rf "$download"' EXIT

dotnet package download "Microsoft.ML.OnnxRuntime@$version" --output "$download" --verbosity quiet
mkdir -p onnxruntime
find "$download" -path '*/linux-x64/native/libonnxruntime.so' -exec cp {} onnxruntime/ \;
test -s onnxruntime/libonnxruntime.so
echo "$version" >onnxruntime/version.txt
