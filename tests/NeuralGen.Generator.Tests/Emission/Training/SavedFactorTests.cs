using System.Text;
using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Generator.Tests.Emission.Training;

/// <summary>A factor of a batch normalisation that no build takes is neither saved nor loaded, and any other is.</summary>
public class SavedFactorTests
{
    [Theory]
    [InlineData("single", 1, 1, "1E-05", null)]
    [InlineData("single", 1e38, 1, "1E-05", null)]
    [InlineData("single", 1e38, 0.01, "1E-05", "'gamma' of layer 0 holds 1E+38; it must be so small that 'gamma' / √('variance' + 'epsilon') is a number of the network's precision (line 1, column 102).")]
    [InlineData("double", 1e38, 0.01, "1E-05", null)]
    [InlineData("double", -1e308, 0.0001, "1E-05", "'gamma' of layer 0 holds -1E+308; it must be so small that 'gamma' / √('variance' + 'epsilon') is a number of the network's precision (line 1, column 102).")]
    [InlineData("single", 1, 3e38, "1e38", "'variance' of layer 0 holds 3E+38; it must be so small that 'variance' + 'epsilon' is a number of the network's precision (line 1, column ")]
    [InlineData("double", 1, 3e38, "1e38", null)]
    [InlineData("double", 1, 1.5e308, "1e308", "'variance' of layer 0 holds 1.5E+308; it must be so small that 'variance' + 'epsilon' is a number of the network's precision (line 1, column ")]
    [InlineData("single", 1, 0, "1e-60", "'variance' of layer 0 holds 0; it must be more than 0 while 'epsilon' is 1E-60 (line 1, column ")]
    [InlineData("single", 1, 1e-44, "1e-60", null)]
    [InlineData("double", 1, 0, "1e-60", null)]
    [InlineData("double", 1, 0, "0", "'variance' of layer 0 holds 0; it must be more than 0 while 'epsilon' is 0 (line 1, column ")]
    public void Save_and_Load_refuse_what_a_build_refuses(string precision, double gamma, double variance, string epsilon, string? message)
    {
        string keys = $"\"type\": \"batch_normalization\", \"name\": \"b\", \"epsilon\": {epsilon}";
        string json = FormattableString.Invariant($$"""{ "inputs": 1, "layers": [ { {{keys}}, "gamma": [{{gamma:R}}], "beta": [0], "mean": [0], "variance": [{{variance:R}}] } ], "precision": "{{precision}}" }""");
        ProblemList problems = new();
        NetworkBinder.Bind("Net", null, NetworkFileReader.Read(json, problems, default), "Net.nn.json", problems);
        Assert.Equal(message is not null, problems.HasErrors);

        NetworkLayout layout = new NetworkLayout("\"inputs\": 1").Layer(keys)
            .Parameters("gamma", 0, 1, 0).Parameters("beta", 1, 1, 0).Statistics("mean", 0, 1).Statistics("variance", 1, 1);
        bool isSingle = precision == "single";
        using MemoryStream file = new(Encoding.UTF8.GetBytes(json));
        Exception? loading = Record.Exception(() =>
        {
            if (isSingle)
            {
                layout.Load(file, new float[2], new float[2]);
            }
            else
            {
                layout.Load(file, new double[2], new double[2]);
            }
        });
        Assert.Equal(message is not null, loading is FormatException);
        Assert.StartsWith(message ?? "", loading?.Message ?? "", StringComparison.Ordinal);

        using MemoryStream saved = new();
        Exception? saving = Record.Exception(() =>
        {
            if (isSingle)
            {
                layout.Save(saved, [(float)gamma, 0], [0, (float)variance]);
            }
            else
            {
                layout.Save(saved, [gamma, 0], [0, variance]);
            }
        });
        Assert.Equal(message is not null, saving is InvalidOperationException);
        Assert.Equal(message is null, saved.Length > 0);
    }
}
