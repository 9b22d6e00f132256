using NeuralGen.DuckDB.Tests.Networks;

namespace NeuralGen.DuckDB.Tests;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("1::TINYINT, (-2)::SMALLINT, 3::INTEGER", 281f)]
    [InlineData("1::BIGINT, 2::HUGEINT, 3::UTINYINT", 321f)]
    [InlineData("(-1)::HUGEINT, 2::UHUGEINT, 3::USMALLINT", 319f)]
    [InlineData("1::UINTEGER, 2::UBIGINT, 3::FLOAT", 321f)]
    [InlineData("1.5::DOUBLE, true, false", 11.5f)]
    [InlineData("1.5, 0.25::DECIMAL(18, 3), (-1.125)::DECIMAL(38, 10)", -108.5f)]
    [InlineData("0.5::DECIMAL(4, 1), 100::DECIMAL(9, 2), 1::DECIMAL(18, 0)", 1100.5f)]
    [InlineData("'nan'::FLOAT, 1, 1", float.NaN)]
    [InlineData("1e300, 1, 1", float.PositiveInfinity)]
    [InlineData("NULL, 1, 1", null)]
    [InlineData("1, 1, NULL::DOUBLE", null)]
    [InlineData("[1, 2, 3]", 321f)]
    [InlineData("[1.5, 2, 3]::DOUBLE[3]", 321.5f)]
    [InlineData("[1.25, 2, 3]", 321.25f)]
    [InlineData("[1, NULL, 3]", null)]
    [InlineData("[NULL, NULL, NULL]", null)]
    [InlineData("NULL::INTEGER[]", null)]
    [InlineData("[1, NULL, 3]::FLOAT[3]", null)]
    public void Numbers_of_every_type_are_taken(string arguments, float? result)
    {
        using Database database = new();
        database.Connection.RegisterNetwork<Linear>("f");
        Assert.Equal(result, database.Value($"SELECT f({arguments})"));
        Assert.Equal(result, database.Column($"SELECT f({arguments}) FROM range(5000)")[4711]);
    }

    [Theory]
    [InlineData("12345678901234567::BIGINT", 12345678901234567d)]
    [InlineData("170141183460469231731687303715884105727::HUGEINT", 1.7014118346046923E+38)]
    [InlineData("0.1", 0.1)]
    [InlineData("1234567.891", 1234567.891)]
    [InlineData("(-0.007)::DECIMAL(38, 3)", -0.007)]
    public void Double_precision_loses_nothing(string argument, double result)
    {
        using Database database = new();
        database.Connection.RegisterNetwork<LinearDouble, double>("f");
        Assert.Equal(result, database.Value($"SELECT f({argument})"));
    }

    [Theory]
    [InlineData("f()", "f takes 3 arguments, its inputs a, b, c, or a list of them; 0 are given.")]
    [InlineData("f(1)", "f takes 3 arguments, its inputs a, b, c, or a list of them; 1 is given.")]
    [InlineData("f(1, 2, 3, 4)", "f takes 3 arguments, its inputs a, b, c, or a list of them; 4 are given.")]
    [InlineData("f(NULL)", "f takes 3 arguments, its inputs a, b, c, or a list of them; 1 is given.")]
    [InlineData("f(1, 'two', 3)", "f takes numbers for its inputs a, b, c; argument 2, 'b', is VARCHAR.")]
    [InlineData("f(1, 2, DATE '2024-01-01')", "f takes numbers for its inputs a, b, c; argument 3, 'c', is DATE.")]
    [InlineData("f([1], 2, 3)", "f takes numbers for its inputs a, b, c; argument 1, 'a', is INTEGER[].")]
    [InlineData("f(['1', '2'])", "f takes numbers for its inputs a, b, c; VARCHAR[] is no list of numbers.")]
    [InlineData("f([[1, 2, 3]])", "f takes numbers for its inputs a, b, c; INTEGER[][] is no list of numbers.")]
    [InlineData("f([1, 2]::FLOAT[2])", "f takes 3 numbers for its inputs a, b, c; the array has 2.")]
    [InlineData("f([1, 2, 3, 4])", "f: a list has 4 values; the inputs are 3: a, b, c.")]
    [InlineData("g(1)", "g takes 1024 arguments, its inputs input0, input1, input2, input3, input4, input5, input6, input7, input8, input9, input10, input11, … (1024 in all), or a list of them; 1 is given.")]
    public void Wrong_arguments_are_errors_that_name_the_inputs(string call, string message)
    {
        using Database database = new();
        database.Connection.RegisterNetwork<Linear>("f");
        database.Connection.RegisterNetwork("g", new Wide());
        Assert.Contains(message, database.Error($"SELECT {call}"), StringComparison.Ordinal);
        Assert.Equal(321f, database.Value("SELECT f(1, 2, 3)"));
    }

    [Fact]
    public void Prepared_statements_have_parameters()
    {
        using Database database = new();
        database.Connection.RegisterNetwork<Linear>("f");
        Assert.Equal(321f, database.Value("SELECT f(?, ?, ?)", 1, 2.0, 3f));
        Assert.Equal(11f, database.Value("SELECT f(?, 1, ?)", 1L, 0m));
        Assert.Null(database.Value("SELECT f(?, 1, 2)", [null]));
        Exception error = Assert.ThrowsAny<Exception>(() => database.Value("SELECT f(?, 1, 2)", "x"));
        Assert.Contains("argument 1, 'a', is VARCHAR", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_may_be_sliced_transformed_and_filtered()
    {
        using Database database = new(threads: 2);
        database.Connection.RegisterNetwork<Linear>("f");
        database.Run("CREATE TABLE t AS SELECT i, [i % 10, 7, i % 3, 9]::FLOAT[] AS l FROM range(10000) r(i)");
        Assert.Equal(0L, database.Value("SELECT count(*) FROM t WHERE f(l[1:3]) <> l[1] + 10 * l[2] + 100 * l[3]"));
        Assert.Equal(0L, database.Value("SELECT count(*) FROM t WHERE i % 7 = 3 AND f(l[2:]) IS DISTINCT FROM l[2] + 10 * l[3] + 100 * l[4]"));
        Assert.Equal(0L, database.Value("SELECT count(*) FROM t WHERE f(list_transform(l[1:3], lambda x: x * 2)) <> 2 * (l[1] + 10 * l[2] + 100 * l[3])"));
        Assert.Equal(0L, database.Value("SELECT count(*) FROM t WHERE f(list_transform(l[1:3], lambda x: 1)) <> 111"));
        Assert.Equal(0L, database.Value("SELECT count(*) FROM t WHERE f([1.0, l[1], 3]) <> 301 + 10 * l[1]"));
        Assert.Equal(0L, database.Value("SELECT count(*) FROM (FROM t ORDER BY hash(i)) WHERE f(list_reverse(l)[1:3]) <> 9 + 10 * l[3] + 100 * l[2]"));
        Assert.Equal(3334L, database.Value("SELECT count(*) FROM t WHERE f(CASE WHEN i % 3 = 0 THEN NULL ELSE l[1:3] END) IS NULL"));
        Assert.Equal(0L, database.Value("SELECT count(*) FROM (SELECT l, f(l[1:3]::FLOAT[3]) AS y FROM t WHERE i % 5 > 1) WHERE y <> l[1] + 10 * l[2] + 100 * l[3]"));
    }

    [Fact]
    public void Many_inputs_are_computed_in_blocks()
    {
        using Database database = new();
        Wide network = new();
        database.Connection.RegisterNetwork("wide", network);
        object?[] results = database.Column("SELECT wide(list_transform(range(1024), lambda x: ((x * 7 + i * 13) % 101 - 50)::FLOAT / 50)) FROM range(3000) t(i)");
        Assert.Equal(3000, results.Length);
        for (int row = 0; row < results.Length; row += 97)
        {
            float[] input = [.. Enumerable.Range(0, 1024).Select(x => ((((x * 7) + (row * 13)) % 101) - 50) / 50f)];
            Assert.Equal(network.Predict(input), Assert.IsType<float>(results[row]), 1e-4f);
        }
    }
}
