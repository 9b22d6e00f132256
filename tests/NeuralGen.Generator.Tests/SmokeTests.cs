using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests;

public class SmokeTests
{
    [Fact]
    public void A_declared_network_predicts()
    {
        CompiledNetwork network = new GeneratorHost()
            .Source("""
                using NeuralGen;
                [NeuralNetwork(Inputs = 2)]
                [Dense(2, Activation.Relu, Weights = [2, 4,   4, -5])]
                [Dense(1, Weights = [2, 7])]
                public static partial class Bank;
                """)
            .Run()
            .Network("Bank");
        Assert.Equal(52, network.PredictNamed(3, 5));
        Assert.Equal([52], network.Predict(3, 5));
        Assert.Equal([52, 63], network.PredictBatch([3, 5, 1, -1]));
    }
}
