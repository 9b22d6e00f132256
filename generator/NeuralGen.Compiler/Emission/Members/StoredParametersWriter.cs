using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>
/// Writes <c>Parameters</c> of a network whose numbers are in a resource: a part of it, where they lie there in the order of the
/// property, else a copy, which nothing but the property reads.
/// </summary>
/// <param name="context">What the writers share.</param>
/// <param name="network">The network as declared.</param>
/// <param name="data">The constant data.</param>
internal sealed class StoredParametersWriter(EmissionContext context, Network network, ConstantData data)
{
    private readonly SourceWriter _writer = context.Writer;

    /// <summary>Writes the property behind its documentation.</summary>
    public void Write()
    {
        Parameter[] parameters = [.. network.Parameters];
        string head = $"public static {context.ReadOnlySpan} {GeneratedNames.Parameters} =>";
        if (Whole(parameters) is { } whole)
        {
            _writer.Line($"{head} {context.LayersType}.{data.Reference(new NetworkNumbers(-1, new NumberArray(whole)), "AllParameters")};");
            return;
        }

        string holder = context.ParametersData;
        _writer.Line($"{head} {holder}.Values;\n");
        _writer.Line("/// <summary>The parameters side by side, put together at first use: the layers themselves read them where they are stored.</summary>");
        _writer.Open($"private static class {holder}");
        _writer.Line($"internal static readonly {context.Type}[] Values = Read();\n");
        _writer.Open($"private static {context.Type}[] Read()");
        _writer.Line($"{context.Type}[] values = new {context.Type}[{Literal.Integer(network.ParameterCount)}];");
        int offset = 0;
        foreach (Parameter parameter in parameters)
        {
            string source = data.Reference(parameter.Values, Identifier.Member(parameter.Layer) + Texts.PascalCase(parameter.Name));
            _writer.Line($"{context.LayersType}.{source}.CopyTo(new {context.Span}(values, {Literal.Integer(offset)}, {Literal.Integer(parameter.Values.Count)}));");
            offset += parameter.Values.Count;
        }

        _writer.Line("return values;");
        _writer.Close();
        _writer.Close();
    }

    /// <summary>The part of the resource that is all parameters in their order; null where there is none.</summary>
    private StoredNumbers? Whole(Parameter[] parameters)
    {
        StoredNumbers? whole = null;
        foreach (Parameter parameter in parameters)
        {
            if (parameter.Values.Values.Stored is not { } next || next.Precision != network.Precision
                || (whole is not null && (next.Resource != whole.Resource || next.Offset != whole.Offset + ((long)whole.Count * whole.Size))))
            {
                return null;
            }

            whole = whole is null ? next : whole with { Count = whole.Count + next.Count };
        }

        return whole;
    }
}
