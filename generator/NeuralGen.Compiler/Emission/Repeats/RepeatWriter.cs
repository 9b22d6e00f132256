using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Repeats;

/// <summary>
/// Writes the method that computes all rounds: each reads the states where the round before wrote them, and writes the next ones beside them, since
/// they must not overlap.
/// </summary>
/// <param name="context">What the writers of the network of one round share.</param>
/// <param name="repeat">The layer.</param>
/// <param name="isLarge">Whether a round takes a workspace.</param>
internal sealed class RepeatWriter(EmissionContext context, RepeatOperation repeat, bool isLarge)
{
    private const string Pool = "global::System.Buffers.ArrayPool<byte>.Shared";

    private readonly SourceWriter _writer = context.Writer;

    /// <summary>The parameters that receive what the layer reads.</summary>
    private string[] Inputs => [.. Enumerable.Range(0, repeat.Inputs.Count).Select(i => $"input{Literal.Integer(i)}")];

    private string States => Literal.Integer(repeat.StateSize);

    /// <summary>Writes the method.</summary>
    public void Write()
    {
        string parameters = string.Concat(Inputs.Select((input, i) => $"{context.ReadOnlySpanOf(repeat.Body.Tensors[i].Type)} {input}, "));
        _writer.Line("/// <summary>Computes all rounds.</summary>");
        _writer.Open($"internal static void {RepeatedBody.Method}({parameters}{context.Span} output)");
        WriteLocals();
        _writer.Open($"for (int round = 0; round < {Literal.Integer(repeat.Count)}; round++)");
        if (repeat.HasNumber)
        {
            _writer.Line("number[0] = round;");
        }

        _writer.Line($"{GeneratedNames.Predict}({string.Join(", ", Arguments())});");
        if (repeat.States > 0)
        {
            _writer.Line($"{context.Span} former = states;");
            _writer.Line("states = next;");
            _writer.Line("next = former;");
        }

        if (repeat.HasCondition)
        {
            _writer.Line("if (!goesOn[0]) break;");
        }

        _writer.Close();
        if (repeat.HasCondition && repeat.States > 0)
        {
            _writer.Line();
            _writer.Line($"states.CopyTo(output.Slice(0, {States}));");
        }

        if (isLarge)
        {
            _writer.Line();
            _writer.Line($"{Pool}.Return(workspace);");
        }

        _writer.Close();
        _writer.Line();
    }

    private void WriteLocals()
    {
        if (repeat.States > 0)
        {
            // The last states belong to the front, so that an odd number of rounds begins behind.
            string[] rooms = [$"output.Slice(0, {States})", $"output.Slice({Literal.Integer(repeat.ResultSize)}, {States})"];
            int first = repeat.Count % 2;
            _writer.Line($"{context.Span} states = {rooms[first]};");
            _writer.Line($"{context.Span} next = {rooms[1 - first]};");
            int start = 0;
            for (int i = 0; i < repeat.States; i++)
            {
                _writer.Line($"{Inputs[i]}.CopyTo({Part("states", start, repeat.InputSize(i))});");
                start += repeat.InputSize(i);
            }
        }

        if (repeat.HasCondition && repeat.Collected > 0)
        {
            _writer.Line("// What rounds would give that there are none of is zero.");
            _writer.Line($"output.Slice({States}, {Literal.Integer(repeat.ResultSize - repeat.StateSize)}).Clear();");
        }

        if (repeat.HasNumber)
        {
            _writer.Line("global::System.Span<long> number = stackalloc long[1];");
        }

        if (repeat.HasCondition)
        {
            _writer.Line("global::System.Span<bool> goesOn = stackalloc bool[1];");
        }

        if (isLarge)
        {
            _writer.Line($"byte[] workspace = {Pool}.Rent({GeneratedNames.WorkspaceSize});");
        }

        _writer.Line();
    }

    /// <summary>What a round reads and writes, in the order of its inputs and outputs.</summary>
    private IEnumerable<string> Arguments()
    {
        int start = 0;
        for (int i = 0; i < repeat.States; start += repeat.InputSize(i), i++)
        {
            yield return Part("states", start, repeat.InputSize(i));
        }

        for (int i = repeat.States; i < repeat.Inputs.Count; i++)
        {
            int size = repeat.InputSize(i);
            yield return i < repeat.States + repeat.Sequences ? $"{Inputs[i]}.Slice({Literal.Times("round", size)}, {Literal.Integer(size)})" : Inputs[i];
        }

        if (repeat.HasNumber)
        {
            yield return "number";
        }

        start = 0;
        for (int i = 0; i < repeat.States; start += repeat.OutputSize(i), i++)
        {
            yield return Part("next", start, repeat.OutputSize(i));
        }

        for (int i = repeat.States; i < repeat.States + repeat.Collected; i++)
        {
            int size = repeat.OutputSize(i);
            string offset = start == 0 ? "" : $"{Literal.Integer(start)} + ";
            yield return $"output.Slice({offset}{Literal.Times("round", size)}, {Literal.Integer(size)})";
            start += repeat.Count * size;
        }

        if (repeat.HasCondition)
        {
            yield return "goesOn";
        }

        if (isLarge)
        {
            yield return "workspace";
        }
    }

    private string Part(string span, int start, int size) =>
        size == repeat.StateSize ? span : $"{span}.Slice({Literal.Integer(start)}, {Literal.Integer(size)})";
}
