using DuckDB.NET.Data;
using NeuralGen.DuckDB.Tests.Networks;

namespace NeuralGen.DuckDB.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public void Other_connections_to_the_database_know_the_function()
    {
        using Database database = new();
        database.Connection.RegisterNetwork<Linear>("f");
        using DuckDBConnection other = database.Connection.Duplicate();
        other.Open();
        using DuckDBCommand command = other.CreateCommand();
        command.CommandText = "SELECT f(1, 2, 3)";
        Assert.Equal(321f, command.ExecuteScalar());
    }

    [Fact]
    public void A_name_is_taken_once()
    {
        using Database database = new();
        database.Connection.RegisterNetwork<Linear>("f");
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => database.Connection.RegisterNetwork<Pair>("f"));
        Assert.Equal("The database has a function 'f' already; register the network under another name.", error.Message);
        Assert.Throws<InvalidOperationException>(() => database.Connection.RegisterNetwork<Pair>("F"));
        Assert.Throws<InvalidOperationException>(() => database.Connection.RegisterNetwork<Pair>("abs"));
        Assert.Equal(1, database.Value("SELECT abs(-1)"));
        Assert.Equal(321f, database.Value("SELECT f(1, 2, 3)"));
    }

    [Fact]
    public void Each_database_has_its_own_functions()
    {
        for (int round = 0; round < 20; round++)
        {
            using Database database = new();
            database.Connection.RegisterNetwork<Linear>("f");
            Assert.Equal(321f, database.Value("SELECT f(1, 2, 3)"));
        }

        using Database without = new();
        Assert.Contains("f", without.Error("SELECT f(1, 2, 3)"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_connection_and_a_missing_name_are_errors()
    {
        using DuckDBConnection closed = new("DataSource=:memory:");
        Assert.Contains("not open", Assert.Throws<InvalidOperationException>(() => closed.RegisterNetwork<Linear>("f")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => ((DuckDBConnection)null!).RegisterNetwork<Linear>("f"));
        using Database database = new();
        Assert.ThrowsAny<ArgumentException>(() => database.Connection.RegisterNetwork<Linear>(" "));
        Assert.ThrowsAny<ArgumentException>(() => database.Connection.RegisterNetwork<Linear>(null!));
        ArgumentException error = Assert.Throws<ArgumentException>(() => database.Connection.RegisterNetwork<Linear>("f", NetworkResult.Label));
        Assert.StartsWith("The network of 'f' has no labels: declare them, or register it for its outputs.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => database.Connection.RegisterNetwork<Linear>("f", (NetworkResult)7));
    }

    [Fact]
    public void A_trainable_network_computes_with_its_present_parameters()
    {
        using Database database = new();
        Wide network = new();
        database.Connection.RegisterNetwork("wide", network);
        const string Sql = "SELECT wide(list_transform(range(1024), lambda x: x / 1024))";
        float before = (float)database.Value(Sql)!;
        network.Parameters[^1] += 1;
        Assert.Equal(before + 1, (float)database.Value(Sql)!, 1e-4f);
    }
}
