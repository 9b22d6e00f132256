using Google.Protobuf;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Reading;
using NeuralGen.Import.Tests.Models;
using NeuralGen.Import.Tests.Runtime;
using NeuralGen.Import.Tests.Standard;
using Xunit.Abstractions;

namespace NeuralGen.Import.Tests.Batches;

/// <summary>Whether models that other tools wrote have batches, against what ONNX Runtime computes of three samples at once and one by one.</summary>
public sealed class FixtureBatchTests(ITestOutputHelper output) : IDisposable
{
    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pytorch", 130)]
    [InlineData("sklearn", 34)]
    public void A_model_has_batches_where_its_samples_do_not_meet(string tool, int atLeast)
    {
        if (RuntimeOracle.Missing.Length > 0)
        {
            output.WriteLine($"Skipped: {RuntimeOracle.Missing}");
            return;
        }

        List<string> wrong = [];
        int compared = 0;
        foreach (StandardTest test in Fixture.Of(tool))
        {
            // Shapes between the nodes, which would say 1, are not read and not written again.
            ModelProto model = ModelProto.Parser.WithDiscardUnknownFields(true).ParseFrom(File.ReadAllBytes(test.Model));
            Open(model.Graph);
            string path = Path.Combine(_folder.Path, "model.onnx");
            File.WriteAllBytes(path, model.ToByteArray());
            List<ImportProblem> problems = [];
            ImportedModel imported = ModelImporter.Import(model, test.Name, Path.GetDirectoryName(test.Model)!, new ImportOptions(), problems)!;
            Assert.Empty(problems);
            bool? isExpected = model.Graph.Output.All(port => port.Type.TensorType is not null) ? BatchOracle.HasBatches(path, StandardTest.Tensors(test.DataSets[0], "input")!) : null;
            output.WriteLine($"{test.Name}\t{imported.HasBatches}\t{isExpected?.ToString() ?? "unknown"}");
            compared += isExpected is null ? 0 : 1;
            if (isExpected is not null && isExpected != imported.HasBatches)
            {
                wrong.Add($"{test.Name}: {imported.HasBatches}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(compared >= atLeast, $"{compared} models were compared.");
    }

    [Fact]
    public void Models_as_their_tools_wrote_them_have_batches_but_for_those_without_a_batch()
    {
        string[] without =
        [
            .. Fixture.Of("pytorch").Concat(Fixture.Of("sklearn")).Where(test =>
            {
                using FileStream stream = File.OpenRead(test.Model);
                return !ModelImporter.Import(ModelReader.Read(stream, test.Name), test.Name, Path.GetDirectoryName(test.Model)!, new ImportOptions(), [])!.HasBatches;
            }).Select(test => test.Name),
        ];
        Assert.Equal(
            [
                "pytorch/baddbmm_13", "pytorch/conv_weights_from_input_13", "pytorch/gather_nd_open_13",
                "pytorch/gru_states_15", "pytorch/lstm_batch_of_three_13", "pytorch/lstm_states_17", "pytorch/matmul_13", "pytorch/mlp_no_batch_13",
                "pytorch/put_open_13", "pytorch/reductions_9", "pytorch/scalar_input_13",
            ],
            without);
    }

    /// <summary>Leaves the number of samples open where the model says 1.</summary>
    private static void Open(GraphProto graph)
    {
        foreach (DimensionProto size in graph.Input.Select(input => input.Type.TensorType.Shape.Dim.FirstOrDefault()).OfType<DimensionProto>().Where(size => size.DimValue == 1))
        {
            size.DimParam = "samples";
        }

        foreach (ValueInfoProto output in graph.Output.Where(output => output.Type.TensorType is not null))
        {
            output.Type.TensorType.Shape = null;
        }
    }
}
