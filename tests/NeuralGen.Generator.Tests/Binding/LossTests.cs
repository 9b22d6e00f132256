using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>Losses that do not suit the output.</summary>
public class LossTests
{
    [Fact]
    public void A_loss_that_the_output_does_not_suit_is_reported_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 1, Loss = {|NEURAL0207:LossFunction.BinaryCrossEntropy|})]
            [Dense(1, Activation.Relu, Weights = [1])]
            public partial class Net;
            """)
        .Reports("Loss 'binary_cross_entropy' of network 'Net' needs a sigmoid or linear output; its output is relu");

    [Theory]
    [InlineData(""" "sigmoid" } """)]
    [InlineData(""" "sigmoid" }, { "type": "dropout", "rate": 0.5 } """)]
    public void A_loss_that_the_output_does_not_suit_is_reported_in_a_file(string layers) => Diagnose
        .File($$"""
            {
              "inputs": 1,
              "loss": { "type": {|NEURAL0207:"categorical_cross_entropy"|} },
              "layers": [ { "type": "dense", "weights": [[1], [2]], "activation": {{layers}} ]
            }
            """)
        .Reports("Loss 'categorical_cross_entropy' of network 'Net' needs a softmax or linear output; its output is sigmoid");

    [Theory]
    [InlineData("binary_cross_entropy", "sigmoid")]
    [InlineData("binary_cross_entropy", "linear")]
    [InlineData("categorical_cross_entropy", "softmax")]
    [InlineData("categorical_cross_entropy", "log_softmax")]
    [InlineData("categorical_cross_entropy", "identity")]
    [InlineData("huber", "relu")]
    public void A_loss_that_the_output_suits_is_accepted(string loss, string activation) => Diagnose
        .File($$"""
            { "inputs": 1, "loss": "{{loss}}", "layers": [ { "type": "dense", "weights": [[1], [2]], "activation": "{{activation}}" } ] }
            """)
        .UsedBy(Consumer.TypeOnly)
        .ReportsNothing();
}
