"""Trains the network of this sample in PyTorch and writes what the project holds of it.

    python3 train.py

needs torch, onnx and scikit-learn. Writes, beside the project file: digits.safetensors (the weights, by the names of the modules),
digits.onnx (the whole network, with probabilities as its output), training.csv and test.csv (a label and 64 brightnesses from 0 to 16 a line).
"""
import json
import pathlib
import struct

import numpy
import torch
from sklearn.datasets import load_digits

FOLDER = pathlib.Path(__file__).resolve().parent.parent
TEST_IMAGES = 360
EPOCHS = 60


class Digits(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = torch.nn.Conv2d(1, 8, 3, padding=1)
        self.conv2 = torch.nn.Conv2d(8, 16, 3, padding=1)
        self.conv3 = torch.nn.Conv2d(16, 32, 3, padding=1)
        self.fc = torch.nn.Linear(128, 10)
        self.pool = torch.nn.MaxPool2d(2)
        self.dropout = torch.nn.Dropout(0.2)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = self.pool(torch.relu(self.conv2(x)))
        x = self.pool(torch.relu(self.conv3(x)))
        return self.fc(self.dropout(torch.flatten(x, 1)))


def write_safetensors(path, tensors):
    """The format: the header's length in 8 bytes, the header as JSON padded to 8 bytes, then the values without gaps."""
    header, data = {}, b""
    for name, tensor in tensors.items():
        values = tensor.detach().numpy().astype("<f4").tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(values)]}
        data += values
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def write_onnx(path, network):
    """The network as others exchange it; any number of images at once."""
    whole = torch.nn.Sequential(network, torch.nn.Softmax(1)).eval()
    torch.onnx.export(whole, torch.zeros(1, 1, 8, 8), str(path), opset_version=13, input_names=["image"], output_names=["probabilities"],
                      dynamic_axes={"image": {0: "images"}, "probabilities": {0: "images"}})


def write_images(path, images, labels):
    with open(path, "w", newline="\n") as file:
        for image, label in zip(images, labels):
            file.write(",".join(str(int(value)) for value in [label, *image.reshape(-1)]) + "\n")


def main():
    torch.manual_seed(1)
    torch.set_num_threads(1)
    images, labels = load_digits(return_X_y=True)
    order = numpy.random.default_rng(1).permutation(len(labels))
    images, labels = images[order], labels[order]
    write_images(FOLDER / "test.csv", images[:TEST_IMAGES], labels[:TEST_IMAGES])
    write_images(FOLDER / "training.csv", images[TEST_IMAGES:], labels[TEST_IMAGES:])

    x = torch.tensor(images.reshape(-1, 1, 8, 8) / 16, dtype=torch.float32)
    y = torch.tensor(labels)
    network = Digits()
    optimizer = torch.optim.Adam(network.parameters(), lr=0.002)
    for _ in range(EPOCHS):
        network.train()
        for batch in (torch.randperm(len(y) - TEST_IMAGES) + TEST_IMAGES).split(32):
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(network(x[batch]), y[batch]).backward()
            optimizer.step()

    network.eval()
    with torch.no_grad():
        right = (network(x[:TEST_IMAGES]).argmax(1) == y[:TEST_IMAGES]).sum().item()
    print(f"{right} of {TEST_IMAGES} test images right")
    write_safetensors(FOLDER / "digits.safetensors", network.state_dict())
    write_onnx(FOLDER / "digits.onnx", network)


if __name__ == "__main__":
    main()
