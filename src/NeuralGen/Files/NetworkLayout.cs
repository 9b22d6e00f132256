using System.ComponentModel;

namespace NeuralGen;

/// <summary>What a trainable network's <c>.nn.json</c> file looks like: its layers, and where their numbers lie among the
/// network's parameters and statistics. Emitted networks make one.</summary>
/// <param name="header">the keys before the layers, as JSON without braces, a line each.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkLayout(string header)
{
    // Keys of the header that do not change what training computes.
    private static readonly string[] Names = ["name", "emission"];

    private readonly List<LayerLayout> _layers = [];

    /// <summary>What tells networks apart, a line each: the header's keys but for the type's name and the shape of its code, then the
    /// layers.</summary>
    public IReadOnlyList<string> Architecture =>
    [
        .. header.Split('\n').Select(line => line.Replace("\"", "")).Where(line => !Names.Contains(line.Split(':')[0])),
        FormattableString.Invariant($"layers: {_layers.Count}"),
        .. _layers.Select((layer, index) => FormattableString.Invariant($"layer {index}: {layer.Description}")),
    ];

    /// <summary>Appends a layer.</summary>
    /// <param name="keys">the keys that do not change, as JSON without braces.</param>
    /// <returns>this layout.</returns>
    public NetworkLayout Layer(string keys)
    {
        _layers.Add(new LayerLayout(keys));
        return this;
    }

    /// <summary>Appends numbers of the last layer that are parameters.</summary>
    /// <param name="key">their key.</param>
    /// <param name="offset">where they begin.</param>
    /// <param name="count">how many there are.</param>
    /// <param name="columns">the length of a row, or 0 for a plain list.</param>
    /// <returns>this layout.</returns>
    public NetworkLayout Parameters(string key, int offset, int count, int columns) => Add(new NumberLayout(key, false, offset, count, columns));

    /// <summary>Appends numbers of the last layer that are statistics.</summary>
    /// <param name="key">their key.</param>
    /// <param name="offset">where they begin.</param>
    /// <param name="count">how many there are.</param>
    /// <returns>this layout.</returns>
    public NetworkLayout Statistics(string key, int offset, int count) => Add(new NumberLayout(key, true, offset, count, 0));

    /// <summary>Appends statistics of the last layer that are learned from the inputs.</summary>
    /// <param name="key">their key.</param>
    /// <param name="offset">where they begin.</param>
    /// <param name="count">how many there are.</param>
    /// <returns>this layout.</returns>
    public NetworkLayout LearnedStatistics(string key, int offset, int count) => Add(new NumberLayout(key, true, offset, count, 0) { IsLearned = true });

    /// <summary>Writes a network.</summary>
    /// <param name="stream">where to write; it stays open.</param>
    /// <param name="parameters">the parameters.</param>
    /// <param name="statistics">the statistics.</param>
    /// <param name="needsNormalization">whether statistics have still to be learned.</param>
    /// <exception cref="InvalidOperationException">the compiler would not read the file; nothing is written then.</exception>
    public void Save(Stream stream, ReadOnlySpan<float> parameters, ReadOnlySpan<float> statistics, bool needsNormalization = false) =>
        new NetworkFileWriter<float>(header, _layers, value => value, NumberText.Of).Write(stream, parameters, statistics, needsNormalization);

    /// <inheritdoc cref="Save(Stream, ReadOnlySpan{float}, ReadOnlySpan{float}, bool)"/>
    public void Save(Stream stream, ReadOnlySpan<double> parameters, ReadOnlySpan<double> statistics, bool needsNormalization = false) =>
        new NetworkFileWriter<double>(header, _layers, value => value, NumberText.Of).Write(stream, parameters, statistics, needsNormalization);

    /// <summary>Reads the numbers of a network of the same layers.</summary>
    /// <param name="stream">where to read; it stays open.</param>
    /// <param name="parameters">receives the parameters.</param>
    /// <param name="statistics">receives the statistics.</param>
    /// <exception cref="FormatException">the file is no such file, or its layers differ; nothing has changed then.</exception>
    public void Load(Stream stream, Span<float> parameters, Span<float> statistics)
    {
        double[] newParameters = new double[parameters.Length];
        double[] newStatistics = new double[statistics.Length];
        new NetworkFileLoader(header, _layers, isSingle: true).Read(stream, newParameters, newStatistics);
        Narrow(newParameters, parameters);
        Narrow(newStatistics, statistics);
    }

    /// <inheritdoc cref="Load(Stream, Span{float}, Span{float})"/>
    public void Load(Stream stream, Span<double> parameters, Span<double> statistics)
    {
        double[] newParameters = new double[parameters.Length];
        double[] newStatistics = new double[statistics.Length];
        new NetworkFileLoader(header, _layers, isSingle: false).Read(stream, newParameters, newStatistics);
        newParameters.CopyTo(parameters);
        newStatistics.CopyTo(statistics);
    }

    private static void Narrow(double[] values, Span<float> target)
    {
        for (int i = 0; i < values.Length; i++)
        {
            target[i] = (float)values[i];
        }
    }

    private NetworkLayout Add(NumberLayout numbers)
    {
        _layers[_layers.Count - 1].Numbers.Add(numbers);
        return this;
    }
}
