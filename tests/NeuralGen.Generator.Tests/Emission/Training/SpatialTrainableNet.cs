using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Training;

/// <summary>A trainable network of images, with all that files have to say of its layers.</summary>
internal static class SpatialTrainableNet
{
    /// <summary>The size of its input.</summary>
    public const int InputSize = 2 * 8 * 9;

    public const string Declaration = """
        {
          "inputs": [ { "name": "image", "shape": [2, 8, 9] } ], "precision": "double", "trainable": true, "seed": 5,
          "layers": [
            { "type": "conv2d", "name": "features.0", "units": 4, "kernel": [3, 2], "stride": [1, 2], "padding": [1, 0], "groups": 2, "activation": "tanh" },
            { "type": "batch_normalization", "name": "features.1", "mean": [0.1, 0.2, -0.1, 0], "variance": [1, 2, 0.5, 1.5] },
            { "type": "max_pool2d", "name": "largest", "kernel": 3, "stride": 2, "padding": [1, 0], "ceil_mode": true },
            { "type": "softmax", "name": "shares", "axis": 0 },
            { "type": "conv2d", "name": "left", "units": 3, "kernel": 2, "padding": "same", "dilation": 2, "inputs": ["shares"] },
            { "type": "conv2d", "name": "right", "units": 3, "kernel": 1, "use_bias": false, "activation": "prelu", "inputs": ["shares"] },
            { "type": "concat", "name": "both", "axis": 1, "inputs": ["left", "right"] },
            { "type": "average_pool2d", "name": "mean", "kernel": 2, "stride": 1, "padding": 1, "count_include_pad": false },
            { "type": "batch_normalization", "name": "columns", "axis": -1, "mean": [0.1, -0.2, 0.3], "variance": [1, 0.5, 2] },
            { "type": "reshape", "name": "rows", "shape": [9, -1] },
            { "type": "layer_normalization", "name": "norm" },
            { "type": "dense", "name": "mix", "units": 5, "activation": "softmax" },
            { "type": "flatten", "name": "flat" },
            { "type": "dense", "name": "head", "units": 3 }
          ]
        }
        """;

    /// <summary>Compiles and makes one, with numbers of all parameters changed as training does.</summary>
    /// <param name="declaration">The declaration.</param>
    public static ITrainableNetwork<double> Create(string declaration = Declaration)
    {
        ITrainableNetwork<double> network = (ITrainableNetwork<double>)Activator.CreateInstance(
            new GeneratorHost().File("net.nn.json", declaration).Run().Load().GetType("Project.Net", throwOnError: true)!)!;
        Random random = new(3);
        foreach (ref double parameter in network.Parameters)
        {
            parameter += random.NextDouble() - 0.5;
        }

        return network;
    }

    /// <summary>Random inputs of a sample.</summary>
    public static double[] Input(Random random) => [.. Enumerable.Range(0, InputSize).Select(_ => (4 * random.NextDouble()) - 2)];
}
