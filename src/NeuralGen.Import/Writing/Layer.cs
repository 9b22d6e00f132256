namespace NeuralGen.Import.Writing;

/// <summary>A layer as it is written.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Inputs">What it reads.</param>
/// <param name="Arguments">Its arguments, each with its text in JSON or the numbers that take its place.</param>
internal sealed record Layer(string Type, string Name, IReadOnlyList<string> Inputs, IList<(string Key, object Value)> Arguments)
{
    /// <summary>The names of its parts, where it has several.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];
}
