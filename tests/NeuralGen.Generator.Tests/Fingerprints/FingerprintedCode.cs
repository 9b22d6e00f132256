using NeuralGen.Compiler.Emission;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Fingerprints;

/// <summary>The code of networks for one platform, and what it computes.</summary>
internal static class FingerprintedCode
{
    /// <summary>More than a vector has lanes, and no multiple of that.</summary>
    private const int Samples = 19;

    /// <summary>The models that the generator makes of networks, in their order.</summary>
    public static NetworkModel[] Models(IReadOnlyList<FingerprintNetwork> networks)
    {
        GeneratorHost host = new();
        foreach (FingerprintNetwork network in networks)
        {
            host.File(network.Name + ".nn.json", network.Json);
        }

        Dictionary<string, NetworkModel> models = Models(host).ToDictionary(model => model.Target.Type.Name);
        return [.. networks.Select(network => models[network.Name])];
    }

    /// <summary>The models that the generator makes of a project's files.</summary>
    public static IEnumerable<NetworkModel> Models(GeneratorHost host) =>
        host.Run().Result.Results[0].TrackedSteps[TrackingNames.ModelsOfFiles].Select(step => (NetworkModel)step.Outputs.Single().Value);

    /// <summary>The code of a network.</summary>
    public static IReadOnlyList<GeneratedFile> Write(NetworkModel model, FingerprintPlatform platform) =>
        NetworkEmitter.Emit(model, platform.Platform, ProjectNetworks.MostCharacters, default);

    /// <summary>Writes code into a folder.</summary>
    public static void Save(FingerprintNetwork[] networks, IReadOnlyList<GeneratedFile>[] code, string folder)
    {
        for (int i = 0; i < networks.Length; i++)
        {
            foreach (GeneratedFile file in code[i])
            {
                File.WriteAllText(Path.Combine(folder, networks[i].Name + file.Suffix + ".cs"), file.Text);
            }
        }
    }

    /// <summary>Runs all members of compiled networks on fixed inputs.</summary>
    public static (double Outputs, double Derivatives) Run(FingerprintNetwork network, CompiledNetwork compiled)
    {
        double[] inputs = network.Inputs(Samples);
        int outputs = compiled.OutputSize;
        double[] targets = [.. Enumerable.Range(0, Samples * outputs).Select(i => i % outputs == (i / outputs) % outputs ? 1.0 : 0.0)];
        Digest predictions = new();
        Digest derivatives = new();
        predictions.Add(compiled.PredictBatch(inputs));
        for (int i = 0; i < 3; i++)
        {
            double[] input = inputs[(i * network.InputSize)..((i + 1) * network.InputSize)];
            double[] target = targets[(i * outputs)..((i + 1) * outputs)];
            predictions.Add(compiled.Predict(input));
            derivatives.Add(compiled.Gradient(input, target, out double loss));
            derivatives.Add(loss);
            derivatives.Add(compiled.InputJacobian(input));
        }

        derivatives.Add(compiled.GradientBatch(inputs, targets, out double mean));
        derivatives.Add(mean);
        return (predictions.Value, derivatives.Value);
    }
}
