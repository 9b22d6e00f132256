using System.Globalization;
using DuckDB.NET.Data;

namespace NeuralGen.Benchmarks.Rows;

/// <summary>A Parquet file of penguins, measured to a tenth of a millimetre, as those of the sample are.</summary>
internal static class RowFile
{
    /// <summary>The network's inputs as expressions over the columns.</summary>
    public const string Inputs = """
        bill_length_mm, bill_depth_mm, flipper_length_mm, species = 'Adelie', species = 'Chinstrap', species = 'Gentoo',
        island = 'Biscoe', island = 'Dream', island = 'Torgersen', sex = 'female', sex = 'male'
        """;

    /// <summary>Has DuckDB write the file.</summary>
    public static void Write(string path, long rows)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();

        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            COPY (
                SELECT
                    (321 + hash(i, 1) % 276)::FLOAT / 10 AS bill_length_mm,
                    (131 + hash(i, 2) % 85)::FLOAT / 10 AS bill_depth_mm,
                    (172 + hash(i, 3) % 60)::FLOAT AS flipper_length_mm,
                    ['Adelie', 'Chinstrap', 'Gentoo'][1 + (hash(i, 4) % 3)::INTEGER] AS species,
                    ['Biscoe', 'Dream', 'Torgersen'][1 + (hash(i, 5) % 3)::INTEGER] AS island,
                    ['female', 'male'][1 + (hash(i, 6) % 2)::INTEGER] AS sex
                FROM range({rows}) t(i))
            TO '{path}' (FORMAT parquet)
            """);
        command.ExecuteNonQuery();
    }
}
