using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Tables;

/// <summary>Compares the results of the candidates before anybody believes their times.</summary>
internal static class Agreement
{
    /// <summary>The largest difference of a peer from ours, relative to the peer's largest value: of ONNX Runtime where it
    /// is there, else of plain loops.</summary>
    public static double Difference(CandidateSet candidates)
    {
        ICandidate peer = candidates.Onnx ?? candidates.Plain;
        candidates.Ours.Run(1);
        peer.Run(1);
        return Difference(candidates.Ours.Result, peer.Result);
    }

    private static double Difference(ReadOnlySpan<float> ours, ReadOnlySpan<float> theirs)
    {
        if (ours.Length != theirs.Length)
        {
            return double.PositiveInfinity;
        }

        double largest = 0;
        double difference = 0;
        for (int i = 0; i < ours.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(theirs[i]));
            difference = Math.Max(difference, Math.Abs((double)ours[i] - theirs[i]));
        }

        // Nothing but zeros would prove nothing.
        return largest == 0 ? double.PositiveInfinity : difference / largest;
    }
}
