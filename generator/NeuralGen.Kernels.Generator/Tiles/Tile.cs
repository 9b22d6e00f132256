namespace NeuralGen.Kernels.Generator.Tiles;

/// <summary>A method that computes a block of results whose sums stay in registers.</summary>
internal abstract class Tile
{
    /// <summary>The method's name.</summary>
    public abstract string Name { get; }

    /// <summary>What the method does.</summary>
    public abstract string Summary { get; }

    /// <summary>The method's head.</summary>
    public abstract string Signature { get; }

    /// <summary>Writes the statements.</summary>
    /// <param name="writer">Receives them.</param>
    public abstract void WriteBody(CodeWriter writer);

    /// <summary>A pointer some steps behind another.</summary>
    /// <param name="pointer">The other.</param>
    /// <param name="count">How many steps.</param>
    /// <param name="step">The length of a step.</param>
    protected static string Behind(string pointer, int count, string step) => count switch
    {
        0 => pointer,
        1 => $"{pointer} + {step}",
        _ => $"{pointer} + ({count} * {step})",
    };

    /// <summary>What stands some steps behind a pointer.</summary>
    /// <param name="pointer">The pointer.</param>
    /// <param name="count">How many steps.</param>
    /// <param name="step">The length of a step.</param>
    protected static string At(string pointer, int count, string step) => count switch
    {
        0 => $"*{pointer}",
        1 => $"{pointer}[{step}]",
        _ => $"{pointer}[{count} * {step}]",
    };

    /// <summary>A count with its noun.</summary>
    /// <param name="count">The count.</param>
    /// <param name="noun">The noun in the singular.</param>
    protected static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
