using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>All operators, by domain and name.</summary>
internal static class OperatorCatalog
{
    private static readonly Dictionary<(string Domain, string Name), Translator> Known = Of("", Standard)
        .Concat(Of(MicrosoftOperators.Domain, MicrosoftOperators.All))
        .Concat(Of(LearningOperators.Domain, LearningOperators.All.Concat(TreeOperators.All).Concat(EncoderOperators.All).Concat(SupportVectorOperators.All)))
        .ToDictionary(entry => entry.Key, entry => entry.Value);

    /// <summary>The names of all.</summary>
    public static IEnumerable<(string Domain, string Name)> Names => Known.Keys;

    private static IEnumerable<(string Name, Translator Translator)> Standard =>
    [
        .. ElementwiseOperators.All,
        .. LogicOperators.All,
        .. ActivationOperators.All,
        .. DenseOperators.All,
        .. ShapeOperators.All,
        .. MovementOperators.All,
        .. IndexOperators.All,
        .. ConvolutionOperators.All,
        .. PoolOperators.All,
        .. ReductionOperators.All,
        .. NormalizationOperators.All,
        .. PadOperators.All,
        .. ResizeOperators.All,
        .. ControlOperators.All,
        .. EinsumOperators.All,
        .. LossOperators.All,
        .. QuantizedOperators.All,
        .. SignalOperators.All,
        .. SampleOperators.All,
        .. DetectionOperators.All,
        .. RegionOperators.All,
        .. GridSampleOperators.All,
        .. SequenceOperators.All,
        .. TextOperators.All,
        .. RecurrentOperators.All,
        .. RefusedOperators.All,
    ];

    /// <summary>The operator of a name; null where there is none.</summary>
    public static Translator? Find(string domain, string name) => Known.TryGetValue((domain, name), out Translator? translator) ? translator : null;

    private static IEnumerable<KeyValuePair<(string Domain, string Name), Translator>> Of(string domain, IEnumerable<(string Name, Translator Translator)> entries) =>
        entries.Select(entry => new KeyValuePair<(string Domain, string Name), Translator>((domain, entry.Name), entry.Translator));
}
