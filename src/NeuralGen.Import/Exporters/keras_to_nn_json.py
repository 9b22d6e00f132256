"""Writes a Keras Sequential model as a .nn.json file.

    python keras_to_nn_json.py model.keras digits.nn.json

or, from a program that has the model:

    from keras_to_nn_json import convert
    open("digits.nn.json", "w").write(convert(model))

Layers: Dense, Activation, ReLU, LeakyReLU, PReLU, ELU, Softmax, BatchNormalization, Normalization, Dropout, Conv1D, Conv2D, the
max and average pools with their global forms, Flatten. Only Keras itself is needed, and that only to load a file.
"""

import json
import math
import struct
import sys

ACTIVATIONS = {
    "linear": "linear", "relu": "relu", "relu6": "relu6", "elu": "elu", "selu": "selu", "celu": "celu", "silu": "silu", "swish": "silu",
    "mish": "mish", "sigmoid": "sigmoid", "hard_sigmoid": "hard_sigmoid", "hard_silu": "hard_swish", "hard_swish": "hard_swish",
    "tanh": "tanh", "hard_tanh": "hard_tanh", "softplus": "softplus", "softsign": "softsign", "exponential": "exponential",
    "softmax": "softmax", "log_softmax": "log_softmax", "gelu": "gelu", "leaky_relu": {"type": "leaky_relu", "alpha": 0.2},
}

DROPOUTS = ("Dropout", "SpatialDropout1D", "SpatialDropout2D", "AlphaDropout", "GaussianDropout", "GaussianNoise")


class Unsupported(Exception):
    """Says what of a model has no counterpart."""


def number(value):
    """The shortest text of a number that reads back as the same 32-bit float, where it is one."""
    value = float(value)
    if not math.isfinite(value):
        raise Unsupported("a weight is infinite or no number")
    try:
        is_single = struct.unpack("<f", struct.pack("<f", value))[0] == value
    except OverflowError:
        is_single = False
    if is_single:
        for digits in (6, 7, 8):
            text = "%.*g" % (digits, value)
            if struct.unpack("<f", struct.pack("<f", float(text)))[0] == value:
                return float(text)
    return value


def numbers(values):
    """A tensor as nested lists."""
    values = values.tolist() if hasattr(values, "tolist") else values
    return [numbers(value) for value in values] if isinstance(values, (list, tuple)) else number(values)


def transposed(rows):
    return [list(column) for column in zip(*rows)]


def pair(value, rank):
    return list(value) if isinstance(value, (list, tuple)) else [value] * rank


class Converter:
    """Walks through the layers; channels stand first while layers work with images, and last at the borders, as in Keras."""

    def __init__(self, model, keras_version):
        self.model = model
        self.is_old = keras_version is not None and keras_version < 3
        self.layers = []
        shape = getattr(model, "input_shape", None)
        if not isinstance(shape, tuple) or any(size is None for size in shape[1:]) or len(shape) < 2:
            raise Unsupported("the model has one input whose shape is known but for the batch; this one has %r" % (shape,))
        self.shape = list(shape[1:])
        self.is_first = False

    def convert(self):
        inputs = self.shape[0] if len(self.shape) == 1 else [{"name": "input", "shape": list(self.shape)}]
        for layer in self.model.layers:
            self.name = layer.name
            kind = type(layer).__name__
            method = getattr(self, "_" + kind, None) or (self._dropout if kind in DROPOUTS else None)
            if method is None:
                raise Unsupported("layer '%s' (%s) is not supported" % (layer.name, kind))
            method(layer, layer.get_config())
        self.last()
        return {"inputs": inputs, "layers": self.layers}

    def add(self, kind, name=None, **arguments):
        entry = {"type": kind, "name": name or self.name}
        entry.update((key, value) for key, value in arguments.items() if value is not None)
        self.layers.append(entry)

    def first(self):
        """Moves channels to the front."""
        if not self.is_first:
            rank = len(self.shape)
            self.add("transpose", self.name + "_channels_first", axes=[rank - 1] + list(range(rank - 1)))
            self.is_first = True

    def last(self):
        """Moves channels behind all other axes; the shape itself is always that of Keras."""
        if self.is_first:
            rank = len(self.shape)
            if rank > 1:
                self.add("transpose", self.name + "_channels_last", axes=list(range(1, rank)) + [0])
            self.is_first = False

    def activation(self, value):
        name = value if isinstance(value, str) else (value or {}).get("config", value) if isinstance(value, dict) else getattr(value, "__name__", None)
        if name is None:
            return None
        if name not in ACTIVATIONS:
            raise Unsupported("layer '%s': the activation %r is not supported" % (self.name, name))
        if name == "hard_sigmoid" and self.is_old:
            raise Unsupported("layer '%s': hard_sigmoid of Keras 2 is another function than that of Keras 3" % self.name)
        return None if name == "linear" else ACTIVATIONS[name]

    def activate(self, activation, name=None):
        if activation is None:
            return
        kind = activation if isinstance(activation, str) else activation["type"]
        if kind in ("softmax", "log_softmax") and len(self.shape) > 1:
            # Over the channels, which Keras has last.
            self.last()
        self.add("activation", name, activation=activation)

    def _InputLayer(self, layer, config):
        pass

    def _dropout(self, layer, config):
        rate = config.get("rate")
        if rate:
            self.add("dropout", rate=number(rate))

    def _Dense(self, layer, config):
        self.last()
        weights = layer.get_weights()
        self.add("dense", weights=transposed(numbers(weights[0])), bias=numbers(weights[1]) if config.get("use_bias", True) else None,
                 activation=self.activation(config.get("activation")))
        self.shape[-1] = config["units"]

    def _Activation(self, layer, config):
        self.activate(self.activation(config.get("activation")))

    def _ReLU(self, layer, config):
        slope = config.get("negative_slope") or 0
        if config.get("threshold") or (slope and config.get("max_value") is not None) or config.get("max_value") not in (None, 6, 6.0):
            raise Unsupported("layer '%s': ReLU with a threshold or a largest value other than 6 is not supported" % self.name)
        self.activate("relu6" if config.get("max_value") is not None else {"type": "leaky_relu", "alpha": number(slope)} if slope else "relu")

    def _LeakyReLU(self, layer, config):
        self.activate({"type": "leaky_relu", "alpha": number(config.get("negative_slope", config.get("alpha", 0.3)))})

    def _ELU(self, layer, config):
        self.activate({"type": "elu", "alpha": number(config.get("alpha", 1.0))})

    def _PReLU(self, layer, config):
        if len(self.shape) > 1:
            raise Unsupported("layer '%s': PReLU of images is not supported" % self.name)
        self.activate({"type": "prelu", "weights": numbers(layer.get_weights()[0])})

    def _Softmax(self, layer, config):
        if config.get("axis", -1) not in (-1, len(self.shape)):
            raise Unsupported("layer '%s': Softmax works along the last axis" % self.name)
        self.activate("softmax")

    def _BatchNormalization(self, layer, config):
        axis = config.get("axis", -1)
        axis = axis[0] if isinstance(axis, (list, tuple)) else axis
        if axis not in (-1, len(self.shape)):
            raise Unsupported("layer '%s': BatchNormalization works along the last axis" % self.name)
        weights = [numbers(values) for values in layer.get_weights()]
        gamma = weights.pop(0) if config.get("scale", True) else None
        beta = weights.pop(0) if config.get("center", True) else None
        mean, variance = weights
        self.add("batch_normalization", gamma=gamma or [1] * len(mean), beta=beta or [0] * len(mean), mean=mean, variance=variance,
                 epsilon=number(config.get("epsilon", 1e-3)), axis=None if self.is_first or len(self.shape) == 1 else len(self.shape) - 1)

    def _Normalization(self, layer, config):
        if len(self.shape) > 1 or config.get("invert"):
            raise Unsupported("layer '%s': Normalization of a list of values is supported, and not its inversion" % self.name)

        def spread(values):
            values = numbers(values)
            while isinstance(values, list) and len(values) == 1 and isinstance(values[0], list):
                values = values[0]
            values = values if isinstance(values, list) else [values]
            return values * self.shape[0] if len(values) == 1 else values

        # Keras has them after adapt() or from its arguments, with an axis for the batch.
        self.add("normalization", mean=spread(layer.mean), scale=[number(max(math.sqrt(value), 1e-7)) for value in spread(layer.variance)])

    def _Flatten(self, layer, config):
        if len(self.shape) > 1:
            self.last()
            self.add("flatten")
        self.is_first = False
        self.shape = [math.prod(self.shape)]

    def _Conv1D(self, layer, config):
        self.convolution("conv1d", layer, config, 1)

    def _Conv2D(self, layer, config):
        self.convolution("conv2d", layer, config, 2)

    def convolution(self, kind, layer, config, rank):
        self.check(config)
        self.first()
        weights = layer.get_weights()
        kernel = pair(config["kernel_size"], rank)
        stride = pair(config.get("strides", 1), rank)
        dilation = pair(config.get("dilation_rate", 1), rank)
        padding = self.padding(config.get("padding", "valid"), kernel, stride, dilation)
        values = numbers(weights[0])
        activation = self.activation(config.get("activation"))
        name = activation if isinstance(activation, str) else None
        self.add(kind, weights=self.moved(values, rank), bias=numbers(weights[1]) if config.get("use_bias", True) else None, stride=stride,
                 dilation=dilation, groups=config.get("groups", 1), padding=padding, activation=None if name in ("softmax", "log_softmax") else activation)
        self.resize(kernel, stride, dilation, padding)
        self.shape[-1] = config["filters"]
        if name in ("softmax", "log_softmax"):
            self.activate(activation, self.name + "_" + name)

    @staticmethod
    def moved(values, rank):
        """Keras' [along the axes, channels, units] as [units, channels, along the axes]."""
        if rank == 1:
            return [[[values[k][c][u] for k in range(len(values))] for c in range(len(values[0]))] for u in range(len(values[0][0]))]
        rows, columns, channels, units = len(values), len(values[0]), len(values[0][0]), len(values[0][0][0])
        return [[[[values[y][x][c][u] for x in range(columns)] for y in range(rows)] for c in range(channels)] for u in range(units)]

    def check(self, config):
        if config.get("data_format", "channels_last") not in (None, "channels_last"):
            raise Unsupported("layer '%s': only channels_last is supported" % self.name)

    def padding(self, mode, kernel, stride, dilation):
        """Begins, then ends; 'same' gives the odd value to the end."""
        if mode == "valid":
            return [0] * (2 * len(kernel))
        totals = []
        for size, k, s, d in zip(self.shape, kernel, stride, dilation):
            reach = (k - 1) * d + 1
            totals.append((reach - 1) if mode == "causal" else max((math.ceil(size / s) - 1) * s + reach - size, 0))
        if mode == "causal":
            return totals + [0] * len(kernel)
        if mode != "same":
            raise Unsupported("layer '%s': the padding %r is not supported" % (self.name, mode))
        begins = [total // 2 for total in totals]
        return begins + [total - begin for total, begin in zip(totals, begins)]

    def resize(self, kernel, stride, dilation, padding):
        rank = len(kernel)
        for i in range(rank):
            reach = (kernel[i] - 1) * dilation[i] + 1
            self.shape[i] = (self.shape[i] + padding[i] + padding[i + rank] - reach) // stride[i] + 1

    def pool(self, kind, config, rank):
        self.check(config)
        self.first()
        kernel = pair(config["pool_size"], rank)
        stride = pair(config.get("strides") or kernel, rank)
        padding = self.padding(config.get("padding", "valid"), kernel, stride, [1] * rank)
        self.add(kind, kernel=kernel, stride=stride, padding=padding, count_include_pad=False if kind.startswith("average") else None)
        self.resize(kernel, stride, [1] * rank, padding)

    def _MaxPooling1D(self, layer, config):
        self.pool("max_pool1d", config, 1)

    def _MaxPooling2D(self, layer, config):
        self.pool("max_pool2d", config, 2)

    def _AveragePooling1D(self, layer, config):
        self.pool("average_pool1d", config, 1)

    def _AveragePooling2D(self, layer, config):
        self.pool("average_pool2d", config, 2)

    def whole(self, kind, config):
        self.check(config)
        if config.get("keepdims"):
            raise Unsupported("layer '%s': keepdims is not supported" % self.name)
        self.first()
        self.add(kind)
        self.shape = [self.shape[-1]]
        self.add("flatten", self.name + "_flat")
        self.is_first = False

    def _GlobalMaxPooling1D(self, layer, config):
        self.whole("global_max_pool", config)

    _GlobalMaxPooling2D = _GlobalMaxPooling1D

    def _GlobalAveragePooling1D(self, layer, config):
        self.whole("global_average_pool", config)

    _GlobalAveragePooling2D = _GlobalAveragePooling1D


def convert(model, keras_version=None):
    """The text of the .nn.json file of a Sequential model.

    keras_version is the number before the first dot; that of the imported Keras when left out.
    """
    if keras_version is None and "keras" in sys.modules:
        keras_version = int(getattr(sys.modules["keras"], "__version__", "3").split(".")[0])
    network = Converter(model, keras_version).convert()
    lines = ",\n".join("    " + json.dumps(layer) for layer in network["layers"])
    return '{\n  "inputs": %s,\n  "layers": [\n%s\n  ]\n}\n' % (json.dumps(network["inputs"]), lines)


def main(arguments):
    if len(arguments) != 2:
        print("usage: keras_to_nn_json.py MODEL.keras NETWORK.nn.json", file=sys.stderr)
        return 2
    import keras
    try:
        text = convert(keras.models.load_model(arguments[0], compile=False))
    except Unsupported as problem:
        print("%s: %s" % (arguments[0], problem), file=sys.stderr)
        return 1
    with open(arguments[1], "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
