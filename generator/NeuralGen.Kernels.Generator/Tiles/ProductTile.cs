namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>
/// A tile with vectors along the columns of the right matrix: at each step, a value of each left row is spread over a vector and
/// multiplied with each vector of the right row.
/// </summary>
/// <param name="rows">The number of left rows.</param>
/// <param name="vectors">The number of vectors.</param>
/// <param name="parts">How many steps have sums of their own, so that enough of them run side by side; 1 with several rows.</param>
internal abstract class ProductTile(int rows, int vectors, int parts = 1) : Tile
{
    // So many rows are reached from one pointer, as far as the machine's addresses have factors.
    private const int RowsPerPointer = 4;

    /// <summary>The number of left rows.</summary>
    protected int Rows => rows;

    /// <summary>The number of vectors.</summary>
    protected int Vectors => vectors;

    /// <summary>The number of steps with sums of their own.</summary>
    protected int Parts => parts;

    /// <summary>The pointers to the left rows.</summary>
    protected IEnumerable<string> LeftPointers => Enumerable.Range(0, (rows + RowsPerPointer - 1) / RowsPerPointer).Select(LeftPointer);

    /// <summary>All sums by the numbers of their row (or step) and vector.</summary>
    protected IEnumerable<(int Row, int Vector)> Sums =>
        Enumerable.Range(0, Math.Max(rows, parts)).SelectMany(row => Enumerable.Range(0, vectors).Select(vector => (row, vector)));

    /// <summary>The variable of a sum.</summary>
    /// <param name="row">The number of its row, or of its step.</param>
    /// <param name="vector">The number of its vector.</param>
    protected static string Sum(int row, int vector) => $"s{row}_{vector}";

    /// <summary>The value of a left row at a step.</summary>
    /// <param name="row">The row's number.</param>
    /// <param name="part">The step's number.</param>
    protected abstract string Left(int row, int part);

    /// <summary>A vector of the right row at a step.</summary>
    /// <param name="vector">The vector's number.</param>
    /// <param name="part">The step's number.</param>
    protected abstract string Right(int vector, int part);

    /// <summary>The value of a left row where rows are at equal distances.</summary>
    /// <param name="row">The row's number.</param>
    /// <param name="distance">The distance.</param>
    protected static string LeftOf(int row, string distance) => At(LeftPointer(row / RowsPerPointer), row % RowsPerPointer, distance);

    /// <summary>Declares the pointers to left rows beside the first.</summary>
    /// <param name="writer">Receives the statements.</param>
    /// <param name="type">What they point to.</param>
    /// <param name="distance">The distance of two rows.</param>
    protected void DeclareLeft(CodeWriter writer, string type, string distance)
    {
        foreach ((int group, string pointer) in LeftPointers.Index().Skip(1))
        {
            writer.Line($"{type}* {pointer} = {Behind("left", group * RowsPerPointer, distance)};");
        }
    }

    /// <summary>Declares sums, a line for each row.</summary>
    /// <param name="writer">Receives the statements.</param>
    /// <param name="start">What a sum begins with.</param>
    protected void DeclareSums(CodeWriter writer, Func<int, int, string> start)
    {
        foreach (IGrouping<int, (int Row, int Vector)> row in Sums.GroupBy(sum => sum.Row))
        {
            writer.Line($"TVector {string.Join(", ", row.Select(sum => $"{Sum(sum.Row, sum.Vector)} = {start(sum.Row, sum.Vector)}"))};");
        }
    }

    /// <summary>Writes one step: the products of all rows and vectors.</summary>
    /// <param name="writer">Receives the statements.</param>
    /// <param name="part">The step's number.</param>
    protected void Multiply(CodeWriter writer, int part = 0)
    {
        // What several rows are multiplied with is loaded once.
        if (rows > 1)
        {
            writer.Line($"TVector {string.Join(", ", Enumerable.Range(0, vectors).Select(vector => $"right{vector} = {Right(vector, part)}"))};");
        }

        string factor = parts == 1 ? "factor" : $"factor{part}";
        for (int row = 0; row < rows; row++)
        {
            writer.Line($"{(row == 0 ? "TVector " : "")}{factor} = TLanes.Broadcast({Left(row, part)});");
            for (int vector = 0; vector < vectors; vector++)
            {
                string sum = Sum(rows > 1 ? row : part, vector);
                writer.Line($"{sum} = TLanes.MultiplyAdd({factor}, {(rows > 1 ? $"right{vector}" : Right(vector, part))}, {sum});");
            }
        }
    }

    /// <summary>The sum of the sums of all steps.</summary>
    /// <param name="vector">The vector's number.</param>
    protected string Total(int vector) => Total(vector, 0, parts);

    private static string Total(int vector, int first, int count)
    {
        int half = (count + 1) / 2;
        return count == 1 ? Sum(first, vector) : $"TLanes.Add({Total(vector, first, half)}, {Total(vector, first + half, count - half)})";
    }

    private static string LeftPointer(int group) => group == 0 ? "left" : $"left{group}";
}
