using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.AcrossUnits;

/// <summary>
/// Writes a dense layer of one sample as a statement per input and vector of neighbouring nodes: the input is spread over a
/// vector, multiplied with its weights to all of these nodes, and added to their sums.
/// </summary>
/// <param name="writer">Where to write.</param>
/// <param name="names">The names of local variables.</param>
/// <param name="tensors">What values are called.</param>
/// <param name="arithmetic">How numbers are written.</param>
/// <param name="most">How many nodes the widest vector may hold.</param>
internal sealed class UnitsDenseWriter(SourceWriter writer, NameScope names, TensorNames tensors, Arithmetic arithmetic, int most)
{
    /// <summary>Whether an activation is computed on the vectors, before they are stored.</summary>
    public static bool IsOnVectors(ActivationFunction? function) =>
        function is null or { IsIdentity: true } or RectifierFunction;

    /// <summary>Writes the layer.</summary>
    /// <param name="step">The layer.</param>
    /// <param name="input">The span that it reads.</param>
    /// <param name="output">The span that it writes.</param>
    /// <param name="isPadded">Whether the span has room for whole vectors.</param>
    public void Write(Step step, string input, string output, bool isPadded)
    {
        DenseOperation dense = (DenseOperation)step.Operation;
        IReadOnlyList<(int First, int Count, int Lanes)> vectors = UnitVectors.Of(dense.Units, most);
        string[][] sums = [.. vectors.Select(vector => Names(dense, vector.First, vector.Count))];
        bool[][] isDeclared = [.. sums.Select(parts => new bool[parts.Length])];
        for (int v = 0; v < vectors.Count; v++)
        {
            if (dense.Bias is { } bias)
            {
                Declare(v, 0, Constant(vectors[v], unit => bias[unit]));
            }
        }

        int widest = vectors.Max(vector => vector.Lanes);
        string spread = names.Declare("spread");
        bool isFirst = true;
        for (int i = 0; i < dense.InputSize; i++)
        {
            int[] used = [.. Enumerable.Range(0, vectors.Count).Where(v => UnitVectors.Matters(dense, vectors[v].First, vectors[v].Count, i))];
            if (used.Length == 0)
            {
                continue;
            }

            string declaration = isFirst ? $"{VectorWidth.Of(widest).Type} " : "";
            isFirst = false;
            writer.Line($"{declaration}{spread} = {VectorWidth.Of(widest).Functions}.Create({input}[{Literal.Integer(i)}]);");
            foreach (int v in used)
            {
                int part = i % sums[v].Length;
                VectorWidth width = VectorWidth.Of(vectors[v].Lanes);
                string factor = width.FirstOf(spread, widest);
                string weights = Constant(vectors[v], unit => dense.Weight(unit, i));
                if (isDeclared[v][part])
                {
                    writer.Line($"{sums[v][part]} = {width.MultiplyAdd}({factor}, {weights}, {sums[v][part]});");
                }
                else
                {
                    Declare(v, part, $"{factor} * {weights}");
                }
            }
        }

        writer.Line();
        for (int v = 0; v < vectors.Count; v++)
        {
            string result = Result(step, vectors[v], [.. sums[v].Where((_, part) => isDeclared[v][part])]);
            Store(vectors[v], result, output, isPadded);
        }

        void Declare(int v, int part, string value)
        {
            isDeclared[v][part] = true;
            writer.Line($"{VectorWidth.Of(vectors[v].Lanes).Type} {sums[v][part]} = {value};");
        }
    }

    private string[] Names(DenseOperation dense, int first, int count) =>
    [
        .. Enumerable.Range(0, UnitVectors.PartialSums(dense, most)).Select(part =>
            names.Declare(tensors.Elements(dense.Output, first, first + count - 1) + (part == 0 ? "" : $"_part{Literal.Integer(part)}"))),
    ];

    private string Constant((int First, int Count, int Lanes) vector, Func<int, double> valueOf)
    {
        IEnumerable<double> values = Enumerable.Range(vector.First, vector.Lanes).Select(unit => unit < vector.First + vector.Count ? valueOf(unit) : 0);
        return $"{VectorWidth.Of(vector.Lanes).Functions}.Create({string.Join(", ", values.Select(arithmetic.Number))})";
    }

    /// <summary>Adds the partial sums in pairs, and applies the activation.</summary>
    private string Result(Step step, (int First, int Count, int Lanes) vector, string[] parts)
    {
        VectorWidth width = VectorWidth.Of(vector.Lanes);
        string zero = $"{width.Type}.Zero";
        string sum = parts.Length == 0 ? zero : parts[0];
        if (parts.Length > 1)
        {
            string[] terms = parts;
            while (terms.Length > 1)
            {
                terms = [.. Enumerable.Range(0, (terms.Length + 1) / 2).Select(i => (2 * i) + 1 < terms.Length ? $"({terms[2 * i]} + {terms[(2 * i) + 1]})" : terms[2 * i])];
            }

            writer.Line($"{sum} = {terms[0].Substring(1, terms[0].Length - 2)};");
        }

        if (step.Activation is not { } activation || activation.Function is not RectifierFunction function)
        {
            return sum;
        }

        string result = names.Declare(tensors.Elements(activation.Output, vector.First, vector.First + vector.Count - 1));
        string value = function.IsZeroBelow ? $"{width.Max}({zero}, {sum})"
            : Leaky(function.Slopes is null ? arithmetic.Number(function.SlopeBelow(0)) : Constant(vector, function.SlopeBelow));
        writer.Line($"{width.Type} {result} = {value};");
        return result;

        string Leaky(string slope)
        {
            string type = width.Functions;
            return $"{type}.ConditionalSelect({type}.GreaterThan({sum}, {zero}), {sum}, {sum} * {slope})";
        }
    }

    /// <summary>Stores a vector; of one that has more lanes than nodes, its halves, since nothing may be written behind the output.</summary>
    private void Store((int First, int Count, int Lanes) vector, string value, string output, bool isPadded)
    {
        (int first, int count, int lanes) = vector;
        string functions = VectorWidth.Of(lanes).Functions;
        int half = lanes / 2;
        if (isPadded || count == lanes)
        {
            writer.Line($"{functions}.StoreUnsafe({value}, ref {output}[{Literal.Integer(first)}]);");
        }
        else if (lanes > UnitVectors.NarrowLanes)
        {
            Store((first, Math.Min(count, half), half), $"{functions}.GetLower({value})", output, isPadded);
            if (count > half)
            {
                Store((first + half, count - half, half), $"{functions}.GetUpper({value})", output, isPadded);
            }
        }
        else
        {
            for (int lane = 0; lane < count; lane++)
            {
                writer.Line($"{output}[{Literal.Integer(first + lane)}] = {functions}.GetElement({value}, {Literal.Integer(lane)});");
            }
        }
    }
}
