using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Tool.Compilation;
using NeuralGen.Tool.Models;

namespace NeuralGen.Tool.Inspecting;

/// <summary>What there is to say of a model before it runs.</summary>
internal sealed class Inspection
{
    /// <summary>Looks at a model.</summary>
    public Inspection(OpenModel model)
    {
        Model = model;
        Program = Lowerer.Lower(model.Network, GeneratedCode.Platform.HasVectors);
        Rows = [.. LayerRow.Of(model.Network, Program.Network)];

        // Untrained weights say nothing.
        Network whole = model.Whole;
        bool isDeclared = whole.IsDeclared;
        LayerRow[] known = [.. LayerRow.Of(whole, Program.Network)];
        Statistics = [.. known.Select(row => isDeclared ? WeightStatistics.Of(row.Operations.SelectMany(operation => operation.Parameters)) : null)];
        Total = isDeclared ? WeightStatistics.Of(whole.Parameters) : null;
        Files = GeneratedCode.Of(model, model.Target, hasGradients: true);
    }

    /// <summary>The model.</summary>
    public OpenModel Model { get; }

    /// <summary>What predicts.</summary>
    public Program Program { get; }

    /// <summary>The layers.</summary>
    public IReadOnlyList<LayerRow> Rows { get; }

    /// <summary>The weights of each layer; null where it has none.</summary>
    public IReadOnlyList<WeightStatistics?> Statistics { get; }

    /// <summary>All weights; null where there are none.</summary>
    public WeightStatistics? Total { get; }

    /// <summary>The generated files, with gradients as a build writes them.</summary>
    public IReadOnlyList<GeneratedFile> Files { get; }

    /// <summary>How many multiply-adds a prediction takes as declared.</summary>
    public long MultiplyAdds => Model.Network.Operations.Sum(operation => operation.MultiplyAdds);

    /// <summary>How many are left when what is known is folded; zeros are not multiplied.</summary>
    public long RemainingMultiplyAdds => Program.Network.Operations.Sum(operation => operation.MultiplyAdds);

    /// <summary>Characters of code.</summary>
    public long CodeLength => Files.Sum(file => (long)file.Text.Length);

    /// <summary>Lines of code.</summary>
    public int CodeLines => Files.Sum(file => file.Text.Count(letter => letter == '\n'));

    /// <summary>The bytes of the weights that a program reads in place; 0 where all stand in the code.</summary>
    public long ResourceBytes => Model.Weights is { File.Resource.Length: > 0 } weights && Model.Network.HasStoredNumbers ? new FileInfo(weights.File.Values).Length : 0;

    /// <summary>The loss in the spelling of files.</summary>
    public string Loss => Model.Network.Loss.Kind.ToString();
}
