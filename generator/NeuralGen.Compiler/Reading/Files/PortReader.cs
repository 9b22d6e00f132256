using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads inputs and outputs that are declared as tensors: each an object with its name, its shape, and the type of its elements.</summary>
internal static class PortReader
{
    /// <summary>The keys of an input.</summary>
    internal static readonly string[] Keys = ["name", "shape", "type"];

    /// <summary>The keys of an output.</summary>
    internal static readonly string[] OutputKeys = [.. Keys, "from"];

    /// <summary>Reads the inputs.</summary>
    /// <param name="scope">Reads values.</param>
    /// <param name="value">The list.</param>
    /// <param name="list">What messages call it.</param>
    public static EquatableArray<PortDeclaration> Inputs(FileScope scope, JsonValue value, string list = "inputs") => Read(scope, value, list, Keys, "shape");

    /// <summary>Reads the outputs.</summary>
    /// <param name="scope">Reads values.</param>
    /// <param name="value">The list.</param>
    /// <param name="list">What messages call it.</param>
    public static EquatableArray<PortDeclaration> Outputs(FileScope scope, JsonValue value, string list = "outputs") => Read(scope, value, list, OutputKeys, "name");

    private static EquatableArray<PortDeclaration> Read(FileScope scope, JsonValue value, string list, string[] keys, string needed)
    {
        List<PortDeclaration> ports = [];
        foreach (JsonValue element in value.Elements)
        {
            ports.Add(Port(scope, element, $"'{list}[{ports.Count}]'", keys, needed));
        }

        return ports.ToEquatableArray();
    }

    private static PortDeclaration Port(FileScope scope, JsonValue value, string what, string[] keys, string needed)
    {
        PortDeclaration port = new(null, null, null);
        if (value.Kind != JsonKind.Object)
        {
            scope.ReportKind(value, what, $"an object with '{string.Join("' and '", keys.Take(2))}', as its neighbours are");
            return port with { IsNameUnreadable = true };
        }

        foreach (JsonMember member in scope.Members(value, what))
        {
            string key = FileScope.Member(what, member.Name);
            switch (member.Name)
            {
                case "name":
                    port = port with { Name = scope.String(member.Value, key) };
                    port = port with { IsNameUnreadable = port.Name is null };
                    break;
                case "shape":
                    port = port with { Shape = ReadShape(scope, member.Value, key) };
                    break;
                case "type":
                    port = port with { Type = scope.String(member.Value, key) };
                    break;
                case "from" when keys.Contains("from"):
                    port = port with { From = scope.String(member.Value, key) };
                    break;
                default:
                    scope.ReportKey(member, value, what, keys);
                    break;
            }
        }

        if (!value.TryGetMember(needed, out _))
        {
            scope.Problems.Report(FileRules.MissingKey, FileScope.PlaceOf(value), what, needed);
        }

        return port;
    }

    private static Shape? ReadShape(FileScope scope, JsonValue value, string what)
    {
        if (value.Kind == JsonKind.Number)
        {
            return scope.Integer(value, what) is { } size ? Shape.Vector(size) : null;
        }

        if (value.Kind == JsonKind.Array && value.Count == 0)
        {
            return Shape.Of();
        }

        return scope.Integers(value, what) is { } sizes ? new Shape(sizes) : null;
    }
}
