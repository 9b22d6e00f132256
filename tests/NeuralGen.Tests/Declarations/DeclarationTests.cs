using System.Reflection;

namespace NeuralGen.Tests;

public sealed class DeclarationTests
{
    [Fact]
    public void The_network_takes_every_argument()
    {
        NeuralNetworkAttribute network = typeof(EveryLayer).GetCustomAttribute<NeuralNetworkAttribute>()!;

        Assert.Null(network.File);
        Assert.Equal(2, network.Inputs);
        Assert.Equal(["children", "accounts"], network.InputNames!);
        Assert.Equal(["no", "yes"], network.OutputNames!);
        Assert.Equal(["refuse", "grant"], network.Labels!);
        Assert.Equal(Precision.Double, network.Precision);
        Assert.Equal(Activation.Relu, network.HiddenActivation);
        Assert.Equal(Activation.Linear, network.OutputActivation);
        Assert.Equal(LossFunction.CategoricalCrossEntropy, network.Loss);
        Assert.Equal(2, network.LossDelta);
        Assert.Equal(Emission.Unrolled, network.Emission);
        Assert.Equal(7, network.Seed);
    }

    [Fact]
    public void Layers_take_every_argument()
    {
        DenseAttribute dense = Layers<DenseAttribute>().Single(layer => layer.Name == "hidden");
        Assert.Equal((2, Activation.LeakyRelu, 0.1, true), (dense.Units, dense.Activation, dense.Alpha, dense.UseBias));
        Assert.Equal([2, 4, 4, -5], dense.Weights!);
        Assert.Equal([0.5, -0.5], dense.Bias!);

        NormalizationAttribute normalization = Layers<NormalizationAttribute>().Single();
        Assert.Equal([1, 2], normalization.Mean!);
        Assert.Equal([3, 4], normalization.Scale!);

        Assert.Equal(1e-3, Layers<BatchNormalizationAttribute>().Single().Epsilon);
        Assert.Equal([1, 1], Layers<LayerNormalizationAttribute>().Single().Gamma!);
        Assert.Equal(0.25, Layers<DropoutAttribute>().Single().Rate);
    }

    // The attribute and the enumeration share their short name.
    [Fact]
    public void An_activation_can_be_a_layer()
    {
        ActivationAttribute[] layers = [.. Layers<ActivationAttribute>()];

        Assert.Equal([Activation.Prelu, Activation.Softmax], layers.Select(layer => layer.Activation).Order());
        Assert.Equal([0.2, 0.3], layers.Single(layer => layer.Activation == Activation.Prelu).Slopes!);
    }

    [Fact]
    public void Nodes_take_their_weights_one_by_one()
    {
        NeuralNetworkAttribute network = typeof(NodesAndFile).GetCustomAttribute<NeuralNetworkAttribute>()!;
        NodeAttribute node = typeof(NodesAndFile).GetCustomAttributes<NodeAttribute>().Single(node => node.Name == "node_1");

        Assert.Equal(("models/iris.nn.json", true), (network.File, network.Trainable));
        Assert.Equal([4, -5], node.Weights);
        Assert.Equal(1, node.Bias);
    }

    private static IEnumerable<T> Layers<T>()
        where T : Attribute =>
        typeof(EveryLayer).GetCustomAttributes<T>();
}
