using System.Text;

namespace NeuralGen.Compiler.SafeTensors;

/// <summary>
/// Writes a <c>.safetensors</c> file: the header at once, then the values of all tensors, piece by piece, in the order of the
/// header. The header is filled up with spaces so that the data begins at a multiple of 8 bytes; there are no holes.
/// </summary>
internal sealed class SafeTensorsWriter
{
    private const int Alignment = 8;

    private readonly ValueWriter _values;

    /// <summary>Writes the header.</summary>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="tensors">The tensors, of 32-bit and 64-bit floats.</param>
    /// <param name="metadata">What the file says of itself.</param>
    /// <exception cref="ArgumentException">Two tensors have one name.</exception>
    public SafeTensorsWriter(Stream stream, IReadOnlyList<TensorDeclaration> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        if (tensors.GroupBy(tensor => tensor.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"There are two tensors called '{twice.Key}'.", nameof(tensors));
        }

        byte[] header = Encoding.UTF8.GetBytes(Header(tensors, metadata));
        int padding = (Alignment - (header.Length % Alignment)) % Alignment;
        byte[] length = new byte[HeaderText.PrefixLength];
        for (int i = 0; i < sizeof(int); i++)
        {
            length[i] = (byte)((header.Length + padding) >> (8 * i));
        }

        stream.Write(length, 0, length.Length);
        stream.Write(header, 0, header.Length);
        stream.Write(Encoding.ASCII.GetBytes(new string(' ', padding)), 0, padding);
        _values = new ValueWriter(stream);
    }

    /// <summary>Writes the next values of a tensor of 32-bit floats.</summary>
    public void Write(float[] values, int count) => _values.Write(values, count);

    /// <summary>Writes the next values of a tensor of 64-bit floats.</summary>
    public void Write(double[] values, int count) => _values.Write(values, count);

    private static string Header(IReadOnlyList<TensorDeclaration> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        List<string> members = [];
        if (metadata is { Count: > 0 })
        {
            members.Add($"\"__metadata__\":{{{string.Join(",", metadata.Select(pair => $"{JsonText.Quote(pair.Key)}:{JsonText.Quote(pair.Value)}"))}}}");
        }

        long begin = 0;
        foreach (TensorDeclaration tensor in tensors)
        {
            long end = begin + (TensorEntry.CountOf(tensor.Shape)!.Value * tensor.Type.Size());
            string shape = TensorEntry.Text(tensor.Shape).Replace(" ", "");
            members.Add(FormattableString.Invariant($"{JsonText.Quote(tensor.Name)}:{{\"dtype\":\"{tensor.Type}\",\"shape\":{shape},\"data_offsets\":[{begin},{end}]}}"));
            begin = end;
        }

        return "{" + string.Join(",", members) + "}";
    }
}
