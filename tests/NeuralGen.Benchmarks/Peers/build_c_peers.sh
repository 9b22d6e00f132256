#!/usr/bin/env bash
# Writes the networks as C and compiles them into Peers/c, with those of gcc and clang that are installed.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
rm -rf c
mkdir c
dotnet run -c Release --project .. -- c-sources c

# build COMPILER SOURCE VARIANT [FLAG...]: makes a library such as c/4-8-3.gcc.fast-math.loops.so of c/4-8-3.loops.c.
build() {
    local compiler="$1" name variant="$3"
    name="$(basename "$2" .c)"
    "$compiler" -O3 -march=native -fPIC "${@:4}" -c "$2" -o c/network.o

    # A library linked with -ffast-math would turn denormal numbers off in the whole process.
    "$compiler" -shared c/network.o -o "c/${name%.*}.$variant.${name##*.}.so"
    rm c/network.o
}

for compiler in gcc clang; do
    if ! command -v "$compiler" >/dev/null; then
        echo "$compiler is not installed." >&2
        continue
    fi
    "$compiler" --version | head -n 1 >>c/compilers.txt
    for source in c/*.c; do
        echo "$compiler: $source"
        build "$compiler" "$source" "$compiler"
        build "$compiler" "$source" "$compiler.fast-math" -ffast-math
    done
done
