using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;

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
        Sizes(context, GeneratedNames.InputShape, context.InputAxes, signature.InputShape, "input");
        Sizes(context, GeneratedNames.OutputShape, context.OutputAxes, signature.OutputShape, "output");
    }

    /// <summary>Where a sample is more than a list of values, its sizes along the axes.</summary>
    private static void Sizes(EmissionContext context, string name, string field, Shape? shape, string noun)
    {
        if (shape is not { Rank: > 1 })
        {
            return;
        }

        context.Writer.Line($"/// <summary>The sizes of the {noun} along its axes, without the batch: {shape}.</summary>");
        context.Writer.Line($"public static global::System.ReadOnlySpan<int> {name} => {field};\n");
        context.Writer.Line($"private static readonly int[] {field} = new int[] {{ {string.Join(", ", shape.Dimensions.Select(size => Literal.Integer(size)))} }};\n");
    }

    private static void Constant(EmissionContext context, string name, int value, string summary)
    {
        context.Writer.Line($"/// <summary>{summary}</summary>");
        context.Writer.Line($"public const int {name} = {Literal.Integer(value)};\n");
    }
}
