using System.Buffers.Binary;
using System.Text;
using NeuralGen.Compiler.SafeTensors;
using NeuralGen.Generator.Tests.Fuzzing;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.SafeTensors;

/// <summary>Damaged files: never an exception, and no more memory than a small file may take; a file without problems can be read.</summary>
public class SafeTensorsFuzzTests
{
    private const int Mutants = 20_000;
    private const int DataLength = 64;
    private const long MostMemory = 1_000_000;

    private const string Header =
        """
        {"__metadata__":{"format":"pt"},
        "fc1.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},
        "fc1.bias":{"dtype":"F16","shape":[4],"data_offsets":[24,32]},
        "steps":{"dtype":"I64","shape":[],"data_offsets":[32,40]},
        "mask":{"dtype":"BOOL","shape":[2,2,2],"data_offsets":[40,48]},
        "scale":{"dtype":"F64","shape":[2],"data_offsets":[48,64]}}
        """;

    [Fact]
    public void A_damaged_file_is_read_or_refused()
    {
        Random random = new(11);
        int count = TestShare.Of(Mutants, 2_000);
        int sound = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] file = Mutate(random, i);
            long before = GC.GetAllocatedBytesForCurrentThread();
            sound += IsRead(file, i) ? 1 : 0;
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostMemory, $"Mutant {i}: {GC.GetAllocatedBytesForCurrentThread() - before} bytes were allocated.");
        }

        // Mutants of both kinds occur, or this proves nothing.
        Assert.InRange(sound, count / 50, count * 9 / 10);
    }

    private static bool IsRead(byte[] bytes, int mutant)
    {
        using MemoryStream stream = new(bytes);
        SafeTensorsFile? file = SafeTensorsReader.TryRead(stream, "f", out IReadOnlyList<string> problems);
        Assert.True(problems.Count > 0 == file is null, $"Mutant {mutant}");
        Assert.All(problems, problem => Assert.True(problem.Contains("'f'", StringComparison.Ordinal) && problem.Length < 700 && !problem.Any(char.IsControl), $"Mutant {mutant}: {problem}"));
        float[] buffer = new float[16];
        foreach (TensorEntry tensor in file?.Tensors ?? [])
        {
            Assert.True(tensor.Count == TensorEntry.CountOf(tensor.Shape), $"Mutant {mutant}: {tensor}");
            TensorValues values = new(stream, file!, tensor);
            long read = 0;
            for (int more = values.Read(buffer); more > 0; more = values.Read(buffer))
            {
                read += more;
            }

            Assert.True(read == tensor.Count, $"Mutant {mutant}: {tensor}");
        }

        return file is not null;
    }

    private static byte[] Mutate(Random random, int mutant)
    {
        string header = random.Next(4) == 0 ? Header : new TextMutator(mutant).Mutate(Header);
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] data = new byte[Math.Max(0, DataLength + (random.Next(8) == 0 ? random.Next(-70, 10) : 0))];
        random.NextBytes(data);
        byte[] file = [.. TensorBytes.Prefix((ulong)text.Length), .. text, .. data];
        switch (random.Next(10))
        {
            case 0:
                BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)random.NextInt64(random.Next(2) == 0 ? 1000 : long.MaxValue));
                break;
            case 1:
                file[random.Next(file.Length)] = (byte)random.Next(256);
                break;
            case 2:
                Array.Resize(ref file, random.Next(file.Length));
                break;
        }

        return file;
    }
}
