using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.Networks;

namespace NeuralGen.Benchmarks.Suites;

/// <summary>A network of the tables.</summary>
internal interface INetworkSuite
{
    /// <summary>Gets the sizes of the layers, as in 4-8-3, or a name of its own.</summary>
    public string Name { get; }

    /// <summary>Reads what the peers compute with.</summary>
    public DenseWeights ReadWeights();

    /// <summary>Makes the candidates of a workload.</summary>
    public CandidateSet Create(Workload workload);

    /// <summary>Makes our candidate alone; the peers do not need the network's type.</summary>
    public ICandidate CreateOurs(Workload workload, Problem problem);

    /// <summary>Gets the largest difference of our results from double precision, relative to the largest of them.</summary>
    public double Error(Workload workload);
}
