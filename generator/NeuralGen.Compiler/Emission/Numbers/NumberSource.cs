using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Numbers;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>How the code of single nodes gets at the numbers of a network: as literals, or from storage that training changes.</summary>
/// <param name="stored">Where the numbers lie in storage; null when they are constants.</param>
internal sealed class NumberSource(ParameterLayout? stored)
{
    /// <summary>Numbers that never change.</summary>
    public static NumberSource Constants { get; } = new(null);

    /// <summary>Whether the code may be written for the numbers themselves.</summary>
    public bool AreConstant => stored is null;

    /// <summary>A factor that is one of the numbers.</summary>
    public string Factor(NetworkNumbers values, int index, Arithmetic arithmetic) =>
        stored is null ? arithmetic.Number(values[index]) : Element(values, index, arithmetic);

    /// <summary>An operand that is one of the numbers.</summary>
    public string Element(NetworkNumbers values, int index, Arithmetic arithmetic) =>
        stored is null ? arithmetic.Literal(values[index])
        : stored.ParameterOffset(values) is { } parameter ? $"parameters[{Literal.Integer(parameter + index)}]"
        : stored.StatisticOffset(values) is { } statistic ? $"statistics[{Literal.Integer(statistic + index)}]"
        : throw new InvalidOperationException("The numbers are stored nowhere.");
}
