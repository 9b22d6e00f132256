using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes the sizes.</summary>
internal static class ConstantsWriter
{
    /// <summary>Writes the constants.</summary>
    /// <param name="context">What the writers share.</param>
    public static void Write(EmissionContext context)
    {
        NetworkSignature signature = context.Signature;
        Constant(context, GeneratedNames.InputSize, signature.InputSize, "The number of input values.");
        Constant(context, GeneratedNames.OutputSize, signature.OutputSize, "The number of output values.");
        Constant(context, GeneratedNames.ParameterCount, signature.ParameterCount, "The number of values in <see cref=\"Parameters\"/>.");
    }

    private static void Constant(EmissionContext context, string name, int value, string summary)
    {
        context.Writer.Line($"/// <summary>{summary}</summary>");
        context.Writer.Line($"public const int {name} = {Literal.Integer(value)};\n");
    }
}
