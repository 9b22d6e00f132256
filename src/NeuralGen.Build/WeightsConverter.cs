using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Build;

/// <summary>Goes through the values of a weights file once: they become facts, and the resource that programs read in place.</summary>
/// <param name="source">The file.</param>
/// <param name="file">What its header says.</param>
internal sealed class WeightsConverter(Stream source, SafeTensorsFile file)
{
    /// <summary>
    /// The most values of a file that the compiler is told one by one, so that it can write them into the code: those of a few networks
    /// whose code has them. The smallest tensors come first.
    /// </summary>
    public const int MostInline = 4 * Network.MostInlineParameters;

    /// <summary>Each tensor begins at a multiple of so many bytes: a line of the cache and a vector of 512 bits.</summary>
    public const int Alignment = 64;

    private const int ChunkLength = 1 << 15;

    private readonly float[] _singles = new float[ChunkLength];
    private readonly double[] _doubles = new double[ChunkLength];

    /// <summary>Whether a file has a resource.</summary>
    public static bool NeedsResource(SafeTensorsFile file) => file.Count > Network.MostInlineParameters;

    /// <summary>How long the resource of a file is, in bytes.</summary>
    public static long ResourceLength(SafeTensorsFile file) =>
        file.Tensors.Where(tensor => tensor.Type.IsFloat()).Aggregate(0L, (end, tensor) => end + (-end & (Alignment - 1)) + (tensor.Count * (tensor.Type.FitsSingle() ? sizeof(float) : sizeof(double))));

    /// <summary>Reads all values.</summary>
    /// <param name="resource">Receives the tensors of floats, those of up to 32 bits as 32-bit floats; null where none is needed.</param>
    /// <returns>The facts, tensor by tensor.</returns>
    /// <exception cref="IOException">A stream cannot be read or written.</exception>
    public IReadOnlyList<TensorFacts> Convert(Stream? resource)
    {
        HashSet<TensorEntry> inline = Inline();
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
            using MemoryStream? values = inline.Contains(tensor) ? new MemoryStream() : null;
            TensorStatistics statistics = Read(tensor, new[] { embedded, values }.OfType<Stream>().Select(stream => new ValueWriter(stream)).ToArray());
            facts.Add(new TensorFacts(tensor, statistics, offset, values?.ToArray()));
        }

        return facts;
    }

    /// <summary>The tensors whose values the compiler is told.</summary>
    private HashSet<TensorEntry> Inline()
    {
        HashSet<TensorEntry> inline = [];
        long left = MostInline;
        foreach (TensorEntry tensor in file.Tensors.Where(tensor => tensor.Count <= Network.MostInlineParameters).OrderBy(tensor => tensor.Count))
        {
            left -= tensor.Count;
            if (left < 0)
            {
                break;
            }

            inline.Add(tensor);
        }

        return inline;
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
