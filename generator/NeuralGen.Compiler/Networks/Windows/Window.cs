using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Windows;

/// <summary>How a window slides over the pixels of an image, a volume, or a sequence.</summary>
/// <param name="Axes">The axes, outermost first: one to three.</param>
internal sealed record Window(EquatableArray<WindowAxis> Axes)
{
    /// <summary>How many pixels there are.</summary>
    public int InputPixels => Axes.Aggregate(1, (product, axis) => product * axis.Input);

    /// <summary>How many positions the window has.</summary>
    public int OutputPixels => Axes.Aggregate(1, (product, axis) => product * axis.Output);

    /// <summary>How many taps it has.</summary>
    public int Taps => Axes.Aggregate(1, (product, axis) => product * axis.Kernel);

    /// <summary>Whether each position reads the one pixel that it stands on.</summary>
    public bool IsPixel => Axes.All(axis => axis is { Kernel: 1, Stride: 1, PaddingBefore: 0 } && axis.Input == axis.Output);

    /// <summary>Whether some position reads beyond the pixels.</summary>
    public bool HasPadding => Axes.Any(axis => axis.PaddingBefore > 0 || axis.Overhang > 0);

    /// <summary>The pixel that each tap reads at each position: a row of taps per position; -1 for padding.</summary>
    public int[] Sources() => Table(axis => (axis.Output, axis.Input, axis.Source));

    /// <summary>The position at which each tap reads each pixel: a row of taps per pixel; -1 for none.</summary>
    public int[] Positions() => Table(axis => (axis.Input, axis.Output, axis.Position));

    private int[] Table(Func<WindowAxis, (int Rows, int Values, Func<int, int, int> Value)> of)
    {
        int[] sources = [0];
        int positions = 1;
        int taps = 1;
        foreach (WindowAxis axis in Axes)
        {
            (int rows, int values, Func<int, int, int> value) = of(axis);
            int[] next = new int[sources.Length * rows * axis.Kernel];
            for (int i = 0; i < next.Length; i++)
            {
                // [outer positions, position, outer taps, tap]
                int tap = i % axis.Kernel;
                int outerTap = i / axis.Kernel % taps;
                int position = i / (axis.Kernel * taps) % rows;
                int outer = sources[(i / (axis.Kernel * taps * rows) * taps) + outerTap];
                int source = value(position, tap);
                next[i] = outer < 0 || source < 0 || source >= values ? -1 : (outer * values) + source;
            }

            positions *= rows;
            taps *= axis.Kernel;
            sources = next;
        }

        return sources;
    }
}
