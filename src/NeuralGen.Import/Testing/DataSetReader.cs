using Google.Protobuf;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Reading;

namespace NeuralGen.Import.Testing;

/// <summary>
/// Reads examples in the layout of the ONNX standard's own tests: folders <c>test_data_set_0</c> and so on with a message for each tensor,
/// <c>input_0.pb</c>, <c>output_0.pb</c>, in the model's order.
/// </summary>
/// <param name="model">The model.</param>
internal sealed class DataSetReader(ImportedModel model)
{
    /// <summary>The difference that is allowed: exporters compute in single precision, and in other orders.</summary>
    private const double Tolerance = 1e-3;

    /// <summary>The folders with examples: those in a folder, or itself.</summary>
    public static IReadOnlyList<string> Folders(string folder)
    {
        string[] folders = Directory.GetDirectories(folder, "test_data_set_*");
        return folders.Length == 0 && File.Exists(Path.Combine(folder, "output_0.pb")) ? [folder] : [.. folders.OrderBy(path => path.Length).ThenBy(path => path, StringComparer.Ordinal)];
    }

    /// <summary>Reads an example.</summary>
    /// <exception cref="ImportException">A file is no tensor.</exception>
    public FoundTest Read(string folder) => new(
        $"'{Path.GetFileName(folder)}'", Tensors(folder, "input", model.ModelInputs), Tensors(folder, "output", model.ModelOutputs), Tolerance, Path.Combine(folder, "output_0.pb"));

    private static List<FoundTensor> Tensors(string folder, string side, IReadOnlyList<ModelPort> ports)
    {
        List<TensorProto> tensors = [];
        string PathOf(int index) => Path.Combine(folder, FormattableString.Invariant($"{side}_{index}.pb"));
        while (File.Exists(PathOf(tensors.Count)))
        {
            try
            {
                tensors.Add(TensorProto.Parser.ParseFrom(File.ReadAllBytes(PathOf(tensors.Count))));
            }
            catch (InvalidProtocolBufferException exception)
            {
                throw ImportException.Of(ImportRules.Data, FormattableString.Invariant($"{side}_{tensors.Count}.pb"), exception.Message.TrimEnd('.').Replace('\n', ' '));
            }
        }

        // Some tools write the tensors in another order than the model's, all of them with their names.
        bool areNamed = tensors.TrueForAll(tensor => ports.Any(port => port.Name == tensor.Name)) && tensors.Select(tensor => tensor.Name).Distinct().Count() == tensors.Count;
        TensorReader reader = new(folder);
        return [.. tensors.Select((tensor, i) => Tensor(reader.Read(tensor), areNamed ? tensor.Name : i < ports.Count ? ports[i].Name : FormattableString.Invariant($"{side}_{i}.pb")))];
    }

    private static FoundTensor Tensor(Literal values, string name) => new(name, values.Kind == ElementKind.String ? [] : values.Numbers(), values.Shape);
}
