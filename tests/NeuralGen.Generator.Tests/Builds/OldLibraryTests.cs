using System.Reflection;
using NeuralGen.Compiler.Emission;
using NeuralGen.Generator.Tests.Fingerprints;

namespace NeuralGen.Generator.Tests.Builds;

/// <summary>The runtime library for old frameworks reads and writes weights as the one for new frameworks does.</summary>
public class OldLibraryTests
{
    private const string Source = """
        using System;
        using System.IO;
        using System.Reflection;
        using NeuralGen;

        public static class Probe
        {
            private static readonly NetworkWeights Weights = new NetworkWeights().Parameters("w", 1, 2).Statistics("s", 0, 1, 1);

            public static byte[] Save(float[] parameters, float[] statistics)
            {
                MemoryStream stream = new MemoryStream();
                Weights.Save(stream, parameters, statistics);
                return stream.ToArray();
            }

            public static void Load(byte[] file, float[] parameters, float[] statistics) => Weights.Load(new MemoryStream(file), parameters, statistics);

            public static float[] Single(Assembly assembly, string name, long offset, int count) => new StoredTensors(assembly, name).Single(offset, count).ToArray();

            public static double[] Double(Assembly assembly, string name, long offset, int count) => new StoredTensors(assembly, name).Double(offset, count).ToArray();
        }
        """;

    private static readonly Type Probe = FingerprintPlatform.All.Single(platform => platform.Name == "netstandard2.0").Load([new GeneratedFile("Probe", Source)]).GetType("Probe", throwOnError: true)!;

    [Fact]
    public void Weights_are_saved_and_loaded()
    {
        NetworkWeights weights = new NetworkWeights().Parameters("w", 1, 2).Statistics("s", 0, 1, 1);
        using MemoryStream stream = new();
        weights.Save(stream, [1f, 2, 0.1f], [7f]);
        Assert.Equal(stream.ToArray(), (byte[])Call("Save", new float[] { 1, 2, 0.1f }, new float[] { 7 }));
        float[] parameters = [5, 5, 5];
        float[] statistics = [5];
        Call("Load", stream.ToArray(), parameters, statistics);
        Assert.Equal([5f, 2, 0.1f], parameters);
        Assert.Equal([7f], statistics);
    }

    [Fact]
    public void Resources_are_read()
    {
        Assembly library = typeof(object).Assembly;
        string name = library.GetManifestResourceNames()[0];
        using Stream resource = library.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[64];
        resource.ReadExactly(bytes);
        Assert.Equal(Enumerable.Range(0, 8).Select(i => BitConverter.ToInt32(bytes, 8 + (4 * i))), ((float[])Call("Single", library, name, 8L, 8)).Select(BitConverter.SingleToInt32Bits));
        Assert.Equal(Enumerable.Range(0, 7).Select(i => BitConverter.ToInt64(bytes, 8 + (8 * i))), ((double[])Call("Double", library, name, 8L, 7)).Select(BitConverter.DoubleToInt64Bits));
    }

    private static object Call(string method, params object[] arguments) => Probe.GetMethod(method)!.Invoke(null, arguments)!;
}
