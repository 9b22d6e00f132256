"""Writes the tensors of a PyTorch state dict as a .safetensors file, without the package of that name.

    python torch_to_safetensors.py model.pt digits.safetensors

or, from a program that has the model:

    from torch_to_safetensors import save
    save(model.state_dict(), "digits.safetensors")

A file holds a state dict, or one under the key 'state_dict' or 'model', as checkpoints do. Files are loaded with weights_only.
"""

import ctypes
import json
import struct
import sys

TYPES = {
    "torch.float64": "F64", "torch.float32": "F32", "torch.float16": "F16", "torch.bfloat16": "BF16", "torch.int64": "I64",
    "torch.int32": "I32", "torch.int16": "I16", "torch.int8": "I8", "torch.uint8": "U8", "torch.bool": "BOOL",
}


class Unsupported(Exception):
    """Says what of a state dict has no counterpart."""


def data(tensor):
    """The bytes of a tensor, row by row and little-endian."""
    flat = tensor.detach().cpu().contiguous()
    return ctypes.string_at(flat.data_ptr(), flat.numel() * flat.element_size()) if flat.numel() else b""


def save(state, path):
    """Writes a state dict; tensors that are shared are written once for each of their names."""
    header = {}
    parts = []
    offset = 0
    for name, tensor in state.items():
        if not hasattr(tensor, "dtype"):
            raise Unsupported("'%s' is no tensor" % name)
        if str(tensor.dtype) not in TYPES:
            raise Unsupported("'%s' has elements of type %s" % (name, tensor.dtype))
        if sys.byteorder != "little":
            raise Unsupported("this machine is not little-endian")
        values = data(tensor)
        header[name] = {"dtype": TYPES[str(tensor.dtype)], "shape": list(tensor.shape), "data_offsets": [offset, offset + len(values)]}
        offset += len(values)
        parts.append(values)
    text = json.dumps(header, separators=(",", ":")).encode("utf-8")
    # Values begin at a multiple of eight bytes.
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)))
        file.write(text)
        for values in parts:
            file.write(values)


def main(arguments):
    if len(arguments) != 2:
        print("usage: torch_to_safetensors.py MODEL.pt WEIGHTS.safetensors", file=sys.stderr)
        return 2
    import torch
    try:
        state = torch.load(arguments[0], map_location="cpu", weights_only=True)
        for key in ("state_dict", "model"):
            state = state[key] if isinstance(state, dict) and isinstance(state.get(key), dict) else state
        if not isinstance(state, dict):
            raise Unsupported("there is no state dict in it")
        save(state, arguments[1])
    except Unsupported as problem:
        print("%s: %s" % (arguments[0], problem), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
