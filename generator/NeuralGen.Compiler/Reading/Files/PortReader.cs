using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads inputs that are declared as tensors: each an object with its name, its shape, and the type of its elements.</summary>
internal static class PortReader
{
    /// <summary>The keys of an input.</summary>
    internal static readonly string[] Keys = ["name", "shape", "type"];

    /// <summary>Reads the inputs.</summary>
    /// <param name="scope">Reads values.</param>
    /// <param name="value">The list.</param>
    public static EquatableArray<PortDeclaration> Read(FileScope scope, JsonValue value)
    {
        List<PortDeclaration> ports = [];
        foreach (JsonValue element in value.Elements)
        {
            ports.Add(Port(scope, element, $"'inputs[{ports.Count}]'"));
        }

        return ports.ToEquatableArray();
    }

    private static PortDeclaration Port(FileScope scope, JsonValue value, string what)
    {
        PortDeclaration port = new(null, null, null);
        if (value.Kind != JsonKind.Object)
        {
            scope.ReportKind(value, what, "an object with 'name' and 'shape', as its neighbours are");
            return port;
        }

        foreach (JsonMember member in scope.Members(value, what))
        {
            string key = FileScope.Member(what, member.Name);
            switch (member.Name)
            {
                case "name":
                    port = port with { Name = scope.String(member.Value, key) };
                    break;
                case "shape":
                    port = port with { Shape = ReadShape(scope, member.Value, key) };
                    break;
                case "type":
                    port = port with { Type = scope.String(member.Value, key) };
                    break;
                default:
                    scope.ReportKey(member, value, what, Keys);
                    break;
            }
        }

        if (!value.TryGetMember("shape", out _))
        {
            scope.Problems.Report(FileRules.MissingKey, FileScope.PlaceOf(value), what, "shape");
        }

        return port;
    }

    private static Shape? ReadShape(FileScope scope, JsonValue value, string what)
    {
        if (value.Kind == JsonKind.Number)
        {
            return scope.Integer(value, what) is { } size ? Shape.Vector(size) : null;
        }

        return scope.Integers(value, what) is { } sizes ? new Shape(sizes) : null;
    }
}
