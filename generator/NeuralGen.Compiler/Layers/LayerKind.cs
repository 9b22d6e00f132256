using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary>
/// A kind of layer that declarations can name: which arguments it takes, and how they become operations. Readers,
/// binder and schema know layers through this only.
/// </summary>
/// <param name="type">The type in the spelling of JSON files; the attribute's name is the same in PascalCase.</param>
/// <param name="arguments">The arguments it takes.</param>
internal abstract class LayerKind(string type, params ArgumentDescriptor[] arguments)
{
    /// <summary>The type in the spelling of JSON files.</summary>
    public string Type { get; } = type;

    /// <summary>The arguments it takes.</summary>
    public IReadOnlyList<ArgumentDescriptor> Arguments { get; } = arguments;

    /// <summary>How many tensors it reads at least; none where it reads nothing at all.</summary>
    public virtual int MinimumSources => 1;

    /// <summary>How many tensors it reads at most.</summary>
    public virtual int MaximumSources => 1;

    /// <summary>Whether it computes an image, a volume or a sequence, whose first axis are its channels.</summary>
    public virtual bool IsSpatial => false;

    /// <summary>Whether the result is as spatial as what the layer reads.</summary>
    public virtual bool KeepsAxes => false;

    /// <summary>What the layer needs of the elements of a tensor that it reads, in words; null where they are what it needs.</summary>
    /// <param name="source">The position of the tensor among those that it reads.</param>
    /// <param name="type">The elements' type.</param>
    /// <param name="first">That of the first tensor.</param>
    public virtual string? Misfit(int source, ElementType type, ElementType first) =>
        KeepsElements ? type == first ? null : $"'{ElementTypes.Name(first)}', as its first input has; a layer 'cast' makes it"
        : type == ElementType.Float ? null
        : "'float', which a layer 'cast' makes";

    /// <summary>Whether elements of any type only change their places.</summary>
    public virtual bool KeepsElements => false;

    /// <summary>Checks a layer of this kind and appends its operations to the network.</summary>
    /// <param name="layer">The declared layer in its surroundings.</param>
    public abstract void Bind(LayerBinding layer);

    /// <summary>The argument of a name, or null when this kind has none such.</summary>
    public ArgumentDescriptor? Find(string argument) => Arguments.FirstOrDefault(candidate => candidate.Name == argument);
}
