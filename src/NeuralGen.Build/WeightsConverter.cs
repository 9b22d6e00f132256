using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Build;

/// <summary>Goes through the values of a weights file once: they become facts, and the resource that programs read in place.</summary>
/// <param name="source">The file.</param>
/// <param name="file">What its header says.</param>
internal sealed class WeightsConverter(Stream source, SafeTensorsFile file)
{
    /// <summary>The most values of a file that the compiler is told one by one, so that it can write them into the code.</summary>
    public const int MostInline = 1_048_576;

    /// <summary>The most values of a file that needs no resource.</summary>
    public const int MostWithoutResource = 65_536;

    /// <summary>Each tensor begins at a multiple of so many bytes: a line of the cache and a vector of 512 bits.</summary>
    public const int Alignment = 64;

    private const int ChunkLength = 1 << 15;

    private readonly float[] _singles = new float[ChunkLength];
    private readonly double[] _doubles = new double[ChunkLength];

    /// <summary>Whether a file has a resource.</summary>
    public static bool NeedsResource(SafeTensorsFile file) => file.Count > MostWithoutResource;

    /// <summary>Reads all values.</summary>
    /// <param name="resource">Receives the tensors of floats, those of up to 32 bits as 32-bit floats; null where none is needed.</param>
    /// <returns>The facts, tensor by tensor.</returns>
    /// <exception cref="IOException">A stream cannot be read or written.</exception>
    public IReadOnlyList<TensorFacts> Convert(Stream? resource)
    {
        bool isInline = file.Count <= MostInline;
        List<TensorFacts> facts = [];
        foreach (TensorEntry tensor in file.Tensors)
        {
            Stream? embedded = tensor.Type.IsFloat() ? resource : null;
            if (embedded is not null)
            {
                int padding = (int)(-embedded.Position & (Alignment - 1));
                embedded.Write(new byte[padding], 0, padding);
            }

            long? offset = embedded?.Position;
            using MemoryStream? values = isInline ? new MemoryStream() : null;
            TensorStatistics statistics = Read(tensor, new[] { embedded, values }.OfType<Stream>().Select(stream => new ValueWriter(stream)).ToArray());
            facts.Add(new TensorFacts(tensor, statistics, offset, values?.ToArray()));
        }

        return facts;
    }

    private TensorStatistics Read(TensorEntry tensor, ValueWriter[] writers)
    {
        TensorValues values = new(source, file, tensor);
        TensorStatistics statistics = new();
        bool isSingle = tensor.Type.FitsSingle();
        while (statistics.Count < tensor.Count)
        {
            if (isSingle)
            {
                int count = values.Read(_singles);
                statistics.Add(_singles, count);
                Array.ForEach(writers, writer => writer.Write(_singles, count));
            }
            else
            {
                int count = values.Read(_doubles);
                statistics.Add(_doubles, count);
                Array.ForEach(writers, writer => writer.Write(_doubles, count));
            }
        }

        return statistics;
    }
}
