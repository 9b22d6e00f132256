using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Recurrences;

/// <summary>Writes the gates of one unit as local variables.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="arithmetic">How numbers are written.</param>
/// <param name="layer">The layer.</param>
internal sealed class RecurrentFormulas(SourceWriter writer, Arithmetic arithmetic, RecurrentOperation layer)
{
    /// <summary>Writes an LSTM's <c>inputGate</c>, <c>forgetGate</c>, <c>candidate</c>, <c>next</c> (the cell state), <c>outputGate</c> and <c>activated</c>.</summary>
    /// <param name="sumOf">The sum of a gate.</param>
    /// <param name="cell">The cell state before the step.</param>
    public void WriteLstm(Func<int, string> sumOf, string cell)
    {
        Write("inputGate", layer.GateActivation, sumOf(0) + Peephole(0, cell));
        if (layer.IsCoupled)
        {
            writer.Line($"{arithmetic.Type} forgetGate = {arithmetic.Literal(1)} - inputGate;");
        }
        else
        {
            Write("forgetGate", layer.GateActivation, sumOf(1) + Peephole(1, cell));
        }

        Write("candidate", layer.Activation, sumOf(2));
        writer.Line($"{arithmetic.Type} next = forgetGate * {cell} + inputGate * candidate;");
        Write("outputGate", layer.GateActivation, sumOf(3) + Peephole(2, "next"));
        WriteActivation("activated", layer.OutputActivation);
    }

    /// <summary>Writes a gate.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="sum">Its sum.</param>
    public void WriteGate(string name, string sum) => Write(name, layer.GateActivation, sum);

    /// <summary>Writes the variable <c>candidate</c>.</summary>
    /// <param name="sum">Its sum.</param>
    public void WriteCandidate(string sum) => Write("candidate", layer.Activation, sum);

    /// <summary>What an activation reads, as a variable.</summary>
    /// <param name="name">The variable of what it makes.</param>
    public static string Read(string name) => name == "activated" ? "next" : name + "Sum";

    /// <summary>Writes what an activation reads, bounded where the layer says so.</summary>
    /// <param name="name">The variable of what it makes.</param>
    /// <param name="sum">Its sum.</param>
    public void WriteRead(string name, string sum)
    {
        string bound = arithmetic.Literal(layer.Clip);
        writer.Line($"{arithmetic.Type} {Read(name)} = {(layer.Clip > 0 ? arithmetic.Max("-" + bound, arithmetic.Min(bound, sum)) : sum)};");
    }

    /// <summary>Writes what an activation makes of what it reads.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="function">The activation.</param>
    public void WriteActivation(string name, ElementwiseActivation function) =>
        writer.Line($"{arithmetic.Type} {name} = {function.Expression(Read(name), "", arithmetic)};");

    /// <summary>The derivative of the loss by a sum, given that by what an activation made of it.</summary>
    /// <param name="function">The activation.</param>
    /// <param name="name">The variable of what it made; that of what it read is there where <see cref="RecurrentOperation.DerivativesNeedSums"/>.</param>
    /// <param name="delta">The derivative by what it made: a variable.</param>
    public string Backward(ElementwiseActivation function, string name, string delta)
    {
        string x = Read(name);
        string value = arithmetic.ActivationGradient(function, new BackwardOperands(x, name, delta, "", arithmetic, (local, expression) =>
        {
            string own = name + char.ToUpperInvariant(local[0]) + local.Substring(1);
            writer.Line($"{arithmetic.Type} {own} = {expression};");
            return own;
        }));
        return layer.Clip > 0 && name != "activated"
            ? arithmetic.Select(arithmetic.Abs(x), ">=", arithmetic.Literal(layer.Clip), arithmetic.Literal(0), value.Contains('?') ? $"({value})" : value)
            : value;
    }

    private string Peephole(int gate, string cell) =>
        layer.Peepholes is null ? "" : $" + peepholes[{(gate == 0 ? "unit" : $"{Literal.Integer(gate * layer.Units)} + unit")}] * {cell}";

    private void Write(string name, ElementwiseActivation function, string sum)
    {
        WriteRead(name, sum);
        WriteActivation(name, function);
    }
}
