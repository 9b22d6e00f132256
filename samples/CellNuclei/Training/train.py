"""Trains the sample's network in scikit-learn and writes it as .nn.json, with the test part of the data as CSV.

    python train.py        (in this folder; needs scikit-learn)
"""

import pathlib
import sys

import numpy
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "src" / "NeuralGen.Import" / "Exporters"))

from sklearn_to_nn_json import convert  # noqa: E402

data = load_breast_cancer()
names = [name.replace(" ", "_") for name in data.feature_names]
labels = data.target_names[data.target]
train, test, train_labels, test_labels = train_test_split(data.data, labels, test_size=0.25, random_state=1, stratify=labels)

model = make_pipeline(StandardScaler(), MLPClassifier((16, 8), alpha=0.1, max_iter=2000, random_state=1))
model.fit(train, train_labels)
model.steps[0][1].feature_names_in_ = numpy.array(names)
print("accuracy of the test part: %.4f" % model.score(test, test_labels))

(HERE.parent / "nuclei.nn.json").write_text(convert(model), encoding="utf-8", newline="\n")
probabilities = model.predict_proba(test)[:, 1]
with open(HERE.parent / "test.csv", "w", encoding="utf-8", newline="\n") as file:
    file.write(",".join(names + ["diagnosis", "probability"]) + "\n")
    for row, label, probability in zip(test, test_labels, probabilities):
        file.write(",".join(["%r" % float(value) for value in row] + [label, "%.7g" % probability]) + "\n")
