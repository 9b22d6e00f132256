using NeuralGen.Training;

namespace TrainFromCsv.Penguins;

/// <summary>Reads the penguins in the order and the units of <see cref="BodyMass"/>.</summary>
internal static class PenguinFile
{
    private const float GramsPerKilogram = 1000;

    /// <summary>Reads all rows.</summary>
    public static Dataset<float> Load()
    {
        CsvDataset<float> file = CsvDataset.Load<float>(Path.Combine(AppContext.BaseDirectory, "penguins.csv"), new()
        {
            Inputs = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "species", "island", "sex"],
            CategoricalInputs = ["species", "island", "sex"],
            Targets = ["body_mass_g"],
            Order = CategoryOrder.Sorted,
        });

        // Weights start near 1 and change a little with every step, so outputs should vary by about 1 too: in grams, they would
        // vary by hundreds. The inputs need no such care, as the network normalises them itself.
        float[] kilograms = [.. file.Data.Targets.ToArray().Select(grams => grams / GramsPerKilogram)];
        return new(file.Data.Inputs, kilograms, file.Data.InputSize, targetSize: 1);
    }
}
