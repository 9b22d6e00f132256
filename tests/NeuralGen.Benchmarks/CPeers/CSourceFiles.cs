using NeuralGen.Benchmarks.Networks;
using NeuralGen.Benchmarks.Suites;

namespace NeuralGen.Benchmarks.CPeers;

/// <summary>The command <c>c-sources</c>: writes all networks of this program as C.</summary>
internal static class CSourceFiles
{
    /// <summary>Writes files such as 4-8-3.loops.c and 4-8-3.unrolled.c into the folder.</summary>
    public static int Write(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no folder '{folder}'.");
            return 1;
        }

        foreach (INetworkSuite suite in NetworkSuites.All)
        {
            DenseWeights network = suite.ReadWeights();
            File.WriteAllText(Path.Combine(folder, $"{suite.Name}.loops.c"), LoopSource.Write(network));
            if (network.Weights.Sum(layer => layer.Sum(unit => unit.Length)) <= UnrolledSource.MostWeights)
            {
                File.WriteAllText(Path.Combine(folder, $"{suite.Name}.unrolled.c"), UnrolledSource.Write(network));
            }
        }

        return 0;
    }
}
