using System.Runtime.InteropServices;

namespace NeuralGen.Training.Tests.Training;

internal static class Bits
{
    public static byte[] Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged => MemoryMarshal.AsBytes(values).ToArray();

    /// <summary>All numbers of a history as text that differs if a bit does.</summary>
    public static string[] Of(TrainingHistory history) =>
    [
        $"{history.BestEpoch} {history.StopReason}",
        .. history.Epochs.Select(epoch => FormattableString.Invariant(
            $"{epoch.Epoch} {epoch.Loss:R} {epoch.ValidationLoss:R} {epoch.LearningRate:R} {string.Join(' ', epoch.Metrics.Select(metric => FormattableString.Invariant($"{metric.Key}={metric.Value:R}")))}")),
    ];
}
