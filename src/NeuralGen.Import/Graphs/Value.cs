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

    /// <summary>Whether it is the label of a class as a text, which no network computes.</summary>
    public bool IsLabel { get; init; }

    /// <summary>What it was computed from.</summary>
    public IReadOnlyList<Value> Sources { get; init; } = [];

    /// <summary>How many values it has.</summary>
    public int Count => Dimensions.Count(Shape);
}
