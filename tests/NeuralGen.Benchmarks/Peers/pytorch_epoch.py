"""Times one epoch of training in PyTorch, for comparison with a generated network.

    python3 pytorch_epoch.py --batch 64 --epochs 20

The network is 10-100-100-1 (ReLU, linear output), the loss the mean squared error, the optimizer Adam with a learning rate
of 0.001, the data 10,000 synthetic rows in single precision; one thread. Prints one line of JSON.
"""

import argparse
import json
import statistics
import time

import torch
from torch import nn

ROWS = 10_000
INPUTS = 10
UNITS = 100
LEARNING_RATE = 1e-3


def make_data():
    """Standard normal inputs and a smooth target with some noise."""
    inputs = torch.randn(ROWS, INPUTS)
    target = torch.sin(inputs[:, :1]) + inputs[:, 1:2] * inputs[:, 2:3] + 0.1 * torch.randn(ROWS, 1)
    return inputs, target


def make_network():
    return nn.Sequential(nn.Linear(INPUTS, UNITS), nn.ReLU(), nn.Linear(UNITS, UNITS), nn.ReLU(), nn.Linear(UNITS, 1))


def train_epoch(network, optimizer, inputs, targets, batch):
    """One pass over all rows in a random order, the last batch as small as what is left."""
    for rows in torch.randperm(len(inputs)).split(batch):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(network(inputs.index_select(0, rows)), targets.index_select(0, rows))
        loss.backward()
        optimizer.step()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--batch", type=int, default=64, help="rows per batch")
    parser.add_argument("--warmup", type=int, default=3, help="epochs before the timed ones")
    parser.add_argument("--epochs", type=int, default=20, help="timed epochs")
    arguments = parser.parse_args()

    torch.manual_seed(1)
    torch.set_num_threads(1)
    inputs, targets = make_data()
    network = make_network()
    optimizer = torch.optim.Adam(network.parameters(), lr=LEARNING_RATE)
    times = []
    for _ in range(arguments.warmup + arguments.epochs):
        start = time.perf_counter()
        train_epoch(network, optimizer, inputs, targets, arguments.batch)
        times.append((time.perf_counter() - start) * 1000)

    timed = times[arguments.warmup:]
    with torch.no_grad():
        loss = nn.functional.mse_loss(network(inputs), targets).item()
    print(json.dumps({
        "median_ms": round(statistics.median(timed), 2),
        "min_ms": round(min(timed), 2),
        "batch": arguments.batch,
        "epochs": arguments.epochs,
        "loss": round(loss, 5),
        "torch": torch.__version__,
    }))


if __name__ == "__main__":
    main()
