"""Lets TorchSharp's library load where the system's libstdc++ is older than GCC 13, as in Debian 12 and Ubuntu 22.04.

    python3 allow_older_libstdcxx.py .../runtimes/linux-x64/native/libLibTorchSharp.so

The library asks for the symbols of GLIBCXX_3.4.32 and uses none: GCC 13 names one of them wherever <iostream> is included. This
marks what is asked for as weak, so that the system's loader goes on without it. It changes one byte, of the file beside the
program; its time stays, so that the next build leaves the file alone.
"""

import os
import struct
import sys

VERSION = b"GLIBCXX_3.4.32"
VERSIONS_NEEDED = 0x6FFFFFFE
WEAK = 2


def sections(image):
    """The type, offset, size and link of each section of a 64-bit file."""
    start, = struct.unpack_from("<Q", image, 40)
    size, count = struct.unpack_from("<HH", image, 58)
    for number in range(count):
        kind, offset, length, link = struct.unpack_from("<4xI16xQQI", image, start + number * size)
        yield kind, offset, length, link


def needed_versions(image):
    """The offset and the name of each version that the file asks other libraries for."""
    table = list(sections(image))
    for kind, start, _, link in table:
        if kind != VERSIONS_NEEDED:
            continue
        names = table[link][1]
        entry = start
        while True:
            count, first, following = struct.unpack_from("<2xH4xII", image, entry)
            version = entry + first
            for _ in range(count):
                name, step = struct.unpack_from("<8xII", image, version)
                yield version, bytes(image[names + name:image.index(0, names + name)])
                version += step
            if following == 0:
                break
            entry += following


def main():
    path = sys.argv[1]
    with open(path, "rb") as file:
        image = bytearray(file.read())
    for version, name in needed_versions(image):
        if name == VERSION:
            flags, = struct.unpack_from("<H", image, version + 4)
            struct.pack_into("<H", image, version + 4, flags | WEAK)
    times = os.stat(path)
    with open(path, "wb") as file:
        file.write(image)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


if __name__ == "__main__":
    main()
