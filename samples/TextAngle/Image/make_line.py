"""Draws line.pgm: a line of text in letters of 5 by 9 dots, with nothing but Python."""

import os

WIDTH, HEIGHT, DOT = 192, 48, 3
TEXT = "Which way up?"
LETTERS = {
    "W": ["#...#", "#...#", "#...#", "#.#.#", "#.#.#", "##.##", "#...#", ".....", "....."],
    "h": ["#....", "#....", "#.##.", "##..#", "#...#", "#...#", "#...#", ".....", "....."],
    "i": ["..#..", ".....", ".##..", "..#..", "..#..", "..#..", ".###.", ".....", "....."],
    "c": [".....", ".....", ".###.", "#...#", "#....", "#...#", ".###.", ".....", "....."],
    "w": [".....", ".....", "#...#", "#...#", "#.#.#", "#.#.#", ".#.#.", ".....", "....."],
    "a": [".....", ".....", ".###.", "....#", ".####", "#...#", ".####", ".....", "....."],
    "y": [".....", ".....", "#...#", "#...#", "#...#", ".####", "....#", "....#", ".###."],
    "u": [".....", ".....", "#...#", "#...#", "#...#", "#..##", ".##.#", ".....", "....."],
    "p": [".....", ".....", "####.", "#...#", "#...#", "####.", "#....", "#....", "#...."],
    "?": [".###.", "#...#", "....#", "...#.", "..#..", ".....", "..#..", ".....", "....."],
    " ": ["....."] * 9,
}


def dots():
    """The whole line, dot by dot, with a column between the letters."""
    rows = ["".join(LETTERS[letter][row] + "." for letter in TEXT) for row in range(9)]
    return [[1.0 if dot == "#" else 0.0 for dot in row] for row in rows]


def brightness(line, x, y):
    """How dark a point is, between the four dots around it, so that edges are soft."""
    column, row = x / STEP - 0.5, y / DOT - 0.5
    left, top = int(column // 1), int(row // 1)

    def dot(r, c):
        return line[r][c] if 0 <= r < len(line) and 0 <= c < len(line[0]) else 0.0

    dark = 0.0
    for r in (top, top + 1):
        for c in (left, left + 1):
            dark += dot(r, c) * (1 - abs(row - r)) * (1 - abs(column - c))
    return min(1.0, 1.6 * dark)


STEP = WIDTH / (6 * len(TEXT) + 2)
if __name__ == "__main__":
    line = dots()
    shift = (HEIGHT - 9 * DOT) / 2 + DOT
    pixels = bytes(
        int(round(245 - 215 * brightness(line, x + 0.5 - STEP, y + 0.5 - shift))) for y in range(HEIGHT) for x in range(WIDTH)
    )
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "line.pgm"), "wb") as file:
        file.write(f"P5\n{WIDTH} {HEIGHT}\n255\n".encode() + pixels)
