"""Trains the sample's network in scikit-learn and writes it as .nn.json.

    python train.py        (in this folder; needs scikit-learn)
"""

import pathlib
import sys

import numpy
from sklearn.datasets import load_iris
from sklearn.model_selection import cross_val_score
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "src" / "NeuralGen.Import" / "Exporters"))

from sklearn_to_nn_json import convert  # noqa: E402

data = load_iris()
species = data.target_names[data.target]
model = make_pipeline(StandardScaler(), MLPClassifier((8,), "tanh", alpha=0.05, max_iter=4000, random_state=1))
print("accuracy in cross-validation: %.3f" % cross_val_score(model, data.data, species, cv=5).mean())
model.fit(data.data, species)
model.steps[0][1].feature_names_in_ = numpy.array(["sepal_length", "sepal_width", "petal_length", "petal_width"])
(HERE.parent / "flowers.nn.json").write_text(convert(model), encoding="utf-8", newline="\n")
