namespace NeuralGen.Compiler.SafeTensors;

/// <summary>Checks that tensors fill the data: each byte belongs to one of them.</summary>
internal static class DataLayout
{
    /// <summary>Reports bytes that belong to two tensors or to none.</summary>
    /// <param name="tensors">The tensors in the order of their bytes.</param>
    /// <param name="length">The number of bytes of the data.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Check(IReadOnlyList<TensorEntry> tensors, long length, TensorProblems problems)
    {
        long filled = 0;
        TensorEntry? last = null;
        foreach (TensorEntry tensor in tensors)
        {
            if (tensor.Begin < filled)
            {
                problems.Add($"Tensors {Words(last!)} and {Words(tensor)} of the data of {problems.File} overlap");
            }
            else
            {
                CheckHole(filled, tensor.Begin, problems);
            }

            if (tensor.End >= filled)
            {
                filled = tensor.End;
                last = tensor;
            }
        }

        CheckHole(filled, length, problems);
    }

    private static void CheckHole(long begin, long end, TensorProblems problems)
    {
        if (begin < end)
        {
            problems.Add($"The bytes {begin} to {end} of the data of {problems.File} belong to no tensor");
        }
    }

    private static string Words(TensorEntry tensor) => FormattableString.Invariant($"{TensorProblems.Quote(tensor.Name)} with the bytes {tensor.Begin} to {tensor.End}");
}
