using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Recurrences;

/// <summary>
/// Writes the backward pass of one kind of recurrent layer: backpropagation through time (Werbos 1990). The hidden states are known, so that what
/// the gates of all steps get from them is one product; then the steps are gone through from the last to the first.
/// </summary>
/// <param name="block">The method body.</param>
/// <param name="layer">The layer.</param>
internal abstract class RecurrentGradientWriter(SamplesBlock block, RecurrentOperation layer)
{
    /// <summary>The method body.</summary>
    protected SamplesBlock Block => block;

    /// <summary>The layer.</summary>
    protected RecurrentOperation Layer => layer;

    /// <summary>Where to write.</summary>
    protected SourceWriter Writer => block.Writer;

    /// <summary>The type of number.</summary>
    protected string Type => block.Type;

    /// <summary>The number of units.</summary>
    protected string Units { get; } = Literal.Integer(layer.Units);

    /// <summary>The formulas of one unit.</summary>
    protected RecurrentFormulas Formulas { get; } = new(block.Writer, block.Arithmetic, layer);

    /// <summary>The spans.</summary>
    protected RecurrentNames Names { get; } = RecurrentNames.OfSamples(layer);

    /// <summary>The spans that the pass computes in, with the number of values of each.</summary>
    protected abstract IReadOnlyList<(string Name, int Size)> Rooms { get; }

    /// <summary>Whether the derivatives by the cell state go from step to step, too.</summary>
    protected virtual bool HasCell => false;

    /// <summary>Writes the pass.</summary>
    public void Write()
    {
        Writer.OpenScope();
        (string Name, int Size)[] rooms = [.. Rooms, ("hiddenDelta", layer.Units), .. HasCell ? [("cellDelta", layer.Units)] : Array.Empty<(string, int)>()];
        string pool = $"global::System.Buffers.ArrayPool<{Type}>.Shared";
        Writer.Line($"{Type}[] room = {pool}.Rent({Literal.Integer(rooms.Sum(room => room.Size))});");
        int start = 0;
        foreach ((string name, int size) in rooms)
        {
            Writer.Line($"global::System.Span<{Type}> {name} = global::System.MemoryExtensions.AsSpan(room, {Literal.Integer(start)}, {Literal.Integer(size)});");
            start += size;
        }

        Writer.Line($"global::System.ReadOnlySpan<{Type}> recurrentWeights = {block.Numbers(layer, "recurrent_weights" + layer.Suffix, layer.Weights)};");
        if (layer.Bias is not null)
        {
            Writer.Line($"global::System.ReadOnlySpan<{Type}> recurrentBias = {block.Numbers(layer, "recurrent_bias" + layer.Suffix, layer.Bias)};");
        }

        if (layer.Peepholes is not null)
        {
            Writer.Line($"global::System.ReadOnlySpan<{Type}> peepholes = {block.Numbers(layer, "peepholes" + layer.Suffix, layer.Peepholes)};");
        }

        Names.Open(block, layer, [.. Deltas()]);
        WriteForward();
        WriteFirstDeltas();
        OpenSteps(isBackward: true);
        WriteStep();
        Writer.Close();
        Writer.Line();
        WriteInputDeltas();
        if (block.WantsParameters)
        {
            WriteParameters();
        }

        WriteStateDeltas();
        Writer.Close();
        Writer.Line($"{pool}.Return(room);");
        Writer.Close();
    }

    /// <summary>Writes what the steps need of the forward pass.</summary>
    protected abstract void WriteForward();

    /// <summary>Writes one step: <c>step</c> is where it stands, <c>place</c> its place in the order of computation.</summary>
    protected abstract void WriteStep();

    /// <summary>Writes what the derivatives by the sums add to those by what the gates got from the input.</summary>
    protected abstract void WriteInputDeltas();

    /// <summary>Writes the derivatives by the parameters.</summary>
    protected abstract void WriteParameters();

    /// <summary>Opens the loop over the steps.</summary>
    protected void OpenSteps(bool isBackward = false)
    {
        string last = Literal.Integer(layer.Steps - 1);
        Writer.Open(isBackward ? $"for (int place = {last}; place >= 0; place--)" : $"for (int place = 0; place < {Literal.Integer(layer.Steps)}; place++)");
        Writer.Line($"int step = {(layer.IsReversed ? $"{last} - place" : "place")};");
    }

    /// <summary>Opens the loop over the units.</summary>
    protected void OpenUnits() => Writer.Open($"for (int unit = 0; unit < {Units}; unit++)");

    /// <summary>Opens a loop over some values.</summary>
    protected void Each(int count, string statement)
    {
        Writer.Open($"for (int i = 0; i < {Literal.Integer(count)}; i++)");
        Writer.Line(statement);
        Writer.Close();
    }

    /// <summary>The position of a gate's value of a unit in the row of a step.</summary>
    protected string At(int gate) => gate == 0 ? "unit" : $"{Literal.Integer(gate * layer.Units)} + unit";

    /// <summary>The hidden state before a step, of one unit.</summary>
    protected string Before
    {
        get
        {
            string first = Names.Hidden is null ? block.Arithmetic.Literal(0) : $"{Names.Hidden}[unit]";
            return layer.Steps == 1 ? first : $"place == 0 ? {first} : output[{Literal.Times(layer.IsReversed ? "(step + 1)" : "(step - 1)", layer.Units)} + unit]";
        }
    }

    /// <summary>Writes the products of all steps' hidden states before them and some gates' weights, into a span that holds the bias or what else they are added to.</summary>
    /// <param name="sums">The span: a row per step.</param>
    /// <param name="gates">How many gates, from the first on.</param>
    protected void AddProducts(string sums, int gates)
    {
        int width = gates * layer.Units;
        string weights = Gates("recurrentWeights", 0, gates, layer.Units * layer.Units);
        if (layer.Steps > 1)
        {
            Writer.Line(MatMulEmitter.Call(HiddenBefore, false, weights, true, Later(sums, width), layer.Steps - 1, width));
        }

        if (Names.Hidden is not null)
        {
            Writer.Line(MatMulEmitter.Call(Names.Hidden, false, weights, true, First(sums, width), 1, width));
        }
    }

    /// <summary>Writes the derivatives by some gates' weights and biases.</summary>
    /// <param name="deltas">The derivatives by what the gates get from the hidden state: a row per step.</param>
    /// <param name="gates">How many gates, from the first on.</param>
    protected void AddGradients(string deltas, int gates)
    {
        int width = gates * layer.Units;
        string gradient = Gates(block.Gradient(layer.Weights), 0, gates, layer.Units * layer.Units);
        if (layer.Steps > 1)
        {
            Writer.Line(MatMulEmitter.Call(Later(deltas, width), true, HiddenBefore, false, gradient, width, layer.Units));
        }

        if (Names.Hidden is not null)
        {
            Writer.Line(MatMulEmitter.Call(First(deltas, width), true, Names.Hidden, false, gradient, width, layer.Units));
        }

        AddBiasGradient(deltas, 0, gates);
    }

    /// <summary>Writes the derivatives by some gates' biases: the sums over the steps.</summary>
    protected void AddBiasGradient(string deltas, int firstGate, int gates)
    {
        if (layer.Bias is not null)
        {
            string name = firstGate == 0 ? "biasGradient" : "candidateBiasGradient";
            Writer.Line($"global::System.Span<{Type}> {name} = {Gates(block.Gradient(layer.Bias), firstGate, gates, layer.Units)};");
            int width = gates * layer.Units;
            Each(layer.Steps * width, $"{name}[i % {Literal.Integer(width)}] += {deltas}[i];");
        }
    }

    /// <summary>The part of a span that belongs to some gates.</summary>
    protected string Gates(string span, int firstGate, int gates, int size) =>
        gates == layer.Gates ? span : $"{span}.Slice({Literal.Integer(firstGate * size)}, {Literal.Integer(gates * size)})";

    /// <summary>Fills a span with the bias of some gates, a row per step, or with zeros.</summary>
    protected void FillBias(string span, int firstGate, int gates)
    {
        if (layer.Bias is null)
        {
            Writer.Line($"{span}.Clear();");
            return;
        }

        int width = gates * layer.Units;
        string index = $"i % {Literal.Integer(width)}";
        Each(layer.Steps * width, $"{span}[i] = recurrentBias[{(firstGate == 0 ? index : $"{Literal.Integer(firstGate * layer.Units)} + {index}")}];");
    }

    /// <summary>The hidden states that are those before another step, in the order in which they lie.</summary>
    private string HiddenBefore => $"output.Slice({(layer.IsReversed ? Units : "0")}, {Literal.Integer((layer.Steps - 1) * layer.Units)})";

    /// <summary>The rows of all steps but the first that is computed.</summary>
    private string Later(string span, int width) => $"{span}.Slice({(layer.IsReversed ? "0" : Literal.Integer(width))}, {Literal.Integer((layer.Steps - 1) * width)})";

    /// <summary>The row of the step that is computed first.</summary>
    private string First(string span, int width) => $"{span}.Slice({Literal.Integer(layer.StepAt(0) * width)}, {Literal.Integer(width)})";

    private IEnumerable<(string Name, string All, int Size)> Deltas()
    {
        yield return ("delta", block.Deltas(layer.Output)!, block.Size(layer.Output));
        string[] names = ["inputDelta", .. layer.HasInitialHidden ? ["firstHiddenDelta"] : Array.Empty<string>(), .. layer.HasInitialCell ? ["firstCellDelta"] : Array.Empty<string>()];
        for (int i = 0; i < names.Length; i++)
        {
            if (block.Deltas(layer.Inputs[i]) is { } deltas)
            {
                yield return (names[i], deltas, block.Size(layer.Inputs[i]));
            }
        }
    }

    private void WriteFirstDeltas()
    {
        Writer.Line();
        Writer.Line("hiddenDelta.Clear();");
        if (HasCell)
        {
            Writer.Line($"delta.Slice({Literal.Integer(layer.Steps * layer.Units)}, {Units}).CopyTo(cellDelta);");
        }
    }

    private void WriteStateDeltas()
    {
        if (layer.HasInitialHidden && block.Deltas(layer.Inputs[1]) is not null)
        {
            Each(layer.Units, "firstHiddenDelta[i] += hiddenDelta[i];");
        }

        if (layer.HasInitialCell && block.Deltas(layer.Inputs[layer.InitialCell]) is not null)
        {
            Each(layer.Units, "firstCellDelta[i] += cellDelta[i];");
        }
    }

    /// <summary>Adds a span of derivatives to those by the layer's first input, if anybody wants them.</summary>
    protected void AddInputDelta(string deltas, int start = 0, int? width = null)
    {
        if (block.Deltas(layer.Inputs[0]) is null)
        {
            return;
        }

        string at = width is { } row ? $"{Literal.Times($"(i / {Literal.Integer(row)})", layer.Sums)} + {Literal.Integer(start)} + i % {Literal.Integer(row)}" : "i";
        Each(layer.Steps * (width ?? layer.Sums), $"inputDelta[{at}] += {deltas}[i];");
    }
}
