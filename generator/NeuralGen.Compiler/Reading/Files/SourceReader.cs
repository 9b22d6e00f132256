using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Json;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads of which model a file was made.</summary>
internal static class SourceReader
{
    /// <summary>The keys.</summary>
    internal static readonly string[] Keys = ["producer", "producer_version", "opset", "sha256", "missing"];

    /// <summary>Reads them, or reports why not.</summary>
    /// <param name="scope">Reads values.</param>
    /// <param name="value">The object.</param>
    public static SourceDeclaration? Read(FileScope scope, JsonValue value)
    {
        if (value.Kind != JsonKind.Object)
        {
            scope.ReportKind(value, "'source'", "an object");
            return null;
        }

        SourceDeclaration source = new(null, null, null, null);
        foreach (JsonMember member in scope.Members(value, "'source'"))
        {
            switch (member.Name)
            {
                case "producer":
                    source = source with { Producer = scope.String(member.Value, "'source.producer'") };
                    break;
                case "producer_version":
                    source = source with { ProducerVersion = scope.String(member.Value, "'source.producer_version'") };
                    break;
                case "opset":
                    source = source with { Opset = scope.Integer(member.Value, "'source.opset'") };
                    break;
                case "sha256":
                    source = source with { Sha256 = scope.String(member.Value, "'source.sha256'") };
                    break;
                case "missing":
                    source = source with { IsMissing = scope.Flag(member.Value, "'source.missing'") == true };
                    break;
                default:
                    scope.ReportKey(member, value, "'source'", Keys);
                    break;
            }
        }

        return source;
    }
}
