using NeuralGen.Compiler.Networks;

namespace NeuralGen.Generator.Tests.Lowering.Passes;

/// <summary>What a pass makes of a few layers: its operations as text, and the same values as before.</summary>
internal static class PassCheck
{
    /// <summary>Runs a pass and compares.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="inputs">How many inputs the network has.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="expected">The operations behind the pass.</param>
    /// <param name="settings">What else the file says.</param>
    /// <returns>The network behind the pass.</returns>
    public static Network Run(Func<Network, Network> pass, int inputs, string layers, string expected, string settings = "")
    {
        Network network = NetworkText.Read(layers, inputs, settings);
        Network changed = pass(network);
        Assert.Equal(expected.ReplaceLineEndings("\n") + "\n", NetworkText.Write(changed));
        AreSame(network, changed);
        return changed;
    }

    /// <summary>Compares the outputs of two networks of one input.</summary>
    public static void AreSame(Network network, Network changed)
    {
        double[] input = [.. Enumerable.Range(0, network.Input.Size).Select(i => 1.5 - (((i * 7) % 10) * 0.25))];
        double[] before = Interpreter.Predict(network, input);
        double[] after = Interpreter.Predict(changed, input);
        Assert.Equal(before.Length, after.Length);
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * Math.Max(1, Math.Abs(pair.First))));
    }
}
