namespace NeuralGen.Compiler.Layers;

/// <summary>All kinds of layers, by their types.</summary>
internal static class LayerCatalog
{
    private static readonly Dictionary<string, LayerKind> Kinds = new LayerKind[]
    {
        new DenseLayer(),
        new ActivationLayer(),
        new NormalizationLayer(),
        new BatchNormalizationLayer(),
        new LayerNormalizationLayer(),
        new DropoutLayer(),
        new AddLayer(),
        new ConcatLayer(),
    }.ToDictionary(kind => kind.Type, StringComparer.Ordinal);

    /// <summary>All kinds.</summary>
    public static IEnumerable<LayerKind> All => Kinds.Values;

    /// <summary>The kind of a type, or null when there is none such.</summary>
    public static LayerKind? Find(string type) => Kinds.TryGetValue(type, out LayerKind? kind) ? kind : null;
}
