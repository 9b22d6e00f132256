#!/usr/bin/env bash
# Puts ResNet-18 (MIT licence, Microsoft) into Peers/resnet18, from the package of ML.NET's image featurizer: 46 MB.
set -euo pipefail

version="${1:-0.23.1}"
cd "$(dirname "${BASH_SOURCE[0]}")"
download="$(mktemp -d)"
trap 'rm -rf "$download"' EXIT

dotnet package download "Microsoft.ML.DnnImageFeaturizer.ResNet18@$version" --output "$download" --verbosity quiet
mkdir -p resnet18
find "$download" -name ResNet18.onnx -exec cp {} resnet18/ \;
test -s resnet18/ResNet18.onnx
