namespace NeuralGen.Import.Graphs;

/// <summary>A tensor of a graph, of known kind and shape.</summary>
/// <param name="name">The model's name.</param>
/// <param name="kind">What its elements are.</param>
/// <param name="shape">Its shape as the model has it, with the batch at 1.</param>
internal sealed class Value(string name, ElementKind kind, int[] shape)
{
    /// <summary>The model's name.</summary>
    public string Name { get; } = name;

    /// <summary>What its elements are.</summary>
    public ElementKind Kind { get; } = kind;

    /// <summary>Its shape as the model has it, with the batch at 1.</summary>
    public int[] Shape { get; } = shape;

    /// <summary>Its values, where they are known.</summary>
    public Literal? Constant { get; init; }

    /// <summary>The layer or input that computes it; null for a constant that no layer has read yet.</summary>
    public string? Layer { get; set; }

    /// <summary>The shape of that layer's tensor: the same values, in the same order, with axes that may differ.</summary>
    public int[] LayerShape { get; set; } = shape;

    /// <summary>Whether a problem hides it, which has been reported.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Whether its layer computes this tensor and no other: what reads it alone may change the layer.</summary>
    public bool OwnsLayer { get; init; }

    /// <summary>The tensors of which it is a list; null for a tensor.</summary>
    public IReadOnlyList<Value>? Items { get; init; }

    /// <summary>The label of a class as a text, which no network computes; null for all other tensors.</summary>
    public TextLabel? Label { get; init; }

    /// <summary>Where the samples of a batch lie; null where it depends on none.</summary>
    public SampleAxis? Samples
    {
        get => Places.Count > 0 ? Places[0] : null;
        set => Places = value is null ? [] : [value];
    }

    /// <summary>Where the samples may lie: a shape that says 1 for a batch of 1 does not say which axis would be larger for others.</summary>
    public IReadOnlyList<SampleAxis> Places { get; set; } = [];

    /// <summary>Its values for two samples, where they are known and others than those for one.</summary>
    public Literal? Twice { get; set; }

    /// <summary>What it was computed from.</summary>
    public IReadOnlyList<Value> Sources { get; init; } = [];

    /// <summary>How many values it has.</summary>
    public int Count => Dimensions.Count(Shape);

    /// <summary>Whether samples, or their number, decide what it is.</summary>
    public bool DependsOnBatch => Samples is not null || Twice is not null || Items?.Any(item => item.DependsOnBatch) == true;
}
