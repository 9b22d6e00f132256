using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary>The numbers that a layer takes from the network's file of weights.</summary>
/// <param name="graph">The network so far.</param>
/// <param name="declaration">The layer.</param>
/// <param name="name">The name that messages use.</param>
/// <param name="place">Where it is declared.</param>
internal sealed class FileTensors(GraphBuilder graph, LayerDeclaration declaration, string name, Place place)
{
    private readonly Dictionary<string, DeclaredValue?> _known = new(StringComparer.Ordinal);

    private string Type => declaration.Type ?? "";

    /// <summary>The numbers of an argument; null where there are none, which need not be a mistake.</summary>
    /// <param name="argument">The argument's name.</param>
    public DeclaredValue? Find(string argument)
    {
        if (!_known.TryGetValue(argument, out DeclaredValue? value))
        {
            value = Read(argument);
            _known.Add(argument, value);
        }

        return value;
    }

    /// <summary>Reports that the file has no tensor for an argument that is needed.</summary>
    /// <param name="argument">The argument's name.</param>
    /// <param name="where">Where to report.</param>
    /// <returns>False where the layer takes nothing from a file.</returns>
    public bool ReportMissing(string argument, Place where)
    {
        if (graph.Weights is not { IsKnown: true } file)
        {
            return false;
        }

        if (TensorOf(argument) is not { } tensor)
        {
            if (TensorSuffixes.Of(Type, argument) is not { } suffix)
            {
                return false;
            }

            graph.Problems.Report(WeightRules.MissingValues, where, name, Type, $"{Texts.Key(place.Source, argument)}'; with a '{Texts.Key(place.Source, "name")}' it takes 'NAME.{suffix}' of '{file.Name}");
            return true;
        }

        Report(where, tensor, file);
        return true;
    }

    private DeclaredValue? Read(string argument)
    {
        bool isNamed = declaration.Find(argument) is DeclaredTensorName;
        if (TensorOf(argument) is not { } tensor || (graph.Weights is null && !isNamed))
        {
            return null;
        }

        // A bias stands beside the weights that it was trained with.
        bool isOther = argument is not "use_bias" && argument.Contains("bias") && (declaration.Find("use_bias") is DeclaredFlag { Value: false } || declaration.Find("weights") is not (null or DeclaredTensorName));
        if (isOther && !isNamed)
        {
            return null;
        }

        // What a file holds that could not be read is not missing.
        if (graph.Weights is { IsKnown: false })
        {
            return new DeclaredInvalid();
        }

        FileTensor? found = graph.Weights?.Find(tensor);
        if (found is null && isNamed)
        {
            Report(place.Key(argument), tensor, graph.Weights);
            return new DeclaredInvalid();
        }

        return found is null ? null : Checked(found, $"Tensor '{tensor}' of '{graph.Weights!.Name}'");
    }

    private DeclaredValue Checked(FileTensor tensor, string origin)
    {
        if (!tensor.IsFloat && Type == "constant")
        {
            if (tensor.Values is null)
            {
                graph.Problems.Report(WeightRules.OutOfRange, place.Key("values"), $"The number of whole numbers in {char.ToLowerInvariant(origin[0])}{origin.Substring(1)}", tensor.Shape.Count, "so small that the compiler is told them: at most 65536");
            }

            return tensor.Values is { } wholes ? new DeclaredTensor(tensor.Shape, wholes) { Origin = origin } : new DeclaredInvalid();
        }

        if (!tensor.IsFloat)
        {
            graph.Problems.Report(WeightRules.TensorType, place, origin, tensor.Type, name);
            return new DeclaredInvalid();
        }

        NumberArray? values = tensor.Stored is { } stored && (graph.ReadsStoredNumbers || tensor.Values is null) ? new NumberArray(stored) : tensor.Values;
        return values is null ? new DeclaredInvalid() : new DeclaredTensor(tensor.Shape, values) { Origin = origin };
    }

    private string? TensorOf(string argument)
    {
        if (declaration.Find(argument) is DeclaredTensorName { Name: var whole })
        {
            return whole;
        }

        string? prefix = declaration.Tensor ?? declaration.Name;
        return prefix is not null && TensorSuffixes.Of(Type, argument) is { } suffix ? $"{prefix}.{suffix}" : null;
    }

    private void Report(Place where, string tensor, WeightsFile? file)
    {
        string reason = file is null ? "but the network names no file of weights" : $"which '{file.Name}' does not have";
        object hint = file is null ? "" : Suggestion.Nearest(tensor, file.Tensors.Select(known => known.Name));
        graph.Problems.Report(WeightRules.TensorMissing, where, name, Type, tensor, reason, hint);
    }
}
