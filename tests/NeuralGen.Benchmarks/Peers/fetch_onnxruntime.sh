#!/usr/bin/env bash
# Puts the native library of ONNX Runtime into Peers/onnxruntime, from the package that Node.js applications use.
set -euo pipefail

version="${1:-1.30.0}"
cd "$(dirname "${BASH_SOURCE[0]}")"
download="$(mktemp -d)"
trap 'rm -rf "$download"' EXIT

npm pack --silent --pack-destination "$download" "onnxruntime-node@$version" >/dev/null
archive="$(find "$download" -name '*.tgz')"
library="$(tar tzf "$archive" | grep -E '^package/bin/napi-v[0-9]+/linux/x64/libonnxruntime\.so\.1$')"

mkdir -p onnxruntime
tar xzf "$archive" -O "$library" >onnxruntime/libonnxruntime.so
echo "$version" >onnxruntime/version.txt
