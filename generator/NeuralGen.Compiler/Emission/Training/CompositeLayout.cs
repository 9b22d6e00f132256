using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Training;

/// <summary>Writes what a file says of a layer that several operations make up.</summary>
/// <param name="context">What the writers share.</param>
/// <param name="network">The network as declared.</param>
internal sealed class CompositeLayout(EmissionContext context, Network network)
{
    /// <summary>The calls that describe the layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="parts">Its operations.</param>
    /// <param name="before">The tensor that it reads where it does not say so; -1 for none.</param>
    public IEnumerable<string> Of(CompositeLayer layer, Operation[] parts, int before)
    {
        string keys = $"\"type\": \"{layer.Type}\", \"name\": {JsonText.String(parts[0].Layer)}";
        if (parts.OfType<RecurrentOperation>().FirstOrDefault() is { } recurrent && parts[0].Arguments.All(argument => argument.Name != "units"))
        {
            keys += $", \"units\": {Literal.Integer(recurrent.Units)}";
        }

        keys += LayerKeys.WithoutNumbers(parts[0].Arguments);
        if (layer.Sources.Count != 1 || layer.Sources[0] != before)
        {
            keys += $", \"inputs\": {JsonText.List(layer.Sources.Select(source => network.Tensors[source].Name))}";
        }

        yield return $".Layer({Literal.String(keys)})";
        HashSet<int> named = [];
        foreach ((Operation part, Parameter parameter) in parts.SelectMany(part => part.Parameters.Select(parameter => (part, parameter))))
        {
            if (named.Add(parameter.Values.Id))
            {
                string offset = Literal.Integer(context.Layout!.ParameterOffset(parameter.Values)!.Value);
                yield return $".Parameters(\"{parameter.Name}\", {offset}, {Literal.Integer(parameter.Values.Count)}, {Literal.Integer(Columns(part, parameter))})";
            }
        }
    }

    /// <summary>The length of a row; 0 for a plain list.</summary>
    private static int Columns(Operation part, Parameter parameter) => part switch
    {
        DenseOperation dense when dense.Weights.Id == parameter.Values.Id => dense.InputSize,
        ConvolutionOperation dense when dense.Weights.Id == parameter.Values.Id => dense.Channels,
        RecurrentOperation recurrent when recurrent.Weights.Id == parameter.Values.Id => recurrent.Units,
        _ => 0,
    };
}
