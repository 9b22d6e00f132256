using System.Globalization;
using System.Reflection;
using NeuralGen.Training;

namespace TrainFromCsv.Penguins;

/// <summary>Writes what the sample BakedPenguins is built from.</summary>
internal sealed class BakedFiles(string folder)
{
    /// <summary>The folder of BakedPenguins in this repository.</summary>
    public static string DefaultFolder { get; } = typeof(BakedFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "BakedPenguins").Value!;

    public string NetworkFile { get; } = Path.Combine(folder, "penguins.nn.json");

    /// <summary>Writes the network.</summary>
    public void WriteNetwork(BodyMass network)
    {
        using FileStream stream = File.Create(NetworkFile);
        network.Save(stream);
    }

    /// <summary>Writes a prediction per row, which the baked network has to repeat.</summary>
    public void WritePredictions(BodyMass network, Dataset<float> penguins)
    {
        float[] predictions = new float[penguins.Rows];
        network.PredictBatch(penguins.Inputs, predictions);
        string[] lines = [.. predictions.Select(prediction => prediction.ToString("R", CultureInfo.InvariantCulture))];
        File.WriteAllText(Path.Combine(folder, "predictions.csv"), "body_mass_kg\n" + string.Join('\n', lines) + "\n");
    }
}
