namespace NeuralGen.Tests.Kernels;

// Rows, inputs and units of the layers that the kernels are tested with.
public static class DenseShapes
{
    private static readonly int[] Sizes = [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 33, 64, 65, 100, 130];

    // Several blocks of inputs, of rows and of units; few units that read much.
    private static readonly (int Rows, int Inputs, int Units)[] LargeSizes = [(3, 784, 20), (20, 784, 37), (300, 12, 10), (13, 9, 530), (1, 600, 300), (1, 784, 10), (2, 1025, 11), (1, 700, 5), (1, 2050, 12)];

    public static TheoryData<int, int, int> All()
    {
        Random random = new(20260101);
        HashSet<(int Rows, int Inputs, int Units)> drawn = [.. LargeSizes];
        while (drawn.Count < 150)
        {
            drawn.Add((Sizes[random.Next(Sizes.Length)], Sizes[random.Next(Sizes.Length)], Sizes[random.Next(Sizes.Length)]));
        }

        TheoryData<int, int, int> shapes = [];
        foreach ((int rows, int inputs, int units) in drawn)
        {
            shapes.Add(rows, inputs, units);
        }

        return shapes;
    }
}
