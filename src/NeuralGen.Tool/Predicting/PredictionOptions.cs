namespace NeuralGen.Tool.Predicting;

/// <summary>How rows are predicted.</summary>
/// <param name="Separator">What stands between fields.</param>
/// <param name="HasHeader">Whether the first row has names; null to find out.</param>
/// <param name="OnError">What happens with a row that cannot be predicted.</param>
/// <param name="KeepsOthers">Whether all columns that the network does not read go through.</param>
/// <param name="KeptNames">The columns that go through by name.</param>
internal sealed record PredictionOptions(byte Separator, bool? HasHeader, ErrorPolicy OnError, bool KeepsOthers, IReadOnlyList<string> KeptNames)
{
    /// <summary>How many threads predict.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
