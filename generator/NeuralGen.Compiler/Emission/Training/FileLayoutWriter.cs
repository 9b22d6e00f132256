using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Training;

/// <summary>Writes what a trainable network's file looks like: the layers with their keys, and where their numbers lie.</summary>
/// <param name="context">What the writers share.</param>
/// <param name="network">The network as declared.</param>
internal sealed class FileLayoutWriter(EmissionContext context, Network network)
{
    private readonly SourceWriter _writer = context.Writer;

    /// <summary>Writes the property into a part of the nested class of its own.</summary>
    public void Write()
    {
        _writer.Line("/// <summary>What the network's file looks like.</summary>");
        _writer.Line("internal static global::NeuralGen.NetworkLayout File { get; } = new global::NeuralGen.NetworkLayout(");
        _writer.Indent();
        string[] header = [.. Header()];
        for (int i = 0; i < header.Length; i++)
        {
            bool isLast = i == header.Length - 1;
            _writer.Line(Literal.String(header[i] + (isLast ? "" : "\n")) + (isLast ? ")" : " +"));
        }

        List<string> calls = [];

        // Of several inputs none is the one that the first layer reads unless it says so.
        int before = network.InputCount == 1 ? 0 : -1;
        for (int i = 0; i < network.Operations.Count; i++)
        {
            Operation operation = network.Operations[i];
            if (operation.Whole is { } whole)
            {
                Operation[] parts = [.. network.Operations.Skip(i).TakeWhile(part => part.Layer == operation.Layer && part.Whole is not null)];
                calls.AddRange(new CompositeLayout(context, network).Of(whole, parts, before));
                i += parts.Length - 1;
                before = network.Tensors[parts[parts.Length - 1].Output].Name == operation.Layer ? parts[parts.Length - 1].Output : -1;
                continue;
            }

            ActivationOperation? activation = operation as ActivationOperation;
            int last = operation.Output;
            if (activation is null && i + 1 < network.Operations.Count && network.Operations[i + 1] is ActivationOperation following && following.Layer == operation.Layer)
            {
                activation = following;
                last = following.Output;
                i++;
            }

            // Softmax over rows is an operation of its own kind, and in the file still the layer's activation.
            ActivationFunction? function = activation?.Function;
            if (activation is null && i + 1 < network.Operations.Count && network.Operations[i + 1] is SoftmaxOperation softmax && softmax.Layer == operation.Layer)
            {
                function = softmax.Function;
                last = softmax.Output;
                i++;
            }

            // The parts of a split are one layer, and whoever reads one names it; so are values and where they stand.
            bool isSplit = operation is TopKOperation or MoveOperation { Word: "split" };
            while (isSplit && i + 1 < network.Operations.Count && network.Operations[i + 1] is { } part && part.GetType() == operation.GetType() && part.Layer == operation.Layer)
            {
                i++;
            }

            calls.AddRange(Layer(operation, activation, function, before));
            before = isSplit ? -1 : last;
        }

        for (int i = 0; i < calls.Count; i++)
        {
            _writer.Line(calls[i] + (i == calls.Count - 1 ? ";" : ""));
        }

        _writer.Outdent();
    }

    private string Inputs() =>
        network.InputCount > 1 || network.Input.Type != ElementType.Float || network.Input.Name != GraphBuilder.SingleInput ? $"[ {string.Join(", ", network.Inputs.Select(Port))} ]"
        : network.Input.Shape.Rank > 1 ? $"[ {{ \"shape\": {network.Input.Shape} }} ]"
        : network.InputNames.Count > 0 ? JsonText.List(network.InputNames)
        : Literal.Integer(network.Input.Size);

    private static string Port(Tensor tensor) =>
        $"{{ \"name\": {JsonText.String(tensor.Name)}, \"shape\": {tensor.Shape}{(tensor.Type == ElementType.Float ? "" : $", \"type\": \"{ElementTypes.Name(tensor.Type)}\"")} }}";

    private IEnumerable<string> Header()
    {
        yield return $"\"name\": {JsonText.String(context.Target.Type.Name.TrimStart('@'))}";
        yield return $"\"precision\": \"{(network.Precision == Precision.Single ? "single" : "double")}\"";
        if (network.Emission != EmissionMode.Auto)
        {
            yield return $"\"emission\": \"{Texts.SnakeCase(network.Emission.ToString())}\"";
        }

        if (!context.Signature.HasBatches)
        {
            yield return "\"batches\": false";
        }

        yield return $"\"inputs\": {Inputs()}";
        bool isLast = network.OutputTensor == network.Operations[network.Operations.Count - 1].Output;
        if (isLast && network.OutputNames.Count > 0)
        {
            yield return $"\"outputs\": {JsonText.List(network.OutputNames)}";
        }
        else if (!isLast || context.Signature.Outputs[0].Name != OutputBinder.Unnamed)
        {
            yield return $"\"outputs\": [ {{ \"name\": {JsonText.String(context.Signature.Outputs[0].Name)}, \"from\": {JsonText.String(network.Output.Name)} }} ]";
        }

        if (network.Labels.Count > 0)
        {
            yield return $"\"labels\": [{string.Join(", ", network.Labels.Select(JsonText.Label))}]";
        }

        string loss = Texts.SnakeCase(network.Loss.Kind.ToString());
        yield return network.Loss.Kind == LossKind.Huber
            ? $"\"loss\": {{ \"type\": \"{loss}\", \"delta\": {JsonText.Number(network.Loss.Delta)} }}"
            : $"\"loss\": \"{loss}\"";
    }

    private IEnumerable<string> Layer(Operation operation, ActivationOperation? activation, ActivationFunction? function, int before)
    {
        LayerKeys layer = new(network);
        string keys = $"\"type\": \"{layer.Type(operation)}\", \"name\": {JsonText.String(operation.Layer)}{layer.Of(operation)}";
        if (operation.Inputs.Count != 1 || operation.Inputs[0] != before)
        {
            keys += $", \"inputs\": {JsonText.List(operation.Inputs.Select(input => network.Tensors[input].Name))}";
        }

        keys = operation.Settings.Aggregate(keys, (text, setting) => $"{text}, \"{setting.Name}\": {JsonText.Number(setting.Value)}");
        if (function is { Slopes: null })
        {
            IEnumerable<string> arguments = function.Arguments.Where(argument => !double.IsInfinity(argument.Value)).Select(argument => $", \"{argument.Name}\": {JsonText.Number(argument.Value)}");
            keys += function.Arguments.Count > 0
                ? $", \"activation\": {{ \"type\": \"{function.Name}\"{string.Concat(arguments)} }}"
                : $", \"activation\": \"{function.Name}\"";
        }

        yield return $".Layer({Literal.String(keys)})";
        IEnumerable<Parameter> parameters = activation is null || ReferenceEquals(activation, operation)
            ? operation.Parameters
            : operation.Parameters.Concat(activation.Parameters);
        foreach (Parameter parameter in parameters)
        {
            int columns = parameter.Name != "weights" ? 0
                : operation is ConvolutionOperation convolution ? convolution.IsDense ? convolution.Channels : 0
                : operation is GatherOperation table ? table.Rows.Inner
                : parameter.Values.Count / network.Tensors[operation.Output].Size;
            yield return $".Parameters(\"{parameter.Name}\", {Range(context.Layout!.ParameterOffset(parameter.Values)!.Value, parameter)}, {Literal.Integer(columns)})";
        }

        string statistics = operation is NormalizationOperation { IsDeclared: false } ? "LearnedStatistics" : "Statistics";
        foreach (Parameter statistic in operation.Statistics)
        {
            yield return $".{statistics}(\"{statistic.Name}\", {Range(context.Layout!.StatisticOffset(statistic.Values)!.Value, statistic)})";
        }
    }

    private static string Range(int offset, Parameter block) => $"{Literal.Integer(offset)}, {Literal.Integer(block.Values.Count)}";
}
