using NeuralGen.DuckDB.Tests.Networks;

namespace NeuralGen.DuckDB.Tests;

/// <summary>A trained network on the file that it was trained on.</summary>
public sealed class PenguinTests
{
    private const string Arguments = """
        bill_length_mm, bill_depth_mm, flipper_length_mm, species = 'Adelie', species = 'Chinstrap', species = 'Gentoo',
        island = 'Biscoe', island = 'Dream', island = 'Torgersen', sex = 'female', sex = 'male'
        """;

    [Fact]
    public void Rows_of_a_csv_file_have_the_predictions_of_the_class()
    {
        using Database database = new();
        database.Connection.RegisterNetwork<Mass>("penguin_mass");
        string file = Path.Combine(AppContext.BaseDirectory, "penguins.csv");
        database.Run($"CREATE TABLE penguins AS FROM read_csv('{file}')");
        object?[] masses = database.Column($"SELECT penguin_mass({Arguments}) FROM penguins ORDER BY rowid");
        object?[] inputs = database.Column($"SELECT [{string.Join(", ", Arguments.Split(',').Select(argument => $"({argument})::FLOAT"))}] FROM penguins ORDER BY rowid");
        Assert.True(masses.Length > 300);
        for (int row = 0; row < masses.Length; row++)
        {
            float expected = Mass.Predict([.. (List<float>)inputs[row]!]);
            Assert.Equal(expected, Assert.IsType<float>(masses[row]), 1e-5f * Math.Abs(expected));
        }
    }

    [Fact]
    public void A_parquet_file_is_read_by_all_threads()
    {
        using Database database = new(threads: 4);
        database.Connection.RegisterNetwork<Linear>("f");
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".parquet");
        try
        {
            database.Run($"COPY (SELECT i, (i % 1000)::FLOAT AS a, (i % 7)::SMALLINT AS b, CASE WHEN i % 13 = 0 THEN NULL ELSE (i % 3)::DOUBLE END AS c FROM range(300000) t(i)) TO '{file}' (ROW_GROUP_SIZE 20000)");
            string wrong = $"SELECT count(*) FROM '{file}' WHERE f(a, b, c) IS DISTINCT FROM (a + 10 * b + 100 * c)::FLOAT";
            Assert.Equal(0L, database.Value(wrong));
            Assert.Equal(23077L, database.Value($"SELECT count(*) FROM '{file}' WHERE f(a, b, c) IS NULL"));
            Assert.Equal(250000L, database.Value($"SELECT count(*) FILTER (f(a, b, c) IS NOT DISTINCT FROM (a + 10 * b + 100 * c)::FLOAT) FROM '{file}' WHERE i % 6 <> 2"));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
