"""Plays every game of noughts and crosses to its end, trains a policy on the best moves, and writes it as .nn.json.

    python train.py        (in this folder; needs scikit-learn)
"""

import functools
import pathlib
import sys

import numpy
from sklearn.neural_network import MLPClassifier

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[2] / "src" / "NeuralGen.Import" / "Exporters"))

from sklearn_to_nn_json import convert  # noqa: E402

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def is_lost(board):
    """Whether the other side, -1, has three in a line."""
    return any(all(board[place] == -1 for place in line) for line in LINES)


def moved(board, place):
    """The board after a move, as the other side sees it."""
    return tuple(-1 if i == place else -mark for i, mark in enumerate(board))


@functools.lru_cache(None)
def value(board):
    """What a board is worth to who moves: a win soon is worth more than one later."""
    if is_lost(board):
        return -10
    free = [place for place in range(9) if board[place] == 0]
    return max((-0.9 * value(moved(board, place)) for place in free), default=0)


def best(board):
    values = {place: -value(moved(board, place)) for place in range(9) if board[place] == 0}
    return [place for place, found in values.items() if found > max(values.values()) - 1e-9]


boards = set()
open_boards = [(0,) * 9]
while open_boards:
    board = open_boards.pop()
    if board not in boards and not is_lost(board) and 0 in board:
        boards.add(board)
        open_boards.extend(moved(board, place) for place in range(9) if board[place] == 0)

boards = sorted(boards)
inputs = [[float(mark == side) for side in (1, -1) for mark in board] for board in boards]
rows = [(x, move) for x, board in zip(inputs, boards) for move in best(board)]
model = MLPClassifier((64, 64), alpha=0, batch_size=256, learning_rate_init=0.004, max_iter=400, n_iter_no_change=400, tol=0, random_state=1)
model.fit(*map(numpy.array, zip(*rows)))
model.set_params(learning_rate_init=0.0005, warm_start=True, max_iter=60)


def wrong():
    """The boards for which the policy has a move that is not among the best."""
    legal = model.predict_proba(numpy.array(inputs)) * [[float(mark == 0) for mark in board] for board in boards]
    return [board for board, choice in zip(boards, legal.argmax(1)) if int(choice) not in best(board)]


for turn in range(20):
    model.fit(*map(numpy.array, zip(*rows)))
    missed = wrong()
    print("%d of %d boards get a move that is not among the best" % (len(missed), len(boards)))
    if not missed:
        break

    # What is still wrong is shown more often.
    rows += 10 * [(inputs[boards.index(board)], move) for board in missed for move in best(board)]

(HERE.parent / "policy.nn.json").write_text(convert(model), encoding="utf-8", newline="\n")
