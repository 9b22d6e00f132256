namespace NeuralGen.Import.Tests.Fuzzing;

/// <summary>Small models of formats that are text.</summary>
internal static class SmallFiles
{
    /// <summary>A network of the NNet format.</summary>
    public const string Nnet = "// A network\n2,2,2,3,\n2,3,2,\n0,\n-1.0,0.0,\n1.0,10.0,\n0.5,4.0,7.5,\n2.0,8.0,3.0,\n1.0,-2.0,\n0.5,0.25,\n-1.0,1.0,\n0.1,\n-0.2,\n0.3,\n1.0,2.0,3.0,\n-1.0,0.5,-0.25,\n0.75,\n-0.5,\n";

    /// <summary>A network of RTNeural's.</summary>
    public const string RtNeural = """
        { "in_shape": [null, null, 1], "layers": [
          { "type": "lstm", "activation": "tanh", "shape": [null, null, 1], "weights": [[[1, 2, 3, 4]], [[0.5, 0.25, -1, 2]], [0, 1, 0, 0]] },
          { "type": "dense", "activation": "relu", "shape": [null, null, 2], "weights": [[[1, -1]], [0.5, 0.25]] } ] }
        """;
}
