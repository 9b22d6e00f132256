using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads a network within a layer: tensors that go in, layers, and tensors that come out.</summary>
internal static class BodyReader
{
    /// <summary>The keys of such a network.</summary>
    internal static readonly string[] Keys = ["inputs", "layers", "outputs"];

    /// <summary>Reads the network; null where it is none at all.</summary>
    /// <param name="scope">Reads values.</param>
    /// <param name="value">The network in the file.</param>
    /// <param name="what">What messages call it.</param>
    public static NetworkDeclaration? Read(FileScope scope, JsonValue value, string what)
    {
        if (value.Kind != JsonKind.Object)
        {
            scope.ReportKind(value, what, "an object with 'inputs', 'layers' and 'outputs'");
            return null;
        }

        int before = scope.Problems.Problems.Count;
        NetworkDeclaration body = new();
        foreach (JsonMember member in scope.Members(value, what))
        {
            string key = FileScope.Member(what, member.Name);
            body = member.Name switch
            {
                "inputs" => body with { InputPorts = IsList(scope, member.Value, key) ? PortReader.Inputs(scope, member.Value, key.Trim('\'')) : new EquatableArray<PortDeclaration>() },
                "layers" => body with { Layers = new LayerReader(scope, what.Trim('\'') + ".").Read(member.Value) },
                "outputs" => body with { OutputPorts = IsList(scope, member.Value, key) ? PortReader.Outputs(scope, member.Value, key.Trim('\'')) : new EquatableArray<PortDeclaration>() },
                _ => Unknown(body, member),
            };
        }

        foreach (string needed in Keys.Where(key => !value.TryGetMember(key, out _)))
        {
            scope.Problems.Report(FileRules.MissingKey, FileScope.PlaceOf(value), what, needed);
        }

        // What is missing then may be a consequence.
        return body with { IsBroken = scope.Problems.Problems.Count > before };

        NetworkDeclaration Unknown(NetworkDeclaration declaration, JsonMember member)
        {
            scope.ReportKey(member, value, what, Keys);
            return declaration;
        }
    }

    private static bool IsList(FileScope scope, JsonValue value, string what)
    {
        if (value.Kind == JsonKind.Array && value.Count > 0)
        {
            return true;
        }

        scope.ReportKind(value, what, "an array of tensors, each an object");
        return false;
    }
}
