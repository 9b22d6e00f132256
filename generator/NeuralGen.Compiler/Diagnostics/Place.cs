namespace NeuralGen.Compiler.Diagnostics;

/// <summary>
/// Where in a declaration something stands, as a path of keys and positions rather than as characters: what is bound
/// stays the same when a file is re-indented, and only the analyzers turn a path into a line and a column.
/// </summary>
internal sealed record Place
{
    private Place(DeclarationSource source, Place? parent, string? key, int index)
    {
        Source = source;
        Parent = parent;
        KeyName = key;
        Index = index;
    }

    /// <summary>The whole of the attributes on a type.</summary>
    public static Place Attributes { get; } = new(DeclarationSource.Attributes, null, null, 0);

    /// <summary>The whole of a network's file.</summary>
    public static Place File { get; } = new(DeclarationSource.File, null, null, 0);

    /// <summary>Which of the two the place is in.</summary>
    public DeclarationSource Source { get; }

    /// <summary>The place that this one is part of; null for the whole.</summary>
    public Place? Parent { get; }

    /// <summary>The key of this step, in the spelling of JSON files; null when the step is a position.</summary>
    public string? KeyName { get; }

    /// <summary>The position of this step, or, for a place given by its characters, its start.</summary>
    public int Index { get; }

    /// <summary>The number of characters of a place given by them; null for all others.</summary>
    public int? Length { get; private init; }

    /// <summary>The characters of a file themselves, for what has no path.</summary>
    public static Place Characters(int start, int length) =>
        new(DeclarationSource.File, null, null, start) { Length = length };

    /// <summary>The root of a declaration's source.</summary>
    public static Place Of(DeclarationSource source) => source == DeclarationSource.File ? File : Attributes;

    /// <summary>The value of a key within this place.</summary>
    public Place Key(string key) => new(Source, this, key, 0);

    /// <summary>The element at a position within this place.</summary>
    public Place At(int index) => new(Source, this, null, index);

    /// <summary>The same path from another place on, in whose declaration this one lies.</summary>
    /// <param name="outer">The place of what this one is a path into; characters stay as they are.</param>
    public Place Within(Place outer) => Length is null
        ? Steps().Aggregate(outer, (place, step) => step.KeyName is { } key ? place.Key(key) : place.At(step.Index))
        : this;

    /// <summary>The steps from the root to this place.</summary>
    public IReadOnlyList<Place> Steps()
    {
        List<Place> steps = [];
        for (Place? place = this; place?.Parent is not null; place = place.Parent)
        {
            steps.Add(place);
        }

        steps.Reverse();
        return steps;
    }
}
