"""Computes the best linear controller of a cart with a pole, trains a network to do what it does, and writes it as .nn.json.

    python train.py        (in this folder; needs scikit-learn and SciPy)
"""

import pathlib
import sys

import numpy
from scipy.linalg import solve_discrete_are
from sklearn.neural_network import MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "src" / "NeuralGen.Import" / "Exporters"))

from sklearn_to_nn_json import convert  # noqa: E402

# The cart and pole of Barto, Sutton and Anderson (1983): masses in kg, half the pole's length in m; one step a millisecond.
CART, POLE, HALF, GRAVITY, STEP, FORCE = 1.0, 0.1, 0.5, 9.81, 0.001, 10.0

total = CART + POLE
down = HALF * (4 / 3 - POLE / total)
falling = GRAVITY / down
pushed = -1 / (total * down)
a = numpy.array([[0, 1, 0, 0], [0, 0, -POLE * HALF * falling / total, 0], [0, 0, 0, 1], [0, 0, falling, 0]])
b = numpy.array([[0], [1 / total - POLE * HALF * pushed / total], [0], [pushed]])
a, b = numpy.eye(4) + STEP * a, STEP * b
cost = solve_discrete_are(a, b, numpy.diag([5.0, 0.1, 10.0, 0.1]), numpy.array([[0.05]]))
gain = numpy.linalg.solve(0.05 + b.T @ cost @ b, b.T @ cost @ a)

random = numpy.random.default_rng(1)
states = random.normal(size=(20000, 4)) * [0.8, 1.0, 0.15, 0.8]
forces = numpy.clip(-(states @ gain.T)[:, 0], -FORCE, FORCE)
model = make_pipeline(StandardScaler(), MLPRegressor((16, 16), "tanh", alpha=1e-6, max_iter=300, random_state=1))
model.fit(states, forces)
model.steps[0][1].feature_names_in_ = numpy.array(["position", "speed", "angle", "turn"])
print("gain", gain, "mean error of the force: %.3f N" % numpy.abs(model.predict(states) - forces).mean())
(HERE.parent / "balance.nn.json").write_text(convert(model), encoding="utf-8", newline="\n")
