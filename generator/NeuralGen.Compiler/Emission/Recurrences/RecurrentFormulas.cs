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
        Write("activated", layer.OutputActivation, "next");
    }

    /// <summary>Writes a gate.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="sum">Its sum.</param>
    public void WriteGate(string name, string sum) => Write(name, layer.GateActivation, sum);

    /// <summary>Writes the variable <c>candidate</c>.</summary>
    /// <param name="sum">Its sum.</param>
    public void WriteCandidate(string sum) => Write("candidate", layer.Activation, sum);

    /// <summary>The derivative of the loss by a sum, given that by what an activation made of it.</summary>
    /// <param name="function">The activation.</param>
    /// <param name="y">What it made.</param>
    /// <param name="delta">The derivative by that: a variable.</param>
    public string Backward(ElementwiseActivation function, string y, string delta) =>
        arithmetic.ActivationGradient(function, new BackwardOperands("", y, delta, "", arithmetic, (name, value) =>
        {
            writer.Line($"{arithmetic.Type} {name} = {value};");
            return name;
        }));

    private string Peephole(int gate, string cell) =>
        layer.Peepholes is null ? "" : $" + peepholes[{(gate == 0 ? "unit" : $"{Literal.Integer(gate * layer.Units)} + unit")}] * {cell}";

    private void Write(string name, ElementwiseActivation function, string sum)
    {
        bool isVariable = sum == "next" && layer.Clip == 0;
        string x = isVariable ? sum : name + "Sum";
        if (!isVariable)
        {
            string bound = arithmetic.Literal(layer.Clip);
            writer.Line($"{arithmetic.Type} {x} = {(layer.Clip > 0 ? arithmetic.Max("-" + bound, arithmetic.Min(bound, sum)) : sum)};");
        }

        writer.Line($"{arithmetic.Type} {name} = {function.Expression(x, "", arithmetic)};");
    }
}
