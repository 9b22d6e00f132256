using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes the nested class that says of which model a network was made.</summary>
internal static class SourceMemberWriter
{
    /// <summary>Writes the class, if the network was made of a model.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="network">The network; null where it is broken.</param>
    public static void Write(EmissionContext context, Network? network)
    {
        if (context.Signature.Source is not { } source)
        {
            return;
        }

        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>The model that the network was made of.</summary>");
        writer.Open($"public static class {context.Free(GeneratedNames.Source)}");
        Constant(writer, "string", "Producer", Literal.String(source.Producer ?? ""), "What wrote the model; empty where the model does not say it.");
        Constant(writer, "string", "ProducerVersion", Literal.String(source.ProducerVersion ?? ""), "The version of that; empty where the model does not say it.");
        Constant(writer, "int", "Opset", Literal.Integer(source.Opset ?? 0), "The version of ONNX's operators; 0 where the model uses none.");
        Constant(writer, "string", "Sha256", Literal.String(source.Sha256 ?? ""), "The SHA-256 of the model's file, in hexadecimal digits.");
        Constant(writer, "int", "Parameters", Literal.Integer(context.Signature.ParameterCount), "The number of values that training would change.");
        Constant(writer, "long", "MultiplyAdds", Literal.Integer(network?.Operations.Sum(operation => operation.MultiplyAdds) ?? 0), "The multiply-adds of one prediction.");
        writer.TrimLines();
        writer.Close();
        writer.Line();
    }

    /// <summary>The same in words, for remarks.</summary>
    public static IReadOnlyList<string> Remarks(SourceDeclaration? source)
    {
        if (source is null)
        {
            return [];
        }

        string producer = $"{source.Producer} {source.ProducerVersion}".Trim();
        string[] parts =
        [
            producer.Length > 0 ? $"Made of a model that {Literal.Xml(producer)} wrote" : "Made of a model",
            source.Opset is { } opset ? $"opset {Literal.Integer(opset)}" : "",
            source.Sha256 is { Length: > 0 } hash ? $"SHA-256 {Literal.Xml(hash)}" : "",
        ];
        return ["<para>", string.Join(", ", parts.Where(part => part.Length > 0)) + ".", "</para>"];
    }

    private static void Constant(SourceWriter writer, string type, string name, string value, string summary)
    {
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line($"public const {type} {name} = {value};\n");
    }
}
