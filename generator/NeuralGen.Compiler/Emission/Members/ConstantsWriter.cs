using NeuralGen.Compiler.Emission.Text;
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
        WriteSizes(context);
        Constant(context, GeneratedNames.ParameterCount, context.Signature.ParameterCount, "The number of values in <see cref=\"Parameters\"/>.");
        foreach ((PortSpan port, string noun) in Ports(context))
        {
            Sizes(context, port.ShapeProperty, context.Free(port.AxesField), port.Port.Shape!, context.Signature.IsSingle ? $"the {noun}" : noun);
        }
    }

    /// <summary>Writes the numbers of values alone.</summary>
    /// <param name="context">What the writers share.</param>
    public static void WriteSizes(EmissionContext context)
    {
        foreach ((PortSpan port, string noun) in Ports(context))
        {
            Constant(context, port.SizeConstant, port.Size, context.Signature.IsSingle ? $"The number of {noun} values." : $"The number of values of {noun}.");
        }
    }

    /// <summary>The inputs and outputs, with the words for them.</summary>
    private static IEnumerable<(PortSpan Port, string Noun)> Ports(EmissionContext context) =>
        context.Inputs.Select(port => (port, Noun(context, port, "input"))).Concat(context.Outputs.Select(port => (port, Noun(context, port, "output"))));

    private static string Noun(EmissionContext context, PortSpan port, string noun) =>
        context.Signature.IsSingle ? noun
        : port.PlainParameter == noun ? $"the {noun}"
        : $"the {noun} '{Literal.Xml(port.Port.Name)}'";

    private static void Sizes(EmissionContext context, string name, string field, Shape shape, string noun)
    {
        if (shape.Rank == 0)
        {
            context.Writer.Line($"/// <summary>The sizes of {noun} along its axes: none, since it is a single value.</summary>");
            context.Writer.Line($"public static global::System.ReadOnlySpan<int> {name} => default;\n");
            return;
        }

        context.Writer.Line($"/// <summary>The sizes of {noun} along its axes, without the batch: {shape}.</summary>");
        context.Writer.Line($"public static global::System.ReadOnlySpan<int> {name} => {field};\n");
        context.Writer.Line($"private static readonly int[] {field} = new int[] {{ {string.Join(", ", shape.Dimensions.Select(size => Literal.Integer(size)))} }};\n");
    }

    private static void Constant(EmissionContext context, string name, int value, string summary)
    {
        context.Writer.Line($"/// <summary>{summary}</summary>");
        context.Writer.Line($"public const int {name} = {Literal.Integer(value)};\n");
    }
}
