namespace NeuralGen.Tool.Tests.Running;

/// <summary>Real models of the repository.</summary>
internal static class Models
{
    /// <summary>A convolutional network by PyTorch.</summary>
    public static string Digits => Of("samples/Digits/digits.onnx");

    /// <summary>A regression with one-hot inputs.</summary>
    public static string Penguins => Of("samples/BakedPenguins/penguins.nn.json");

    /// <summary>The measurements that it was trained on.</summary>
    public static string PenguinRows => Of("samples/TrainFromCsv/data/penguins.csv");

    /// <summary>A network that keeps a state.</summary>
    public static string Voice => Of("samples/VoiceActivity/silero_vad_v5.onnx");

    /// <summary>A classifier by scikit-learn.</summary>
    public static string Forest => Of("tests/fixtures/onnx/sklearn/random_forest/model.onnx");

    /// <summary>The iris data.</summary>
    public static string IrisRows => Of("tests/fixtures/iris/iris.csv");

    /// <summary>A weights file.</summary>
    public static string Weights => Of("samples/Digits/digits.safetensors");

    /// <summary>A file of the repository.</summary>
    public static string Of(string path) => Path.Combine(InstalledTool.Repository, path);

    /// <summary>A small network in the format NNet.</summary>
    public const string Nnet = """
        // A network with one hidden layer of two units.
        2,2,1,2,
        2,2,1,
        0,
        -10,-10,
        10,10,
        0,0,0,
        1,1,1,
        1,2,
        3,-1,
        0.5,
        -0.5,
        1,1,
        0.25,
        """;

    /// <summary>A small network in RTNeural's JSON: 2·x + 3·y + 1.</summary>
    public const string RtNeural = """
        { "in_shape": [null, null, 2], "layers": [ { "type": "dense", "activation": "", "shape": [null, null, 1], "weights": [[[2], [3]], [1]] } ] }
        """;
}
