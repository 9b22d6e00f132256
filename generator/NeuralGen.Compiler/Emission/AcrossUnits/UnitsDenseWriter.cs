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
internal sealed class UnitsDenseWriter(SourceWriter writer, NameScope names, TensorNames tensors, Arithmetic arithmetic)
{
    private const string MultiplyAdd = $"{VectorAliases.Fma}.MultiplyAdd";

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
        IReadOnlyList<(int First, int Count, int Lanes)> vectors = UnitVectors.Of(dense.Units);
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

            string declaration = isFirst ? $"{VectorType(widest)} " : "";
            isFirst = false;
            writer.Line($"{declaration}{spread} = {Functions(widest)}.Create({input}[{Literal.Integer(i)}]);");
            foreach (int v in used)
            {
                int part = i % sums[v].Length;
                string factor = vectors[v].Lanes == widest ? spread : $"{VectorAliases.Vector256}.GetLower({spread})";
                string weights = Constant(vectors[v], unit => dense.Weight(unit, i));
                if (isDeclared[v][part])
                {
                    writer.Line($"{sums[v][part]} = {MultiplyAdd}({factor}, {weights}, {sums[v][part]});");
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
            writer.Line($"{VectorType(vectors[v].Lanes)} {sums[v][part]} = {value};");
        }
    }

    private static string VectorType(int lanes) => lanes == UnitVectors.WideLanes ? VectorAliases.Floats8 : VectorAliases.Floats4;

    private static string Functions(int lanes) => lanes == UnitVectors.WideLanes ? VectorAliases.Vector256 : VectorAliases.Vector128;

    private string[] Names(DenseOperation dense, int first, int count) =>
    [
        .. Enumerable.Range(0, UnitVectors.PartialSums(dense)).Select(part =>
            names.Declare(tensors.Elements(dense.Output, first, first + count - 1) + (part == 0 ? "" : $"_part{Literal.Integer(part)}"))),
    ];

    private string Constant((int First, int Count, int Lanes) vector, Func<int, double> valueOf)
    {
        IEnumerable<double> values = Enumerable.Range(vector.First, vector.Lanes).Select(unit => unit < vector.First + vector.Count ? valueOf(unit) : 0);
        return $"{Functions(vector.Lanes)}.Create({string.Join(", ", values.Select(arithmetic.Number))})";
    }

    /// <summary>Adds the partial sums in pairs, and applies the activation.</summary>
    private string Result(Step step, (int First, int Count, int Lanes) vector, string[] parts)
    {
        string zero = $"{VectorType(vector.Lanes)}.Zero";
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
        string value = function.IsZeroBelow ? $"{(vector.Lanes == UnitVectors.WideLanes ? VectorAliases.Avx : VectorAliases.Sse)}.Max({zero}, {sum})"
            : Leaky(function.Slopes is null ? arithmetic.Number(function.SlopeBelow(0)) : Constant(vector, function.SlopeBelow));
        writer.Line($"{VectorType(vector.Lanes)} {result} = {value};");
        return result;

        string Leaky(string slope)
        {
            string type = Functions(vector.Lanes);
            return $"{type}.ConditionalSelect({type}.GreaterThan({sum}, {zero}), {sum}, {sum} * {slope})";
        }
    }

    private void Store((int First, int Count, int Lanes) vector, string value, string output, bool isPadded)
    {
        string type = Functions(vector.Lanes);
        if (isPadded || vector.Count == vector.Lanes)
        {
            writer.Line($"{type}.StoreUnsafe({value}, ref {output}[{Literal.Integer(vector.First)}]);");
            return;
        }

        for (int lane = 0; lane < vector.Count; lane++)
        {
            writer.Line($"{output}[{Literal.Integer(vector.First + lane)}] = {type}.GetElement({value}, {Literal.Integer(lane)});");
        }
    }
}
