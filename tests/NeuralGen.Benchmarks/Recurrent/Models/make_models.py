"""Exports recurrent layers with random weights from PyTorch, as ONNX files beside this script.

A "step" takes one time step and its states and gives the next states; a "sequence" takes all time steps at once.
"""

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


def main():
    torch.manual_seed(1)
    for name, layer, steps in (("amplifier", nn.LSTM(1, 20), 1), ("lstm_step", nn.LSTM(40, 64), 1), ("gru_step", nn.GRU(40, 64), 1)):
        state = torch.zeros(1, 1, layer.hidden_size)
        states = ["h", "c"] if isinstance(layer, nn.LSTM) else ["h"]
        export(name, Step(layer, 1), (torch.randn(steps, 1, layer.input_size), *([state] * len(states))), ["x", *states], ["y", *(f"{state}n" for state in states)])
    export("lstm_sequence", Sequence(nn.LSTM(40, 64), 1), torch.randn(100, 1, 40), ["x"], ["y"])


main()
