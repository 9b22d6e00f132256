using NeuralGen.Build;
using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>A file of weights, with numbers drawn for its tensors.</summary>
internal sealed class TensorFile(int seed = 1)
{
    private readonly Random _random = new(seed);
    private readonly List<(TensorDeclaration Tensor, double[] Values)> _tensors = [];

    /// <summary>Adds a tensor of 32-bit floats of about that size, as many of them zero as are asked for.</summary>
    public TensorFile Add(string name, int[] shape, double scale = 0.2, double least = double.NegativeInfinity, double zeros = 0) => Add(name, DataType.F32, shape, scale, least, zeros);

    /// <summary>Adds a tensor of a type.</summary>
    public TensorFile Add(string name, DataType type, int[] shape, double scale = 0.2, double least = double.NegativeInfinity, double zeros = 0)
    {
        double[] values = new double[shape.Aggregate(1, (product, size) => product * size)];
        for (int i = 0; i < values.Length; i++)
        {
            double value = _random.NextDouble() < zeros ? 0 : Math.Max(least, ((2 * _random.NextDouble()) - 1) * scale);
            values[i] = type == DataType.F64 ? value : (float)value;
        }

        _tensors.Add((new TensorDeclaration(name, type, [.. shape.Select(size => (long)size)]), values));
        return this;
    }

    /// <summary>A project with what the build task makes of the file.</summary>
    public GeneratorHost Stored(GeneratorHost host)
    {
        string folder = Directory.CreateTempSubdirectory("neuralgen-stored-").FullName;
        try
        {
            string source = Path.Combine(folder, "weights.safetensors");
            using (FileStream stream = File.Create(source))
            {
                SafeTensorsWriter writer = new(stream, [.. _tensors.Select(tensor => tensor.Tensor)]);
                foreach ((TensorDeclaration tensor, double[] values) in _tensors)
                {
                    if (tensor.Type == DataType.F64)
                    {
                        writer.Write(values, values.Length);
                    }
                    else
                    {
                        writer.Write(Array.ConvertAll(values, value => (float)value), values.Length);
                    }
                }
            }

            ModelFile file = new("weights.safetensors", source, Path.Combine(folder, "made"));
            Assert.Empty(file.Convert());
            return host.File("obj/weights.safetensors.facts.json", File.ReadAllText(file.Facts)).Resource(file.Resource, File.ReadAllBytes(file.Values));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A project whose compiler is told all numbers, as if the file were small.</summary>
    public GeneratorHost Inline(GeneratorHost host) =>
        host.File("obj/weights.safetensors.facts.json", _tensors.Aggregate(new Facts(), (facts, tensor) => tensor.Tensor.Type == DataType.F64
            ? facts.Doubles(tensor.Tensor.Name, [.. tensor.Tensor.Shape.Select(size => (int)size)], tensor.Values)
            : facts.Tensor(tensor.Tensor.Name, [.. tensor.Tensor.Shape.Select(size => (int)size)], tensor.Values)).ToString());
}
