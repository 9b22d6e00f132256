using DuckDB.NET.Data;

namespace NeuralGen.DuckDB.Tests;

/// <summary>A database in memory.</summary>
internal sealed class Database : IDisposable
{
    public Database(int? threads = null)
    {
        Connection = new("DataSource=:memory:");
        Connection.Open();
        if (threads is { } count)
        {
            Run(FormattableString.Invariant($"SET threads = {count}"));
        }
    }

    public DuckDBConnection Connection { get; }

    public void Run(string sql)
    {
        using DuckDBCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of a query.</summary>
    public object?[] Column(string sql, params object?[] parameters)
    {
        using DuckDBCommand command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (object? parameter in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(parameter ?? DBNull.Value));
        }

        using DuckDBDataReader reader = command.ExecuteReader();
        List<object?> values = [];
        while (reader.Read())
        {
            values.Add(reader.IsDBNull(0) ? null : reader.GetValue(0));
        }

        return [.. values];
    }

    public object? Value(string sql, params object?[] parameters) => Assert.Single(Column(sql, parameters));

    public string Error(string sql) => Assert.ThrowsAny<DuckDBException>(() => Column(sql)).Message;

    public void Dispose() => Connection.Dispose();
}
