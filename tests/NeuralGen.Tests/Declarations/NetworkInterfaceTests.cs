using System.Reflection;

namespace NeuralGen.Tests;

public sealed class NetworkInterfaceTests
{
    [Fact]
    public void Generic_code_reaches_every_member()
    {
        Assert.Equal([2, 1, 1, 1, 6, 8, 10], Collect<Doubling>());
        Assert.Equal(["half", "whole", "odd", "even"], Names<Doubling>());
    }

    [Fact]
    public void All_members_are_static_and_abstract()
    {
        MethodInfo[] methods = typeof(INeuralNetwork<,>).GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public);

        Assert.All(methods, method => Assert.True(method is { IsStatic: true, IsAbstract: true }));
        Assert.Equal(
            ["Predict", "PredictBatch", "get_InputNames", "get_InputSize", "get_LabelNames", "get_OutputNames", "get_OutputSize", "get_ParameterCount", "get_Parameters"],
            methods.Select(method => method.Name).Order(StringComparer.Ordinal));
    }

    private static string[] Names<TNetwork>()
        where TNetwork : INeuralNetwork<TNetwork, double> => [.. TNetwork.InputNames, .. TNetwork.OutputNames, .. TNetwork.LabelNames];

    private static double[] Collect<TNetwork>()
        where TNetwork : INeuralNetwork<TNetwork, double>
    {
        double[] single = new double[TNetwork.OutputSize];
        TNetwork.Predict([3], single);
        double[] batch = new double[2 * TNetwork.OutputSize];
        TNetwork.PredictBatch([4, 5], batch);
        return [.. TNetwork.Parameters, TNetwork.InputSize, TNetwork.OutputSize, TNetwork.ParameterCount, .. single, .. batch];
    }
}
