"""Exports models of images and sequences with random weights from PyTorch, as ONNX files beside this script.

The shapes are those that people train: a small classifier of digits, the residual blocks of ResNet's second stage, the
inverted residual blocks of MobileNet, a block of a transformer's encoder, and the rows and columns of kernels by which
speech is embedded for wake words.
"""

import os

import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))


class Residual(nn.Module):
    """Two 3x3 convolutions with batch normalisations, around which the input goes."""

    def __init__(self, channels):
        super().__init__()
        self.first = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.first_norm = nn.BatchNorm2d(channels)
        self.second = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.second_norm = nn.BatchNorm2d(channels)

    def forward(self, x):
        inner = torch.relu(self.first_norm(self.first(x)))
        return torch.relu(x + self.second_norm(self.second(inner)))


class Inverted(nn.Module):
    """A pointwise, a depthwise and a pointwise convolution, around which the input goes."""

    def __init__(self, channels, inner):
        super().__init__()
        self.wide = nn.Conv2d(channels, inner, 1)
        self.deep = nn.Conv2d(inner, inner, 3, padding=1, groups=inner)
        self.narrow = nn.Conv2d(inner, channels, 1)

    def forward(self, x):
        return x + self.narrow(nn.functional.hardswish(self.deep(nn.functional.hardswish(self.wide(x)))))


class Encoder(nn.Module):
    """A block of a transformer's encoder, over 32 tokens of 64 values with 4 heads."""

    def __init__(self, size, heads):
        super().__init__()
        self.heads = heads
        self.norm = nn.LayerNorm(size)
        self.projections = nn.Linear(size, 3 * size)
        self.joined = nn.Linear(size, size)
        self.second_norm = nn.LayerNorm(size)
        self.wide = nn.Linear(size, 4 * size)
        self.narrow = nn.Linear(4 * size, size)

    def forward(self, x):
        batch, tokens, size = x.shape
        parts = self.projections(self.norm(x)).reshape(batch, tokens, 3, self.heads, size // self.heads).permute(2, 0, 3, 1, 4)
        shares = torch.softmax(parts[0] @ parts[1].transpose(-1, -2) * (size // self.heads) ** -0.5, -1)
        x = x + self.joined((shares @ parts[2]).permute(0, 2, 1, 3).reshape(batch, tokens, size))
        return x + self.narrow(nn.functional.gelu(self.wide(self.second_norm(x))))


def rows_and_columns(channels, units):
    """A convolution along the bands, and one along the frames."""
    return [nn.Conv2d(channels, units, (1, 3), padding=(0, 1)), nn.LeakyReLU(0.2), nn.Conv2d(units, units, (3, 1)), nn.LeakyReLU(0.2)]


def export(name, module, shape):
    torch.onnx.export(module.eval(), torch.randn(shape), os.path.join(HERE, f"{name}.onnx"), input_names=["x"], output_names=["y"], opset_version=13)


torch.manual_seed(7)
export("digits_28", nn.Sequential(
    nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
    nn.Flatten(), nn.Linear(784, 10), nn.Softmax(1)), (1, 1, 28, 28))
export("residual_64", nn.Sequential(Residual(64), Residual(64)), (1, 64, 56, 56))
export("inverted_24", nn.Sequential(Inverted(24, 96), Inverted(24, 96), Inverted(24, 96)), (1, 24, 28, 28))
export("encoder_64", Encoder(64, 4), (1, 32, 64))
export("embedding_24", nn.Sequential(
    nn.Conv2d(1, 24, 3, padding=(0, 1)), nn.LeakyReLU(0.2), *rows_and_columns(24, 24), *rows_and_columns(24, 24), nn.MaxPool2d(2),
    *rows_and_columns(24, 48), *rows_and_columns(48, 48), nn.MaxPool2d(2), *rows_and_columns(48, 72), *rows_and_columns(72, 72),
    nn.MaxPool2d(2), *rows_and_columns(72, 96), *rows_and_columns(96, 96), nn.Conv2d(96, 96, (1, 4))), (1, 1, 76, 32))
