using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads the nodes of a file in the node form.</summary>
internal static class NodeReader
{
    /// <summary>Reads the nodes; null when the file is not in this form.</summary>
    /// <param name="scope">Reads values.</param>
    /// <param name="weights">The object with a list of weights per node.</param>
    /// <param name="biases">The object with a bias for some nodes.</param>
    public static EquatableArray<NodeDeclaration>? Read(FileScope scope, JsonValue? weights, JsonValue? biases)
    {
        Dictionary<string, double> biasOf = Biases(scope, biases);
        if (weights is not { } list)
        {
            if (biases is { } orphan)
            {
                scope.Problems.Report(FileRules.MissingKey, FileScope.PlaceOf(orphan), "A network with 'biases'", "weights");
            }

            return null;
        }

        if (list.Kind != JsonKind.Object)
        {
            scope.ReportKind(list, "'weights'", "an object with an array of weights per node");
            return null;
        }

        List<NodeDeclaration> nodes = [];
        foreach (JsonMember member in scope.Members(list, "'weights'"))
        {
            NumberArray? values = scope.Numbers(member.Value, $"'weights.{member.Name}'");
            nodes.Add(new NodeDeclaration(member.Name, values, biasOf.TryGetValue(member.Name, out double bias) ? bias : null));
        }

        if (biases is { Kind: JsonKind.Object } declared)
        {
            foreach (JsonMember member in declared.Members)
            {
                if (!list.TryGetMember(member.Name, out _))
                {
                    scope.ReportKey(member, declared, "'biases', which names nodes of 'weights'", nodes.Select(node => node.Name));
                }
            }
        }

        return nodes.ToEquatableArray();
    }

    private static Dictionary<string, double> Biases(FileScope scope, JsonValue? biases)
    {
        Dictionary<string, double> result = new(StringComparer.Ordinal);
        if (biases is not { } list)
        {
            return result;
        }

        if (list.Kind != JsonKind.Object)
        {
            scope.ReportKind(list, "'biases'", "an object with a number per node");
            return result;
        }

        foreach (JsonMember member in scope.Members(list, "'biases'"))
        {
            if (scope.Number(member.Value, $"'biases.{member.Name}'") is { } bias)
            {
                result[member.Name] = bias;
            }
        }

        return result;
    }
}
