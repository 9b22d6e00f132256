using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Repeats;

/// <summary>Says in words what is repeated.</summary>
internal static class RepeatText
{
    /// <summary>How often a layer repeats its network.</summary>
    public static string Times(RepeatOperation repeat) =>
        $"repeated {(repeat.HasCondition ? "up to " : "")}{(repeat.Count == 1 ? "once" : $"{Literal.Integer(repeat.Count)} times")}";

    /// <summary>The summary of the class of a network that is repeated.</summary>
    public static string Summary(RepeatOperation repeat) => $"What '{Literal.XmlOnly(repeat.Layer)}' has {Times(repeat)}.";
}
