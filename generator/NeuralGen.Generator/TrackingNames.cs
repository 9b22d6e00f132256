namespace NeuralGen.Generator;

/// <summary>The names of the generator's stages, by which tests see what an edit makes run again.</summary>
internal static class TrackingNames
{
    /// <summary>What the project's framework offers.</summary>
    public const string Platform = nameof(Platform);

    /// <summary>What the project's build says.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>The files as read.</summary>
    public const string Files = nameof(Files);

    /// <summary>The attributed types as read.</summary>
    public const string Types = nameof(Types);

    /// <summary>The networks of attributed types.</summary>
    public const string ModelsOfTypes = nameof(ModelsOfTypes);

    /// <summary>What is known of files of weights.</summary>
    public const string Weights = nameof(Weights);

    /// <summary>The files that no type names.</summary>
    public const string Unclaimed = nameof(Unclaimed);

    /// <summary>The types that those files declare.</summary>
    public const string NewTypes = nameof(NewTypes);

    /// <summary>The networks that files alone declare.</summary>
    public const string ModelsOfFiles = nameof(ModelsOfFiles);

    /// <summary>All networks, each with its place among them.</summary>
    public const string PlacedNetworks = nameof(PlacedNetworks);
}
