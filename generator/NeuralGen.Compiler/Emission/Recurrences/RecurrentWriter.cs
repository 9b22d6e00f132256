using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Recurrences;

/// <summary>Writes the steps of a recurrent layer, one sample from spans to a span.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="arithmetic">How numbers are written.</param>
/// <param name="layer">The layer.</param>
/// <param name="names">The spans.</param>
internal sealed class RecurrentWriter(SourceWriter writer, Arithmetic arithmetic, RecurrentOperation layer, RecurrentNames names)
{
    private readonly string _units = Literal.Integer(layer.Units);
    private readonly RecurrentFormulas _formulas = new(writer, arithmetic, layer);

    /// <summary>The field with the weights of the hidden state in the order in which vectors read them; null where there is none.</summary>
    public string? Packed { get; init; }

    /// <summary>Whether one product with the hidden state gives all that the gates get from it.</summary>
    public static bool HasWholeProduct(RecurrentOperation layer) => layer.Cell != RecurrentCell.Gru || layer.IsResetAfter;

    /// <summary>Whether the library computes whole steps of a layer, given its weights in the order in which vectors read them.</summary>
    public static bool HasWholeSteps(RecurrentOperation layer) =>
        layer.Cell != RecurrentCell.Rnn && HasWholeProduct(layer) && layer is { Clip: 0, Peepholes: null, IsCoupled: false }
        && layer.GateActivation is SigmoidActivation && layer.Activation is TanhActivation && layer.OutputActivation is TanhActivation;

    /// <summary>Whether the library computes what follows the product for many units at once.</summary>
    private bool HasKernel => arithmetic.Lanes is not null && HasWholeSteps(layer);

    private bool IsOneCall => Packed is not null && HasWholeSteps(layer);

    /// <summary>Writes the variables for what a step computes, outside of any loop.</summary>
    public void WriteRoom()
    {
        string type = arithmetic.Type;
        if (!IsOneCall)
        {
            writer.Line($"global::System.Span<{type}> sums = stackalloc {type}[{Literal.Integer(layer.Sums)}];");
        }

        if (!HasWholeProduct(layer))
        {
            writer.Line($"global::System.Span<{type}> kept = stackalloc {type}[{_units}];");
        }

        if (!layer.HasInitialHidden)
        {
            writer.Line($"global::System.Span<{type}> zeros = stackalloc {type}[{_units}];");
            writer.Line("zeros.Clear();");
        }
    }

    /// <summary>Writes the loop over the steps, with the numbers in the variables <c>recurrentWeights</c>, <c>recurrentBias</c> and <c>peepholes</c>.</summary>
    public void Write()
    {
        string type = arithmetic.Type;
        WriteFirstStates(type);
        if (IsOneCall)
        {
            string cell = layer.Cell == RecurrentCell.Lstm ? "cell, " : "";
            string hidden = $"{names.Output}.Slice(0, {Literal.Integer(layer.Steps * layer.Units)})";
            writer.Line($"{Packed}.{(layer.Cell == RecurrentCell.Lstm ? "Lstm" : "Gru")}({names.Input}, before, {cell}{hidden}{(layer.IsReversed ? ", isReversed: true" : "")});");
            return;
        }

        string steps = Literal.Integer(layer.Steps);
        if (layer.Steps > 1)
        {
            writer.Open(layer.IsReversed ? $"for (int step = {Literal.Integer(layer.Steps - 1)}; step >= 0; step--)" : $"for (int step = 0; step < {steps}; step++)");
        }

        writer.Line($"global::System.ReadOnlySpan<{type}> gates = {Row(names.Input, layer.Sums)};");
        writer.Line($"global::System.Span<{type}> hidden = {Row(names.Output, layer.Units)};");
        WriteStep();
        if (layer.Steps > 1)
        {
            writer.Line("before = hidden;");
            writer.Close();
        }
    }

    private string Row(string span, int size) => layer.Steps == 1 ? $"{span}.Slice(0, {Literal.Integer(size)})" : $"{span}.Slice({Literal.Times("step", size)}, {Literal.Integer(size)})";

    private void WriteFirstStates(string type)
    {
        writer.Line($"global::System.ReadOnlySpan<{type}> before = {names.Hidden ?? "zeros"};");
        if (layer.Cell == RecurrentCell.Lstm)
        {
            writer.Line($"global::System.Span<{type}> cell = {names.Output}.Slice({Literal.Integer(layer.Steps * layer.Units)}, {_units});");
            writer.Line(names.Cell is null ? "cell.Clear();" : $"{names.Cell}.CopyTo(cell);");
        }
    }

    private void WriteStep()
    {
        if (!HasWholeProduct(layer))
        {
            WriteResetBefore();
            return;
        }

        Product("before", "sums", 0, layer.Gates);
        if (HasKernel)
        {
            writer.Line(layer.Cell == RecurrentCell.Lstm
                ? "global::NeuralGen.RecurrentKernels.Lstm(gates, sums, cell, hidden);"
                : "global::NeuralGen.RecurrentKernels.Gru(gates, sums, before, hidden);");
            return;
        }

        OpenUnits();
        switch (layer.Cell)
        {
            case RecurrentCell.Lstm:
                _formulas.WriteLstm(gate => $"gates[{At(gate)}] + sums[{At(gate)}]", "cell[unit]");
                writer.Line("cell[unit] = next;");
                writer.Line("hidden[unit] = outputGate * activated;");
                break;
            case RecurrentCell.Gru:
                _formulas.WriteGate("reset", $"gates[unit] + sums[unit]");
                _formulas.WriteGate("update", $"gates[{At(1)}] + sums[{At(1)}]");
                _formulas.WriteCandidate($"gates[{At(2)}] + reset * sums[{At(2)}]");
                WriteMixture("update");
                break;
            default:
                _formulas.WriteCandidate("gates[unit] + sums[unit]");
                writer.Line("hidden[unit] = candidate;");
                break;
        }

        writer.Close();
    }

    /// <summary>The reset gate decides what of the hidden state goes into the product, so that there are two products.</summary>
    private void WriteResetBefore()
    {
        Product("before", $"sums.Slice(0, {Literal.Integer(2 * layer.Units)})", 0, 2);
        OpenUnits();
        _formulas.WriteGate("reset", "gates[unit] + sums[unit]");
        writer.Line("kept[unit] = reset * before[unit];");
        writer.Close();
        writer.Line();
        Product("kept", $"sums.Slice({Literal.Integer(2 * layer.Units)}, {_units})", 2, 1);
        OpenUnits();
        _formulas.WriteGate("update", $"gates[{At(1)}] + sums[{At(1)}]");
        _formulas.WriteCandidate($"gates[{At(2)}] + sums[{At(2)}]");
        WriteMixture("update");
        writer.Close();
    }

    private void WriteMixture(string update) => writer.Line($"hidden[unit] = ({arithmetic.Literal(1)} - {update}) * candidate + {update} * before[unit];");

    private void OpenUnits() => writer.Open($"for (int unit = 0; unit < {_units}; unit++)");

    private string At(int gate) => gate == 0 ? "unit" : $"{Literal.Integer(gate * layer.Units)} + unit";

    private void Product(string from, string to, int firstGate, int gates)
    {
        if (Packed is not null)
        {
            writer.Line($"{Packed}.Forward({from}, {to}{(Packed.Contains('.') ? ", 1" : "")});");
            return;
        }

        string weights = Part("recurrentWeights", firstGate, gates, layer.Units * layer.Units);
        string bias = layer.Bias is null ? "default" : Part("recurrentBias", firstGate, gates, layer.Units);
        writer.Line($"global::NeuralGen.DenseKernels.Forward({weights}, {bias}, {from}, {to}, 1);");
    }

    private string Part(string span, int firstGate, int gates, int size) =>
        gates == layer.Gates ? span : $"{span}.Slice({Literal.Integer(firstGate * size)}, {Literal.Integer(gates * size)})";
}
