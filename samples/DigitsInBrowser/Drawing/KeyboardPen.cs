namespace DigitsInBrowser.Drawing;

/// <summary>A pen that keys move: arrows over the paper, the space bar down on it and up again.</summary>
/// <param name="strokes">The drawing.</param>
public sealed class KeyboardPen(Strokes strokes)
{
    private const double Step = 1.0 / 16;

    /// <summary>Where it is, in fractions of the paper; null as long as no key was pressed.</summary>
    public (double X, double Y)? Place { get; private set; }

    /// <summary>Whether it draws.</summary>
    public bool IsDown { get; private set; }

    /// <summary>Follows a key.</summary>
    /// <returns>Whether it means something.</returns>
    public bool Press(string key)
    {
        (double x, double y) = Place ?? (0.5, 0.25);
        switch (key)
        {
            case "ArrowLeft":
                return Go(x - Step, y);
            case "ArrowRight":
                return Go(x + Step, y);
            case "ArrowUp":
                return Go(x, y - Step);
            case "ArrowDown":
                return Go(x, y + Step);
            case " ":
                return Turn(x, y);
            case "Backspace":
                strokes.Undo();
                IsDown = false;
                return true;
            case "Escape" or "Delete":
                strokes.Clear();
                IsDown = false;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Takes the pen away.</summary>
    public void Lift()
    {
        IsDown = false;
        Place = null;
    }

    private bool Go(double x, double y)
    {
        Place = (Math.Clamp(x, 0, 1), Math.Clamp(y, 0, 1));
        if (IsDown)
        {
            strokes.Go(Place.Value.X, Place.Value.Y);
        }

        return true;
    }

    private bool Turn(double x, double y)
    {
        Place = (x, y);
        IsDown = !IsDown;
        if (IsDown)
        {
            strokes.Begin(x, y);
        }

        return true;
    }
}
