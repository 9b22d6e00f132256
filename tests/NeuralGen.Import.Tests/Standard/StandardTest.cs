using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Reading;

namespace NeuralGen.Import.Tests.Standard;

/// <summary>A test of the ONNX standard: a model, and what it computes of some inputs.</summary>
/// <param name="Name">Its folder and name.</param>
/// <param name="Folder">Where it lies.</param>
internal sealed record StandardTest(string Name, string Folder)
{
    /// <summary>Where Debian's package libonnx-testdata puts the tests.</summary>
    public const string Root = "/usr/share/libonnx-testdata/data";

    private static readonly string[] Groups = ["node", "pytorch-converted", "pytorch-operator", "simple"];

    /// <summary>The model.</summary>
    public string Model => Path.Combine(Folder, "model.onnx");

    /// <summary>The folders with inputs and what comes out.</summary>
    public IReadOnlyList<string> DataSets => [.. Directory.GetDirectories(Folder, "test_data_set_*").Order(StringComparer.Ordinal)];

    /// <summary>All tests that are installed.</summary>
    public static IReadOnlyList<StandardTest> All() =>
    [
        .. Groups
            .Select(group => Path.Combine(Root, group))
            .Where(Directory.Exists)
            .SelectMany(group => Directory.GetDirectories(group).Order(StringComparer.Ordinal))
            .Where(folder => File.Exists(Path.Combine(folder, "model.onnx")))
            .Select(folder => new StandardTest($"{Path.GetFileName(Path.GetDirectoryName(folder))}/{Path.GetFileName(folder)}", folder)),
    ];

    /// <summary>Reads the tensors of a data set; null where one is no tensor.</summary>
    /// <param name="dataSet">The folder.</param>
    /// <param name="side">What their names begin with.</param>
    public static Literal[]? Tensors(string dataSet, string side)
    {
        List<Literal> tensors = [];
        TensorReader reader = new(dataSet);
        for (int i = 0; File.Exists(Path.Combine(dataSet, FormattableString.Invariant($"{side}_{i}.pb"))); i++)
        {
            try
            {
                TensorProto tensor = TensorProto.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(dataSet, FormattableString.Invariant($"{side}_{i}.pb"))));
                tensors.Add(reader.Read(tensor));
            }
            catch (Exception exception) when (exception is Google.Protobuf.InvalidProtocolBufferException or ImportException)
            {
                return null;
            }
        }

        return [.. tensors];
    }
}
