using System.Globalization;

namespace NeuralGen.Tests.Kernels.Convolutions;

// A window as lists of numbers, and how pixels are counted, both apart from the library.
public sealed record SpatialCase(int[] Input, int[] Kernel, int[] Strides, int[] Dilations, int[] Before, int[] Output)
{
    private int[]? _pixels;

    public int InputPixels => Count(Input);

    public int OutputPixels => Count(Output);

    public int KernelSize => Count(Kernel);

    // Any window whose output has at least one pixel; some read nothing but padding.
    public static SpatialCase Draw(Random random)
    {
        int axes = random.Next(1, 4);
        int largest = axes switch { 1 => 40, 2 => 13, _ => 6 };
        int[] input = Numbers(axes, () => random.Next(1, largest + 1));
        int[] kernel = Numbers(axes, () => random.Next(4) == 0 ? 1 : random.Next(1, axes == 1 ? 9 : 5));
        int[] strides = Numbers(axes, () => random.Next(2) == 0 ? 1 : random.Next(1, 4));
        int[] dilations = Numbers(axes, () => random.Next(3) > 0 ? 1 : random.Next(1, 4));
        int[] before = Numbers(axes, () => random.Next(3) == 0 ? 0 : random.Next(4));
        int[] output = [.. Enumerable.Range(0, axes).Select(axis =>
        {
            int span = ((kernel[axis] - 1) * dilations[axis]) + 1;
            int room = input[axis] + before[axis] + random.Next(4) - span;
            return room < 0 ? 1 : (room / strides[axis]) + 1;
        })];
        return new(input, kernel, strides, dilations, before, output);
    }

    public SpatialWindow Window() => new(Input, Kernel, Strides, Dilations, Before, Output);

    // The pixel that a tap of an output pixel reads; -1 for padding.
    public int InputPixel(int outputPixel, int tap)
    {
        _pixels ??= [.. Enumerable.Range(0, OutputPixels * KernelSize).Select(i => Pixel(i / KernelSize, i % KernelSize))];
        return _pixels[(outputPixel * KernelSize) + tap];
    }

    private int Pixel(int outputPixel, int tap)
    {
        int[] outputs = Split(outputPixel, Output), taps = Split(tap, Kernel);
        int pixel = 0;
        for (int axis = 0; axis < Input.Length; axis++)
        {
            int position = (outputs[axis] * Strides[axis]) + (taps[axis] * Dilations[axis]) - Before[axis];
            if (position < 0 || position >= Input[axis])
            {
                return -1;
            }

            pixel = (pixel * Input[axis]) + position;
        }

        return pixel;
    }

    public override string ToString() => string.Join(
        " ", new[] { Input, Kernel, Strides, Dilations, Before, Output }.Select(list => string.Join('x', list.Select(value => value.ToString(CultureInfo.InvariantCulture)))));

    private static int Count(int[] sizes) => sizes.Aggregate(1, (product, size) => product * size);

    private static int[] Split(int index, int[] sizes)
    {
        int[] position = new int[sizes.Length];
        for (int axis = sizes.Length - 1; axis >= 0; axis--)
        {
            position[axis] = index % sizes[axis];
            index /= sizes[axis];
        }

        return position;
    }

    private static int[] Numbers(int count, Func<int> draw) => [.. Enumerable.Range(0, count).Select(_ => draw())];
}
