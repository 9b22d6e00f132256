"""Writes speech.wav: two sentences of the speech synthesiser espeak-ng between pauses with a little noise, 16,000 samples a second.

    python3 make_speech.py
"""

import array
import os
import random
import subprocess
import tempfile
import wave

RATE = 16_000
HERE = os.path.dirname(os.path.abspath(__file__))


def say(text, voice, speed):
    """The samples of a sentence, at the rate of the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "said.wav")
        subprocess.run(["espeak-ng", "-v", voice, "-s", str(speed), "-w", path, text], check=True)
        with wave.open(path) as file:
            rate, data = file.getframerate(), array.array("h", file.readframes(file.getnframes()))
    samples = []
    for i in range(int(len(data) * RATE / rate)):
        place = i * rate / RATE
        k = int(place)
        after = data[min(k + 1, len(data) - 1)]
        samples.append(data[k] + (after - data[k]) * (place - k))
    return samples


def main():
    random.seed(1)
    pause = [0] * (RATE * 4 // 5)
    samples = pause + say("Networks run without a library.", "en-us", 150) + pause + say("Nothing is allocated.", "en-gb", 160) + pause
    noisy = [max(-32768, min(32767, round(0.7 * value + random.gauss(0, 20)))) for value in samples]
    with wave.open(os.path.join(HERE, "speech.wav"), "w") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array.array("h", noisy).tobytes())


if __name__ == "__main__":
    main()
