using NeuralGen.Compiler.Networks.Numbers;

namespace NeuralGen.Compiler.Networks;

/// <summary>Where the numbers of a network lie among its parameters and its statistics.</summary>
internal sealed class ParameterLayout
{
    private readonly Dictionary<int, int> _parameters = [];
    private readonly Dictionary<int, int> _statistics = [];

    /// <summary>Lays out a network as declared.</summary>
    public ParameterLayout(Network network)
    {
        ParameterCount = Add(network.Parameters, _parameters);
        StatisticCount = Add(network.Statistics, _statistics);
    }

    /// <summary>How many values training would change.</summary>
    public int ParameterCount { get; }

    /// <summary>How many values are stored beside them.</summary>
    public int StatisticCount { get; }

    /// <summary>Where numbers begin among the parameters; null when they are none of them.</summary>
    public int? ParameterOffset(NetworkNumbers values) => _parameters.TryGetValue(values.Id, out int offset) ? offset : null;

    /// <summary>Where numbers begin among the statistics; null when they are none of them.</summary>
    public int? StatisticOffset(NetworkNumbers values) => _statistics.TryGetValue(values.Id, out int offset) ? offset : null;

    private static int Add(IEnumerable<Parameter> blocks, Dictionary<int, int> offsets)
    {
        int next = 0;
        foreach (Parameter block in blocks)
        {
            offsets.Add(block.Values.Id, next);
            next += block.Values.Count;
        }

        return next;
    }
}
