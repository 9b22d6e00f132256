// The paper and the pictures: everything that only a browser can do. What is drawn, and what it means, C# knows.

const perRow = { 8: 8, 4: 16 };

/** Passes what pens and keys do on the paper to the page. */
export function start(paper, page) {
    const place = event => {
        const box = paper.getBoundingClientRect();
        return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height].map(part => Math.min(1, Math.max(0, part)));
    };
    let pen = null;
    paper.addEventListener("pointerdown", event => {
        if (event.button !== 0 || pen !== null) {
            return;
        }

        pen = event.pointerId;
        paper.setPointerCapture(pen);
        paper.focus({ preventScroll: true });
        event.preventDefault();
        page.invokeMethod("Begin", ...place(event));
    });
    paper.addEventListener("pointermove", event => {
        if (event.pointerId === pen) {
            page.invokeMethod("Go", ...place(event));
        }
    });
    for (const name of ["pointerup", "pointercancel"]) {
        paper.addEventListener(name, event => {
            if (event.pointerId === pen) {
                pen = null;
                page.invokeMethod("End");
            }
        });
    }

    paper.addEventListener("keydown", event => {
        if (!event.ctrlKey && !event.metaKey && !event.altKey && page.invokeMethod("Press", event.key)) {
            event.preventDefault();
        }
    });
    paper.addEventListener("keyup", event => {
        if (event.key === " ") {
            page.invokeMethod("End");
        }
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => page.invokeMethod("Show"));
}

/** Draws lines, each a list of coordinates in fractions of the paper, and the pen of the keyboard. */
export function draw(paper, lines, cursor) {
    const context = paper.getContext("2d");
    const size = paper.width;
    context.clearRect(0, 0, size, size);
    context.strokeStyle = context.fillStyle = getComputedStyle(paper).color;
    context.lineWidth = 0.07 * size;
    context.lineCap = context.lineJoin = "round";
    for (const line of lines) {
        context.beginPath();
        context.moveTo(line[0] * size, line[1] * size);
        for (let i = 0; i < line.length; i += 2) {
            context.lineTo(line[i] * size, line[i + 1] * size);
        }

        context.stroke();
    }

    if (cursor.length > 0) {
        const [x, y, isDown] = cursor;
        context.lineWidth = 0.01 * size;
        context.strokeStyle = getComputedStyle(paper).getPropertyValue("--bar");
        context.beginPath();
        context.arc(x * size, y * size, (isDown ? 0.02 : 0.035) * size, 0, 2 * Math.PI);
        context.stroke();
    }
}

/** Paints shades, a square of the given width for each filter, side by side. */
export function paint(canvas, shades, width) {
    const count = shades.length / (width * width);
    const columns = perRow[width];
    const rows = Math.ceil(count / columns);
    canvas.width = columns * (width + 1) - 1;
    canvas.height = rows * (width + 1) - 1;
    const context = canvas.getContext("2d");
    const picture = context.createImageData(canvas.width, canvas.height);
    const [red, green, blue] = getComputedStyle(canvas).color.match(/\d+/g).map(Number);
    for (let i = 0; i < shades.length; i++) {
        const filter = Math.floor(i / (width * width));
        const x = (filter % columns) * (width + 1) + (i % width);
        const y = Math.floor(filter / columns) * (width + 1) + Math.floor(i / width) % width;
        picture.data.set([red, green, blue, shades[i]], 4 * (y * canvas.width + x));
    }

    context.putImageData(picture, 0, 0);
}
