"""Writes an MLPClassifier or MLPRegressor of scikit-learn, by itself or behind a StandardScaler in a pipeline, as a .nn.json file.

    python sklearn_to_nn_json.py model.pickle iris.nn.json        (pickle.dump or joblib.dump; load only files that you trust)

or, from the program that trained the model:

    from sklearn_to_nn_json import convert
    open("iris.nn.json", "w").write(convert(model))

The classes of a classifier become labels, feature names those of inputs. Networks compute in single precision unless told otherwise.
"""

import json
import math
import sys

ACTIVATIONS = {"identity": "linear", "logistic": "sigmoid", "tanh": "tanh", "relu": "relu", "softmax": "softmax"}


class Unsupported(Exception):
    """Says what of a model has no counterpart."""


def numbers(values):
    """A tensor as nested lists."""
    values = values.tolist() if hasattr(values, "tolist") else values
    if isinstance(values, (list, tuple)):
        return [numbers(value) for value in values]
    if not math.isfinite(values):
        raise Unsupported("a weight is infinite or no number")
    return float(values)


def steps(model):
    """The scalers before the network, and the network."""
    found = [step for _, step in model.steps if step not in (None, "passthrough")] if type(model).__name__ == "Pipeline" else [model]
    if not found:
        raise Unsupported("the pipeline is empty")
    return found[:-1], found[-1]


def scaler(step):
    if type(step).__name__ != "StandardScaler":
        raise Unsupported("%s is not supported; a StandardScaler is" % type(step).__name__)
    count = int(step.n_features_in_)
    mean = numbers(step.mean_) if step.with_mean else [0.0] * count
    scale = numbers(step.scale_) if step.with_std else [1.0] * count
    return {"type": "normalization", "mean": mean, "scale": scale}


def convert(model, precision="single"):
    """The text of the .nn.json file of a fitted model."""
    scalers, network = steps(model)
    kind = type(network).__name__
    if kind not in ("MLPClassifier", "MLPRegressor"):
        raise Unsupported("%s is not supported; MLPClassifier and MLPRegressor are" % kind)
    if not hasattr(network, "coefs_"):
        raise Unsupported("the model is not fitted")
    layers = [scaler(step) for step in scalers]
    last = len(network.coefs_) - 1
    for i, (weights, bias) in enumerate(zip(network.coefs_, network.intercepts_)):
        # scikit-learn stores a column per unit.
        rows = [list(column) for column in zip(*numbers(weights))]
        name = "output" if i == last else "hidden%d" % (i + 1)
        activation = ACTIVATIONS[network.out_activation_ if i == last else network.activation]
        layers.append({"type": "dense", "name": name, "weights": rows, "bias": numbers(bias), "activation": activation})
    first = (scalers or [network])[0]
    names = [str(name) for name in getattr(first, "feature_names_in_", [])]
    head = ['"precision": %s' % json.dumps(precision), '"inputs": %s' % json.dumps(names or int(network.coefs_[0].shape[0]))]
    if kind == "MLPClassifier":
        if network.out_activation_ == "logistic" and len(network.intercepts_[-1]) > 1:
            raise Unsupported("classifiers of several labels at once are not supported")
        labels = network.classes_.tolist() if hasattr(network.classes_, "tolist") else list(network.classes_)
        head.append('"labels": %s' % json.dumps([str(label) for label in labels]))
    lines = ",\n".join("    " + json.dumps(layer) for layer in layers)
    return "{\n%s\n}\n" % ",\n".join(["  " + line for line in head] + ['  "layers": [\n%s\n  ]' % lines])


def load(path):
    try:
        import joblib
        return joblib.load(path)
    except ImportError:
        import pickle
        with open(path, "rb") as file:
            return pickle.load(file)


def main(arguments):
    if len(arguments) != 2:
        print("usage: sklearn_to_nn_json.py MODEL.pickle NETWORK.nn.json", file=sys.stderr)
        return 2
    try:
        text = convert(load(arguments[0]))
    except Unsupported as problem:
        print("%s: %s" % (arguments[0], problem), file=sys.stderr)
        return 1
    with open(arguments[1], "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
