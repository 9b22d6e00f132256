using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Nodes;

/// <summary>
/// Writes a layer as a statement per node between two spans, in as many methods as the JIT needs to optimise each of them.
/// </summary>
/// <param name="context">What the writers share.</param>
/// <param name="program">The network's program.</param>
/// <param name="step">The layer.</param>
/// <param name="method">The name of its method.</param>
/// <param name="parameters">The parameters for its inputs.</param>
/// <param name="inputs">The names of those.</param>
internal sealed class UnrolledMethodWriter(
    EmissionContext context, Program program, Step step, string method, string parameters, string[] inputs)
{
    private const int MostTerms = 1000;
    private const int MostNodes = 150;

    private readonly SourceWriter _writer = context.Writer;
    private readonly TensorNames _tensors = new(program.Network);

    /// <summary>Writes the methods.</summary>
    public void Write()
    {
        bool[] needed = program.Needed[step.Output];
        List<(int Start, int End)> parts = [.. Parts(needed)];
        if (step.Operation is not DenseOperation || parts.Count == 1)
        {
            _writer.Open($"internal static void {method}({parameters}, {context.SpanOf(program.Network.Tensors[step.Output].Type)} output)");
            WriteNodes(needed);
            _writer.Close();
            return;
        }

        _writer.Open($"internal static void {method}({parameters}, {context.SpanOf(program.Network.Tensors[step.Output].Type)} output)");
        foreach ((int start, int end) in parts)
        {
            _writer.Line($"{PartName(start, end)}({string.Join(", ", inputs)}, output);");
        }

        _writer.Close();
        foreach ((int start, int end) in parts)
        {
            _writer.Line();
            bool isLong = end == start + 1 && CountTerms(start) > MostTerms;
            if (isLong)
            {
                WriteLongNode(start, PartName(start, end));
                continue;
            }

            _writer.Open($"private static void {PartName(start, end)}({parameters}, {context.SpanOf(program.Network.Tensors[step.Output].Type)} output)");
            WriteNodes([.. needed.Select((isNeeded, i) => isNeeded && i >= start && i < end)]);
            _writer.Close();
        }
    }

    private static string Index(int value) => Literal.Integer(value);

    private string PartName(int start, int end) => $"{method}_{Index(start)}_to_{Index(end - 1)}";

    private IEnumerable<(int Start, int End)> Parts(bool[] needed)
    {
        int start = 0;
        long terms = 0;
        for (int unit = 0; unit < needed.Length; unit++)
        {
            long more = needed[unit] ? CountTerms(unit) : 0;
            if (unit > start && (terms + more > MostTerms || unit - start >= MostNodes))
            {
                yield return (start, unit);
                start = unit;
                terms = 0;
            }

            terms += more;
        }

        yield return (start, needed.Length);
    }

    private long CountTerms(int unit) =>
        step.Operation is DenseOperation dense
            ? Enumerable.Range(0, dense.InputSize).Count(i => dense.Weight(unit, i) != 0) + 1
            : 1;

    private string[][] Operands() =>
        [.. inputs.Select((input, i) => Enumerable.Range(0, program.Network.Tensors[step.Inputs[i]].Size).Select(j => $"{input}[{Index(j)}]").ToArray())];

    private void WriteNodes(bool[] needed)
    {
        UnrolledBlock block = NewBlock();
        string?[] outputs = OperationEmitters.For(step.Operation).Unrolled(block, step, Operands(), needed);
        for (int i = 0; i < outputs.Length; i++)
        {
            if (needed[i])
            {
                _writer.Line($"output[{Index(i)}] = {outputs[i]};");
            }
        }
    }

    /// <summary>A single node with more terms than a method should have: each method adds some of them.</summary>
    private void WriteLongNode(int unit, string name)
    {
        DenseOperation dense = (DenseOperation)step.Operation;
        List<string> terms = new WeightedSum(NewBlock(), dense.Weights, dense.Bias).Terms(dense.Products(unit), unit, Operands()[0]);
        int methods = (terms.Count + MostTerms - 1) / MostTerms;
        _writer.Open($"private static void {name}({parameters}, {context.SpanOf(program.Network.Tensors[step.Output].Type)} output)");
        UnrolledBlock block = NewBlock();
        string sum = block.DeclareElement(dense.Output, unit);
        block.Local(sum, context.Arithmetic.Literal(0));
        for (int part = 0; part < methods; part++)
        {
            _writer.Line($"{sum} = {name}_part_{Index(part)}({inputs[0]}, {sum});");
        }

        _writer.Line($"output[{Index(unit)}] = {ActivationEmitter.Element(block, step.Activation, unit, sum)};");
        _writer.Close();
        for (int part = 0; part < methods; part++)
        {
            _writer.Line();
            _writer.Open($"private static {context.Type} {name}_part_{Index(part)}({parameters}, {context.Type} sum)");
            UnrolledBlock body = NewBlock();
            string result = body.Declare("result");
            List<string> some = terms.GetRange(part * MostTerms, Math.Min(MostTerms, terms.Count - (part * MostTerms)));
            some[0] = part == 0 ? "+ " + some[0] : some[0];
            some.Insert(0, "sum");
            body.Sum(result, some);
            _writer.Line($"return {result};");
            _writer.Close();
        }
    }

    private UnrolledBlock NewBlock() => new(_writer, new NameScope([.. inputs, "output", "sum"]), _tensors, context.Arithmetic, NumberSource.Constants);
}
