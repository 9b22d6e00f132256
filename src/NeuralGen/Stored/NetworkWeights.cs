using System.ComponentModel;

namespace NeuralGen;

/// <summary>The tensors of a trainable network in <c>.safetensors</c> files, and where their numbers lie among the network's
/// parameters and statistics. Emitted networks make one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkWeights
{
    private readonly List<WeightsPart> _parts = [];

    /// <summary>Appends a tensor of parameters.</summary>
    /// <param name="name">its name in files.</param>
    /// <param name="offset">where its numbers begin.</param>
    /// <param name="shape">its dimensions.</param>
    /// <returns>these tensors.</returns>
    public NetworkWeights Parameters(string name, int offset, params int[] shape) => Add(new WeightsPart(name, false, offset, shape));

    /// <summary>Appends a tensor of statistics.</summary>
    /// <param name="name">its name in files.</param>
    /// <param name="offset">where its numbers begin.</param>
    /// <param name="shape">its dimensions.</param>
    /// <returns>these tensors.</returns>
    public NetworkWeights Statistics(string name, int offset, params int[] shape) => Add(new WeightsPart(name, true, offset, shape));

    /// <summary>Appends a tensor of statistics that are learned from the inputs.</summary>
    /// <param name="name">its name in files.</param>
    /// <param name="offset">where its numbers begin.</param>
    /// <param name="shape">its dimensions.</param>
    /// <returns>these tensors.</returns>
    public NetworkWeights LearnedStatistics(string name, int offset, params int[] shape) => Add(new WeightsPart(name, true, offset, shape) { IsLearned = true });

    /// <summary>Writes a network.</summary>
    /// <param name="stream">where to write; it stays open.</param>
    /// <param name="parameters">the parameters.</param>
    /// <param name="statistics">the statistics.</param>
    /// <param name="needsNormalization">whether statistics have still to be learned.</param>
    /// <exception cref="InvalidOperationException">a number is infinite or none, or has still to be learned; nothing is written then.</exception>
    public void Save(Stream stream, ReadOnlySpan<float> parameters, ReadOnlySpan<float> statistics, bool needsNormalization = false) =>
        new NetworkWeightsWriter<float>(_parts, value => value, (writer, values, count) => writer.Write(values, count)).Write(stream, parameters, statistics, needsNormalization);

    /// <inheritdoc cref="Save(Stream, ReadOnlySpan{float}, ReadOnlySpan{float}, bool)"/>
    public void Save(Stream stream, ReadOnlySpan<double> parameters, ReadOnlySpan<double> statistics, bool needsNormalization = false) =>
        new NetworkWeightsWriter<double>(_parts, value => value, (writer, values, count) => writer.Write(values, count)).Write(stream, parameters, statistics, needsNormalization);

    /// <summary>Reads the numbers of a network: every tensor by its name, of any type of float, each number rounded once if it must be.</summary>
    /// <param name="stream">where to read, up to its end; it stays open.</param>
    /// <param name="parameters">receives the parameters.</param>
    /// <param name="statistics">receives the statistics.</param>
    /// <exception cref="FormatException">the file is no such file, or its tensors are not the network's; nothing has changed then.</exception>
    public void Load(Stream stream, Span<float> parameters, Span<float> statistics) =>
        new NetworkWeightsLoader<float>(_parts, value => value, (values, target) => values.Read(target)).Load(stream, parameters, statistics);

    /// <inheritdoc cref="Load(Stream, Span{float}, Span{float})"/>
    public void Load(Stream stream, Span<double> parameters, Span<double> statistics) =>
        new NetworkWeightsLoader<double>(_parts, value => value, (values, target) => values.Read(target)).Load(stream, parameters, statistics);

    private NetworkWeights Add(WeightsPart part)
    {
        _parts.Add(part);
        return this;
    }
}
