using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Training;

/// <summary>A network with everything that training has to do with.</summary>
internal static class TrainableNet
{
    public const string Declaration = """
        using NeuralGen;

        [NeuralNetwork(InputNames = ["children", "accounts"], Trainable = true, Seed = 3, Precision = Precision.Double, Loss = LossFunction.Huber, LossDelta = 0.5)]
        [Normalization]
        [Dense(4, Activation.Prelu, Name = "first")]
        [Dropout(0.25)]
        [BatchNormalization(Gamma = [1, 2, 3, 4], Mean = [0, 0.5, 0, 0], Variance = [1, 1, 2, 1])]
        [Dense(3, Activation.Tanh, Weights = [1, 0, 0, 1,  0, 1, 0, 2,  0.5, -1, 1, 3])]
        [Dense(1)]
        public partial class Net;
        """;

    /// <summary>Compiles a network called Net and makes one.</summary>
    public static ITrainableNetwork<T> Create<T>(string source)
        where T : struct => (ITrainableNetwork<T>)Activator.CreateInstance(new GeneratorHost().Source(source).Run().Load().GetType("Net")!)!;
}
