namespace NeuralGen.Benchmarks.Tables;

/// <summary>How far our results are from those of a peer, relative to the peer's largest.</summary>
internal sealed record PeerDifference(string Peer, double Value)
{
    public const double Tolerance = 1e-5;

    /// <summary>Gets a sentence for when the results do not agree.</summary>
    public string Complaint => $"Results differ by more than {Tolerance:G} from those of {Peer}.";

    public bool Agrees => Value <= Tolerance;
}
