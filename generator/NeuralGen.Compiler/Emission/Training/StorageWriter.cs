using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Training;

/// <summary>Writes the methods that make and fill what a trainable network owns.</summary>
/// <param name="context">What the writers share.</param>
/// <param name="network">The network as declared.</param>
/// <param name="data">Collects the declared numbers.</param>
internal sealed class StorageWriter(EmissionContext context, Network network, ConstantData data)
{
    private readonly SourceWriter _writer = context.Writer;

    /// <summary>Writes the methods into a part of the nested class of its own.</summary>
    public void Write()
    {
        WriteFirst("FirstParameters", "FillParameters", context.Layout!.ParameterCount, "int seed", "seed");
        WriteFirst("FirstStatistics", "FillStatistics", context.Layout.StatisticCount, "", "");
        _writer.Line("/// <summary>Sets the parameters to what is declared, and draws those that are not.</summary>");
        _writer.Open($"internal static void FillParameters({context.Span} parameters, int seed)");
        HashSet<int> filled = [];
        for (int i = 0; i < network.Operations.Count; i++)
        {
            Operation operation = network.Operations[i];
            foreach (Parameter parameter in operation.Parameters.Where(parameter => filled.Add(parameter.Values.Id)))
            {
                bool isDrawn = operation switch
                {
                    DenseOperation { AreWeightsDeclared: false } dense => parameter.Values.Id == dense.Weights.Id,
                    ConvolutionOperation { AreWeightsDeclared: false } convolution => parameter.Values.Id == convolution.Weights.Id,
                    RecurrentOperation { AreWeightsDeclared: false } recurrent => parameter.Values.Id == recurrent.Weights.Id,
                    _ => false,
                };
                string part = Part("parameters", context.Layout.ParameterOffset(parameter.Values)!.Value, parameter.Values.Count);
                _writer.Line(isDrawn ? Draw(operation, part, i) : Copy(parameter, part));
            }
        }

        _writer.Close();
        _writer.Line();
        _writer.Line("/// <summary>Sets the statistics to what is declared; those to be learned do nothing until then.</summary>");
        _writer.Open($"internal static void FillStatistics({context.Span} statistics)");
        foreach (Parameter statistic in network.Statistics)
        {
            _writer.Line(Copy(statistic, Part("statistics", context.Layout.StatisticOffset(statistic.Values)!.Value, statistic.Values.Count)));
        }

        _writer.Close();
    }

    private static string Part(string span, int offset, int count) => $"{span}.Slice({Literal.Integer(offset)}, {Literal.Integer(count)})";

    private void WriteFirst(string name, string fill, int count, string parameter, string argument)
    {
        _writer.Line($"/// <summary>{(argument.Length > 0 ? "The first parameters of an instance." : "The first statistics of an instance.")}</summary>");
        _writer.Open($"internal static {context.Type}[] {name}({parameter})");
        _writer.Line($"{context.Type}[] values = new {context.Type}[{Literal.Integer(count)}];");
        _writer.Line($"{fill}(values{(argument.Length > 0 ? $", {argument}" : "")});");
        _writer.Line("return values;");
        _writer.Close();
        _writer.Line();
    }

    private string Draw(Operation operation, string part, int layer)
    {
        // Of a convolution, what a unit reads, and how many outputs read an input.
        (int inputs, int units) = operation switch
        {
            ConvolutionOperation convolution => (convolution.UnitWeights, convolution.GroupUnits * convolution.Window.Taps),
            RecurrentOperation recurrent => (recurrent.Units, recurrent.Sums),
            _ => (((DenseOperation)operation).InputSize, ((DenseOperation)operation).Units),
        };
        return IsBeforeRelu(operation)
            ? $"global::NeuralGen.Initializer.He({part}, {Literal.Integer(inputs)}, seed, {Literal.Integer(layer)});"
            : $"global::NeuralGen.Initializer.Glorot({part}, {Literal.Integer(inputs)}, {Literal.Integer(units)}, seed, {Literal.Integer(layer)});";
    }

    private string Copy(Parameter parameter, string part)
    {
        double first = parameter.Values.IsKnown ? parameter.Values[0] : 0;
        return parameter.Values.All(value => value.Equals(first))
            ? first == 0 && !double.IsNegativeInfinity(1 / first) ? $"{part}.Clear();" : $"{part}.Fill({context.Arithmetic.Literal(first)});"
            : $"{data.Reference(parameter.Values, Identifier.Member(parameter.Layer) + Texts.PascalCase(parameter.Name))}.CopyTo({part});";
    }

    /// <summary>Whether what follows a layer lets through about half of its values, whatever stands between the two.</summary>
    private bool IsBeforeRelu(Operation operation)
    {
        int tensor = operation.Output;
        TensorUses uses = new(network);
        while (uses.SoleConsumer(tensor) is { } consumer)
        {
            Operation next = network.Operations[consumer];
            if (next is ActivationOperation activation)
            {
                return activation.Function.IsRectifier;
            }

            if (next is not (ElementwiseOperation or GroupNormalizationOperation or PoolOperation) || next is AddOperation)
            {
                return false;
            }

            tensor = next.Output;
        }

        return false;
    }
}
