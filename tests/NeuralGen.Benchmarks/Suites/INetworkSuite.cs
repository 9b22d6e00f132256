namespace NeuralGen.Benchmarks.Suites;

/// <summary>A network of the tables.</summary>
internal interface INetworkSuite
{
    /// <summary>Gets the sizes of the layers, as in 4-8-3.</summary>
    public string Name { get; }

    /// <summary>Makes the candidates of a workload.</summary>
    public CandidateSet Create(Workload workload);
}
