using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>The windows of convolutions and pools, and what resizing takes along its axes: each is made once, in a nested class of its own.</summary>
/// <param name="writer">Where to write.</param>
internal sealed class SpatialWindows(SourceWriter writer)
{
    /// <summary>The nested class.</summary>
    public const string TypeName = "Windows";

    /// <summary>The nested class of what resizing takes.</summary>
    public const string ResamplingTypeName = "Resamplings";

    private const string ResamplingType = "global::NeuralGen.SpatialResampling";

    private const string WindowType = "global::NeuralGen.SpatialWindow";

    private readonly NameScope _names = new();
    private readonly List<(Window Window, string Name)> _windows = [];
    private readonly NameScope _resamplingNames = new();
    private readonly List<(ResampleOperation Operation, string Name)> _resamplings = [];

    /// <summary>The positions that layers without a rule take their values from.</summary>
    public PositionTables Positions { get; } = new(writer);

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

    /// <summary>An expression that gives what resizing takes along its axes.</summary>
    /// <param name="operation">The operation.</param>
    public string Resampling(ResampleOperation operation)
    {
        string? name = _resamplings.Find(known => known.Operation.Axes.Equals(operation.Axes)).Name;
        if (name is null)
        {
            name = _resamplingNames.Declare(Identifier.Member(operation.Layer));
            _resamplings.Add((operation, name));
        }

        return $"{ResamplingTypeName}.{name}";
    }

    /// <summary>Writes the nested classes, if there is anything for them.</summary>
    public void Write()
    {
        WriteWindows();
        WriteResamplings();
        Positions.Write();
    }

    private void WriteResamplings()
    {
        if (_resamplings.Count == 0)
        {
            return;
        }

        writer.Line("/// <summary>What each position of an output takes of its input when it is resized: along each axis a weighted sum of some positions.</summary>");
        writer.Open($"private static class {ResamplingTypeName}");
        foreach ((ResampleOperation operation, string name) in _resamplings)
        {
            writer.Line($"internal static readonly {ResamplingType} {name} = new {ResamplingType}(");
            writer.Indent();
            for (int i = 0; i < operation.Axes.Count; i++)
            {
                ResampleAxis axis = operation.Axes[i];
                string weights = string.Join(", ", axis.Weights.ToArray().Select(weight => Literal.Number(weight, Precision.Double)));
                writer.Line($"new global::NeuralGen.ResamplingAxis({Literal.Integer(axis.Input)}, ends: {Integers(axis.Ends)}, sources: {Integers(axis.Sources)}, weights: new[] {{ {weights} }}){(i == operation.Axes.Count - 1 ? ");" : ",")}");
            }

            writer.Outdent();
        }

        writer.Close();
        writer.Line();
    }

    private static string Integers(IEnumerable<int> values) => $"new[] {{ {string.Join(", ", values.Select(value => Literal.Integer(value)))} }}";

    private void WriteWindows()
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
