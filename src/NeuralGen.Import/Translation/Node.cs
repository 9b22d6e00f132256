using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Translation;

/// <summary>A node of a graph.</summary>
/// <param name="Name">Its name, or what it computes where it has none.</param>
/// <param name="Domain">The domain of its operator; empty for the standard's own.</param>
/// <param name="Operator">Its operator.</param>
/// <param name="Version">The version of the domain that its graph asks for.</param>
/// <param name="Inputs">What it reads; empty names are left out.</param>
/// <param name="Outputs">What it computes.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record Node(
    string Name,
    string Domain,
    string Operator,
    long Version,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs,
    IReadOnlyDictionary<string, AttributeProto> Attributes)
{
    /// <summary>The operator with its domain and version, for messages.</summary>
    public string Words => FormattableString.Invariant($"{(Domain.Length == 0 ? "" : Domain + ".")}{Operator}, opset {Version}");
}
