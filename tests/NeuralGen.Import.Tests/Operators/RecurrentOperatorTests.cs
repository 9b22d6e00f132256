using Google.Protobuf;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;
using NeuralGen.Import.Tests.Runtime;
using NeuralGen.Import.Tests.Standard;

namespace NeuralGen.Import.Tests.Operators;

/// <summary>RNN, GRU and LSTM with all their attributes, against the standard's formulas and ONNX Runtime.</summary>
public sealed class RecurrentOperatorTests : IDisposable
{
    private const double Tolerance = 2e-5;

    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("RNN", 0)]
    [InlineData("GRU", 1)]
    [InlineData("LSTM", 2)]
    public void All_attributes_are_as_the_standard_says(string name, int first)
    {
        List<string> wrong = [];
        int compared = 0;
        for (int seed = first; seed < 324; seed += 3)
        {
            RecurrentCase model = new(seed);
            Assert.Equal(name, model.Name);
            double[][] expected = new RecurrentDefinition(model).Compute();
            double[][] found = BoundModel.Of(model.Model.Bytes, "recurrent.onnx").PredictAll([.. model.Inputs.Select(input => input.Numbers())]);
            Note(wrong, $"{seed} {model}", expected, found);

            if (RuntimeOracle.Missing.Length == 0 && HasOracle(model))
            {
                compared++;
                Note(wrong, $"ONNX Runtime: {seed} {model}", Runtime(model), found);
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(compared > 50 || RuntimeOracle.Missing.Length > 0);
    }

    [Fact]
    public void Generated_code_computes_what_the_standard_and_ONNX_Runtime_compute()
    {
        RecurrentCase[] models = [.. Enumerable.Range(0, 324).Where(seed => TestShare.Includes(seed, 0, 13)).Select(seed => new RecurrentCase(seed)).Where(model => HasOracle(model) && HasFiniteOracle(model))];
        Assert.True(models.Length > 10);
        PreparedTest[] tests = [.. models.Select((model, i) => new PreparedTest(Written(model, i), i))];
        RuntimeRun.Of(tests);
        string[] wrong = [.. tests.Zip(models, (test, model) => (test, model)).Where(pair => pair.test.Result!.Outcome != StandardOutcome.Passed).Select(pair => $"{pair.test.Result} {pair.model}")];
        Assert.True(wrong.Length == 0, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData(6, "its sequence_lens has 6; there are 5 steps")]
    [InlineData(-1, "its sequence_lens has -1; there are 5 steps")]
    public void A_known_length_that_cannot_be_is_an_error(int length, string message) =>
        Assert.Equal(["NEURAL0407 Node 'y' (GRU, opset 17) cannot be compiled: " + message], _folder.Problems(Gru(model => model.Tensor(RecurrentCase.Integers("lengths", length))).Bytes));

    [Fact]
    public void Lengths_of_another_number_of_sequences_are_an_error() => Assert.Equal(
        ["NEURAL0407 Node 'y' (GRU, opset 17) cannot be compiled: input 4 has the shape [2]; it needs [1]"],
        _folder.Problems(Gru(model => model.Tensor(RecurrentCase.Integers("lengths", 3, 4))).Bytes));

    [Fact]
    public void A_sequence_of_known_length_is_a_layer_over_its_steps() =>
        Assert.Contains("\"type\": \"slice\"", _folder.Network(Gru(model => model.Tensor(RecurrentCase.Integers("lengths", 3)))), StringComparison.Ordinal);

    [Fact]
    public void A_length_that_is_data_leaves_gradients() =>
        Assert.True(BoundModel.Of(Gru(model => model.Input("lengths", ElementKind.Int32, 1))).HasGradient);

    [Fact]
    public void A_function_whose_arguments_have_no_defaults_needs_them() => Assert.Equal(
        ["NEURAL0407 Node 'y' (RNN, opset 17) cannot be compiled: its activation 'ScaledTanh' has no argument in activation_alpha"],
        _folder.Problems(new ModelBuilder().Input("x", 5, 1, 1).Tensor("w", [1, 1, 1], 1).Tensor("r", [1, 1, 1], 3).Node("RNN", "x w r", "y", RecurrentCase.Texts("activations", "ScaledTanh")).Output("y").Bytes));

    /// <summary>ONNX Runtime has no layout 1, and takes 0 for arguments that are left out where the standard says 1.</summary>
    private static bool HasOracle(RecurrentCase model) =>
        !model.IsBatchFirst && (model.HasArguments || model.Activations.All(activation => activation.Function is not ("Affine" or "ThresholdedRelu")));

    /// <summary>ONNX Runtime's Softplus is infinite from 89 on, which states of a GRU with such a function reach for some inputs.</summary>
    private static bool HasFiniteOracle(RecurrentCase model) => model.Name != "GRU" || !model.Activations.Any(activation => activation.Function == "Softplus");

    /// <summary>A GRU of one unit over five steps of one value.</summary>
    private static ModelBuilder Gru(Func<ModelBuilder, ModelBuilder> lengths) =>
        lengths(new ModelBuilder().Input("x", 5, 1, 1).Tensor("w", [1, 3, 1], 1, 2, 3).Tensor("r", [1, 3, 1], 3, 2, 1)).Node("GRU", "x w r  lengths", "y").Output("y");

    /// <summary>A model with an example, laid out as the standard's tests.</summary>
    private StandardTest Written(RecurrentCase model, int index)
    {
        string folder = Path.Combine(_folder.Path, FormattableString.Invariant($"model{index}"));
        string data = Directory.CreateDirectory(Path.Combine(folder, "test_data_set_0")).FullName;
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), model.Model.Bytes);
        for (int i = 0; i < model.Inputs.Count; i++)
        {
            Literal input = model.Inputs[i];
            TensorProto tensor = new() { DataType = (int)input.Kind };
            tensor.Dims.AddRange(input.Shape.Select(size => (long)size));
            tensor.FloatData.AddRange(input.Kind.IsFloat() ? input.Numbers().Select(value => (float)value) : []);
            tensor.Int32Data.AddRange(input.Kind.IsFloat() ? [] : input.Integers().Select(value => (int)value));
            File.WriteAllBytes(Path.Combine(data, FormattableString.Invariant($"input_{i}.pb")), tensor.ToByteArray());
        }

        double[][] outputs = new RecurrentDefinition(model).Compute();
        for (int i = 0; i < outputs.Length; i++)
        {
            TensorProto tensor = new() { DataType = (int)ElementKind.Float };
            tensor.Dims.Add(outputs[i].Length);
            tensor.FloatData.AddRange(outputs[i].Select(value => (float)value));
            File.WriteAllBytes(Path.Combine(data, FormattableString.Invariant($"output_{i}.pb")), tensor.ToByteArray());
        }

        return new StandardTest(model.ToString(), folder);
    }

    private double[][] Runtime(RecurrentCase model)
    {
        string path = Path.Combine(_folder.Path, "oracle.onnx");
        File.WriteAllBytes(path, model.Model.Bytes);
        using RuntimeOracle oracle = new(path);
        return [.. oracle.Run(model.Inputs).Select(output => output.Numbers())];
    }

    private static void Note(List<string> wrong, string what, double[][] expected, double[][] found)
    {
        double[] errors = [.. expected.Zip(found, (one, other) => one.Length == other.Length ? one.Zip(other, (left, right) => Math.Abs(left - right) / (1 + Math.Abs(left))).Max() : double.PositiveInfinity)];
        if (expected.Length != found.Length || errors.Max() > Tolerance)
        {
            wrong.Add(FormattableString.Invariant($"{what}: off by {string.Join(", ", errors.Select(error => error.ToString("E1", System.Globalization.CultureInfo.InvariantCulture)))}"));
        }
    }
}
