namespace NeuralGen.Training.Tests.EndToEnd.Data;

/// <summary>The data sets in files.</summary>
internal static class Files
{
    private const float GramsPerKilogram = 1000;

    /// <summary>The labels are those of <see cref="EndToEnd.Networks.Iris"/>, in their order.</summary>
    public static Dataset<float> Iris { get; } = CsvDataset.Load<float>(PathOf("iris.csv"), new()
    {
        Inputs = ["sepal_length", "sepal_width", "petal_length", "petal_width"],
        Label = "species",
        Labels = ["setosa", "versicolor", "virginica"],
    }).Data;

    /// <summary>The masses are in kilograms.</summary>
    public static Dataset<float> Penguins { get; } = LoadPenguins();

    private static Dataset<float> LoadPenguins()
    {
        Dataset<float> grams = CsvDataset.Load<float>(PathOf("penguins.csv"), new()
        {
            Inputs = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "species", "island", "sex"],
            CategoricalInputs = ["species", "island", "sex"],
            Targets = ["body_mass_g"],
            Order = CategoryOrder.Sorted,
        }).Data;
        float[] kilograms = [.. grams.Targets.ToArray().Select(mass => mass / GramsPerKilogram)];
        return new(grams.Inputs, kilograms, grams.InputSize, 1);
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
