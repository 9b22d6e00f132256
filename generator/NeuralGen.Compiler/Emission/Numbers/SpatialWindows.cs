using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>The windows of convolutions and pools: each is made once, in a nested class of its own.</summary>
/// <param name="writer">Where to write.</param>
internal sealed class SpatialWindows(SourceWriter writer)
{
    /// <summary>The nested class.</summary>
    public const string TypeName = "Windows";

    private const string WindowType = "global::NeuralGen.SpatialWindow";

    private readonly NameScope _names = new();
    private readonly List<(Window Window, string Name)> _windows = [];

    /// <summary>An expression that gives a window.</summary>
    /// <param name="layer">The layer that it belongs to.</param>
    /// <param name="window">The window.</param>
    public string Field(string layer, Window window)
    {
        string? name = _windows.Find(known => known.Window.Equals(window)).Name;
        if (name is null)
        {
            name = _names.Declare(Identifier.Member(layer));
            _windows.Add((window, name));
        }

        return $"{TypeName}.{name}";
    }

    /// <summary>Writes the nested class, if there are windows.</summary>
    public void Write()
    {
        if (_windows.Count == 0)
        {
            return;
        }

        writer.Line("/// <summary>How the kernels of convolutions, and pools, slide over their inputs: the sizes along each axis.</summary>");
        writer.Open($"private static class {TypeName}");
        foreach ((Window window, string name) in _windows)
        {
            string Sizes(Func<WindowAxis, int> size) => $"new[] {{ {string.Join(", ", window.Axes.Select(axis => Literal.Integer(size(axis))))} }}";
            string[] arguments =
            [
                $"input: {Sizes(axis => axis.Input)}",
                $"kernel: {Sizes(axis => axis.Kernel)}",
                $"strides: {Sizes(axis => axis.Stride)}",
                $"dilations: {Sizes(axis => axis.Dilation)}",
                $"paddingsBefore: {Sizes(axis => axis.PaddingBefore)}",
                $"output: {Sizes(axis => axis.Output)}",
                $"paddingsBehind: {Sizes(axis => axis.PaddingAfter)}",
            ];
            writer.Line($"internal static readonly {WindowType} {name} = new {WindowType}({string.Join(", ", arguments)});");
        }

        writer.Close();
        writer.Line();
    }
}
