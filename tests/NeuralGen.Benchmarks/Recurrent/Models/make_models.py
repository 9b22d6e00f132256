"""Exports recurrent layers with random weights from PyTorch, as ONNX files beside this script.

A "step" takes one time step and its states and gives the next states; a "sequence" takes all time steps at once.
"""

import math
import os

import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))


class Step(nn.Module):
    """One time step of a recurrent layer with a dense one behind it."""

    def __init__(self, layer, outputs):
        super().__init__()
        self.layer = layer
        self.dense = nn.Linear(layer.hidden_size, outputs)

    def forward(self, x, *states):
        y, found = self.layer(x, states if len(states) > 1 else states[0])
        return (self.dense(y[-1, 0]), *(found if isinstance(found, tuple) else (found,)))


class Sequence(nn.Module):
    """A recurrent layer over a sequence, with a dense one behind its last step."""

    def __init__(self, layer, outputs):
        super().__init__()
        self.layer = layer
        self.dense = nn.Linear(layer.hidden_size, outputs)

    def forward(self, x):
        return self.dense(self.layer(x)[0][-1, 0])


def export(name, module, arguments, inputs, outputs):
    torch.onnx.export(module.eval(), arguments, os.path.join(HERE, f"{name}.onnx"), input_names=inputs, output_names=outputs, opset_version=17)


class Spectrogram(nn.Module):
    """Frames of speech as the logarithms of 32 mel bands: Hann's window, Fourier's filters as a convolution, triangles."""

    def __init__(self, size=512, step=160, bands=32, rate=16000):
        super().__init__()
        time = torch.arange(size, dtype=torch.float64)
        angles = 2 * math.pi / size * torch.arange(size // 2 + 1, dtype=torch.float64)[:, None] * time
        window = 0.5 - 0.5 * torch.cos(2 * math.pi / size * time)
        self.filters = nn.Conv1d(1, size + 2, size, stride=step, bias=False)
        self.filters.weight.data = (torch.cat([torch.cos(angles), torch.sin(angles)]) * window)[:, None].float()
        edges = 700 * (10 ** (torch.linspace(0, 2595 * math.log10(1 + rate / 2 / 700), bands + 2, dtype=torch.float64) / 2595) - 1)
        hertz = torch.arange(size // 2 + 1, dtype=torch.float64)[:, None] * rate / size
        rising, falling = (hertz - edges[:-2]) / (edges[1:-1] - edges[:-2]), (edges[2:] - hertz) / (edges[2:] - edges[1:-1])
        self.bands = nn.Parameter(torch.minimum(rising, falling).clamp(min=0).float())

    def forward(self, x):
        parts = self.filters(x)
        half = parts.shape[1] // 2
        power = parts[:, :half] * parts[:, :half] + parts[:, half:] * parts[:, half:]
        return torch.log(torch.matmul(power.transpose(1, 2), self.bands).clamp(min=1e-5))


def main():
    torch.manual_seed(1)
    for name, layer, steps in (("amplifier", nn.LSTM(1, 20), 1), ("lstm_step", nn.LSTM(40, 64), 1), ("gru_step", nn.GRU(40, 64), 1)):
        state = torch.zeros(1, 1, layer.hidden_size)
        states = ["h", "c"] if isinstance(layer, nn.LSTM) else ["h"]
        export(name, Step(layer, 1), (torch.randn(steps, 1, layer.input_size), *([state] * len(states))), ["x", *states], ["y", *(f"{state}n" for state in states)])
    export("lstm_sequence", Sequence(nn.LSTM(40, 64), 1), torch.randn(100, 1, 40), ["x"], ["y"])
    torch.manual_seed(2)
    layer = nn.LSTM(128, 128)
    state = torch.zeros(1, 1, 128)
    export("lstm_128_step", Step(layer, 1), (torch.randn(1, 1, 128), state, state), ["x", "h", "c"], ["y", "hn", "cn"])
    export("spectrogram", Spectrogram(), torch.randn(1, 1, 1632), ["x"], ["y"])


main()
