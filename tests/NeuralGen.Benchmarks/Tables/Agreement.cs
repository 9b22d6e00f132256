using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.Tables;

/// <summary>Compares the results of the candidates before anybody believes their times.</summary>
internal static class Agreement
{
    /// <summary>The largest difference of any peer from ours, relative to that peer's largest value.</summary>
    public static PeerDifference Farthest(CandidateSet candidates)
    {
        candidates.Ours.Run(1);
        return candidates.All.Where(named => named.Kind != CandidateKind.Ours)
            .Select(peer => Difference(candidates, peer))
            .MaxBy(peer => peer.Value)!;
    }

    private static PeerDifference Difference(CandidateSet candidates, NamedCandidate peer)
    {
        peer.Candidate.Run(1);
        return new(peer.Name, Difference(candidates.Ours.Result, peer.Candidate.Result));
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

        // Nothing but zeros would prove nothing, and what is no number agrees with nothing.
        return largest == 0 || !double.IsFinite(difference) ? double.PositiveInfinity : difference / largest;
    }
}
