using NeuralGen.DuckDB.Tests.Networks;

namespace NeuralGen.DuckDB.Tests;

public sealed class ResultTests
{
    [Fact]
    public void Classifiers_give_their_labels_as_text()
    {
        using Database database = new();
        database.Connection.RegisterNetwork<Customers>("customers");
        database.Connection.RegisterNetwork<Customers>("probability", NetworkResult.Outputs);
        Assert.Equal(["few", "a great many more"], database.Column("SELECT customers(a, b) FROM (VALUES (0, 0), (3, 5)) t(a, b)"));
        Assert.Equal("VARCHAR", database.Value("SELECT typeof(customers(1, 2))"));
        Assert.Equal(Customers.Predict(3, 5), Assert.IsType<float>(database.Value("SELECT probability(3, 5)")), 1e-6f);
    }

    [Fact]
    public void Labels_are_those_of_Classify()
    {
        using Database database = new(threads: 3);
        database.Connection.RegisterNetwork<Shares, double>("shares");
        database.Run("CREATE TABLE t AS SELECT ((i * 31) % 200 - 100) / 50.0::DOUBLE AS a, CASE WHEN i % 11 > 0 THEN ((i * 17) % 200 - 100) / 50.0::DOUBLE END AS b FROM range(20000) r(i)");
        object?[] a = database.Column("SELECT a FROM t ORDER BY rowid");
        object?[] b = database.Column("SELECT b FROM t ORDER BY rowid");
        object?[] labels = database.Column("SELECT shares(a, b) FROM t ORDER BY rowid");
        for (int row = 0; row < labels.Length; row++)
        {
            string? expected = b[row] is null ? null : Shares.LabelNames[(int)Shares.Classify([(double)a[row]!, (double)b[row]!])];
            Assert.Equal(expected, labels[row]);
        }

        Assert.Equal(4, labels.Distinct().Count());
    }

    [Fact]
    public void Outputs_with_names_are_a_struct()
    {
        using Database database = new();
        database.Connection.RegisterNetwork<NamedPair>("f");
        database.Connection.RegisterNetwork<Shares, double>("shares", NetworkResult.Outputs);
        Assert.Equal("STRUCT(sum FLOAT, \"the difference\" FLOAT)", database.Value("SELECT typeof(f(1, 2))"));
        Assert.Equal(-1f, database.Value("SELECT f(1, 2).\"the difference\""));
        Assert.Equal([3f, null, 5f], database.Column("SELECT f(a, 2).sum FROM (VALUES (1), (NULL), (3)) t(a)"));
        Assert.Equal([false, true, false], database.Column("SELECT f(a, 2) IS NULL FROM (VALUES (1), (NULL), (3)) t(a)"));
        Assert.StartsWith("STRUCT(low DOUBLE, middle DOUBLE, ", (string)database.Value("SELECT typeof(shares(1, 2))")!, StringComparison.Ordinal);
        double[] output = new double[3];
        Shares.Predict([1, 2], output);
        Assert.Equal(output[1], Assert.IsType<double>(database.Value("SELECT shares(1, 2).middle")), 1e-12);
    }

    [Fact]
    public void Outputs_without_names_are_a_list()
    {
        using Database database = new();
        database.Connection.RegisterNetwork<Pair>("f");
        Assert.Equal("FLOAT[]", database.Value("SELECT typeof(f(1, 2))"));
        Assert.Equal("[1.0, 4.0]", database.Value("SELECT f(1, 2)::VARCHAR"));
        Assert.Equal([4f, null, 6f], database.Column("SELECT f(1, a)[2] FROM (VALUES (2), (NULL), (3)) t(a)"));
        Assert.Equal(0L, database.Value("SELECT count(*) FROM (SELECT i, f(i, i + 1) AS y FROM range(9000) t(i)) WHERE y[1] <> i OR y[2] <> 2 * i + 2 OR len(y) <> 2"));
    }

    [Fact]
    public void An_imported_model_is_a_function()
    {
        using Database database = new();
        database.Connection.RegisterNetwork<Perceptron>("perceptron");
        float[] input = [.. Enumerable.Range(0, Perceptron.InputSize).Select(index => 0.5f * index)];
        string arguments = string.Join(", ", input.Select(value => FormattableString.Invariant($"{value}")));
        Assert.Equal(Perceptron.LabelNames[(int)Perceptron.Classify(input)], database.Value($"SELECT perceptron({arguments})"));
        Assert.Contains("perceptron takes ", database.Error("SELECT perceptron(1)"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_is_no_number_has_no_label()
    {
        using Database database = new();
        database.Connection.RegisterNetwork<Customers>("customers");
        Assert.Contains(
            "customers: output 0 of a row is NaN, which no label stands for; are there NaN or infinite values among its inputs children, accounts?",
            database.Error("SELECT customers('nan'::FLOAT, 1)"),
            StringComparison.Ordinal);
        Assert.Equal([null, "few"], database.Column("SELECT customers(a, b) FROM (VALUES ('nan'::FLOAT, NULL), (0, 0)) t(a, b)"));
    }
}
