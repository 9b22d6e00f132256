using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks;

/// <summary>Where the numbers of a network lie among its parameters and its statistics, found by the arrays that hold them.</summary>
internal sealed class ParameterLayout
{
    private readonly Dictionary<NumberArray, int> _parameters = new(new SameArray());
    private readonly Dictionary<NumberArray, int> _statistics = new(new SameArray());

    /// <summary>Lays out a network as declared.</summary>
    public ParameterLayout(Network network)
    {
        ParameterCount = Add(network.Parameters, _parameters);
        StatisticCount = Add(network.Operations.SelectMany(operation => operation.Statistics), _statistics);
    }

    /// <summary>How many values training would change.</summary>
    public int ParameterCount { get; }

    /// <summary>How many values are stored beside them.</summary>
    public int StatisticCount { get; }

    /// <summary>Where an array begins among the parameters; null when it is none of them.</summary>
    public int? ParameterOffset(NumberArray values) => _parameters.TryGetValue(values, out int offset) ? offset : null;

    /// <summary>Where an array begins among the statistics; null when it is none of them.</summary>
    public int? StatisticOffset(NumberArray values) => _statistics.TryGetValue(values, out int offset) ? offset : null;

    private static int Add(IEnumerable<Parameter> blocks, Dictionary<NumberArray, int> offsets)
    {
        int next = 0;
        foreach (Parameter block in blocks)
        {
            offsets.Add(block.Values, next);
            next += block.Values.Count;
        }

        return next;
    }

    /// <summary>Two layers may have equal numbers; they still are two.</summary>
    private sealed class SameArray : IEqualityComparer<NumberArray>
    {
        public bool Equals(NumberArray? x, NumberArray? y) => ReferenceEquals(x, y);

        public int GetHashCode(NumberArray values) => RuntimeHelpers.GetHashCode(values);
    }
}
