using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Generator.Tests.Lowering.Passes;

namespace NeuralGen.Generator.Tests.Lowering.Programs;

/// <summary>Which values matter, which programs have derivatives, and what depends on what.</summary>
public class NeededElementsTests
{
    [Fact]
    public void Values_that_only_weights_of_zero_read_do_not_matter()
    {
        Network network = NetworkText.Read(
            """
            { "type": "dense", "name": "first", "weights": [[1, 2, 0], [3, 4, 0]] },
            { "type": "dense", "name": "last", "weights": [[0, 5]] }
            """,
            3);
        Assert.Equal(["110", "01", "1"], NeededElements.Of(network).Select(Text));
        Assert.Equal(["111", "11", "1"], NeededElements.All(network).Select(Text));
    }

    [Fact]
    public void What_any_of_several_outputs_needs_matters()
    {
        Network network = Networks.InterpreterTests.Bind("""
            { "inputs": [ { "name": "x", "shape": [3] } ], "outputs": [ { "name": "a" }, { "name": "b" } ], "layers": [
                { "type": "dense", "name": "a", "inputs": ["x"], "weights": [[1, 0, 0]] },
                { "type": "dense", "name": "b", "inputs": ["x"], "weights": [[0, 1, 0]] } ] }
            """);
        Assert.Equal(["110", "1", "1"], NeededElements.Of(network).Select(Text));
    }

    [Theory]
    [InlineData("""{ "type": "dense", "name": "last", "inputs": ["x"], "weights": [[1, 2]] }""", """{ "name": "last" }""", null)]
    [InlineData("""{ "type": "activation", "name": "last", "inputs": ["x"], "activation": "tanh" }""", """{ "name": "last" }""", null)]
    [InlineData("""{ "type": "activation", "name": "last", "inputs": ["x"], "activation": "tanh" }""", """{ "name": "last" }, { "name": "x" }""", "it has 2 outputs")]
    [InlineData("""{ "type": "arg_max", "name": "last", "inputs": ["x"], "axis": 0 }""", """{ "name": "last" }""", "its output is of type 'long'")]
    [InlineData("""{ "type": "arg_max", "name": "whole", "inputs": ["x"], "axis": 0 }, { "type": "cast", "name": "last", "to": "float" }""", """{ "name": "last" }""", "its layer 'whole' (arg_max) has no derivative")]
    [InlineData("""{ "type": "embedding", "name": "last", "inputs": ["at"], "weights": [[1, 2], [3, 4]] }""", """{ "name": "last" }""", null)]
    [InlineData("""{ "type": "constant", "name": "last", "values": [1, 2] }""", """{ "name": "last" }""", "its output depends on no number that could change a little")]
    [InlineData("""{ "type": "cast", "name": "unread", "inputs": ["x"], "to": "int" }, { "type": "activation", "name": "last", "inputs": ["x"], "activation": "tanh" }""", """{ "name": "last" }""", null)]
    public void A_network_has_derivatives_or_a_reason_why_not(string layers, string outputs, string? reason) => Assert.Equal(reason, Differentiability.WhyNot(Networks.InterpreterTests.Bind(
        $$"""{ "inputs": [ { "name": "x", "shape": [2] }, { "name": "at", "shape": [1], "type": "long" } ], "outputs": [ {{outputs}} ], "layers": [ {{layers}} ] }""")));

    /// <summary>A loss that has a simple derivative together with the last activation takes it over.</summary>
    [Theory]
    [InlineData("""{ "type": "activation", "name": "last", "activation": "softmax" }""", "categorical_cross_entropy", "first", 1)]
    [InlineData("""{ "type": "activation", "name": "last", "activation": "softmax" }""", "mean_squared_error", "last", 2)]
    [InlineData("""{ "type": "activation", "name": "last", "activation": "tanh" }""", "mean_squared_error", "last", 2)]
    public void A_loss_takes_over_the_last_activation_that_is_its_own(string last, string loss, string tensor, int steps)
    {
        Network network = NetworkText.Read($$"""{ "type": "dense", "name": "first", "weights": [[1, 2], [3, 4]] }, {{last}}""", 2, $$""" "loss": "{{loss}}", """);
        Program program = BackwardPrograms.Of(network, keepsDropout: true);
        Assert.Equal((tensor, steps), (program.Network.Tensors[program.LossTensor].Name, program.StepsToLoss));
        Assert.Equal(steps, program.LossSteps.Count());
        Assert.Equal(steps < 2 ? "last" : null, program.OutputStep?.Layer);
    }

    [Fact]
    public void Tensors_depend_on_parameters_and_on_inputs_along_any_way()
    {
        Network network = Networks.InterpreterTests.Bind("""
            { "inputs": [ { "name": "x", "shape": [2] }, { "name": "at", "shape": [1], "type": "long" } ], "outputs": [ { "name": "last" } ], "layers": [
                { "type": "embedding", "name": "word", "inputs": ["at"], "weights": [[1, 2], [3, 4]] },
                { "type": "reshape", "name": "list", "inputs": ["word"], "shape": [2] },
                { "type": "activation", "name": "curve", "inputs": ["x"], "activation": "tanh" },
                { "type": "add", "name": "last", "inputs": ["list", "curve"] } ] }
            """);
        Program program = BackwardPrograms.Of(network, keepsDropout: true);
        string Depending(bool[] marks) => string.Join(" ", program.Network.Tensors.Where((_, tensor) => marks[tensor]).Select(tensor => tensor.Name));
        Assert.Equal("word list last", Depending(program.DependsOnParameters));
        Assert.Equal("x curve last", Depending(program.DependsOnInput));
        Program forward = Lowerer.Lower(network);
        Assert.All(forward.DependsOnInput.Concat(forward.DependsOnParameters), Assert.False);
    }

    [Fact]
    public void Dropout_is_kept_for_training_alone()
    {
        Network network = NetworkText.Read("""{ "type": "dropout", "rate": 0.5 }, { "type": "dense", "weights": [[1, 2]] }""", 2);
        Assert.Contains(BackwardPrograms.Reduce(network, keepsDropout: true).Operations, operation => operation is DropoutOperation);
        Assert.DoesNotContain(BackwardPrograms.Reduce(network, keepsDropout: false).Operations, operation => operation is DropoutOperation);
    }

    private static string Text(bool[] marks) => string.Concat(marks.Select(mark => mark ? '1' : '0'));
}
