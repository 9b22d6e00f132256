using System.Globalization;
using System.Text;
using NeuralGen.Import.Operators;
using NeuralGen.Import.Protobuf;

namespace NeuralGen.Import.Tests.Standard;

/// <summary>The page of operators: the importer's catalogue, with the standard's tests that use each.</summary>
internal static class OperatorPage
{
    /// <summary>Where it stands, from the repository's root.</summary>
    public const string Path = "src/NeuralGen/docs/operators.md";

    /// <summary>The first cells of a row, which say of which operator it is.</summary>
    public static string Start((string Domain, string Name) key) => $"| `{key.Name}` | {(key.Domain.Length == 0 ? "ai.onnx" : key.Domain)} |";

    /// <summary>The catalogue in the order of the page.</summary>
    public static IEnumerable<(string Domain, string Name)> Operators =>
        OperatorCatalog.Names.OrderBy(key => key.Domain, StringComparer.Ordinal).ThenBy(key => key.Name, StringComparer.Ordinal);

    /// <summary>The page's text.</summary>
    /// <param name="tests">The tests.</param>
    /// <param name="refused">The names of those that the build refuses.</param>
    /// <param name="skipped">The names of those whose tensors cannot be passed.</param>
    public static string Write(IReadOnlyList<StandardTest> tests, HashSet<string> refused, HashSet<string> skipped)
    {
        Dictionary<(string, string), (int Passed, int Refused, SortedSet<long> Versions)> rows = OperatorCatalog.Names.ToDictionary(key => key, _ => (0, 0, new SortedSet<long>()));
        foreach (StandardTest test in tests.Where(test => !skipped.Contains(test.Name)))
        {
            ModelProto model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(test.Model));
            foreach ((string Domain, string Name) key in Used(model.Graph).Concat(model.Functions.SelectMany(function => function.Node.SelectMany(Used))).Distinct().Where(rows.ContainsKey))
            {
                (int passed, int failed, SortedSet<long> versions) = rows[key];
                bool isRefused = refused.Contains(test.Name);
                rows[key] = (passed + (isRefused ? 0 : 1), failed + (isRefused ? 1 : 0), versions);
                if (!isRefused && model.OpsetImport.FirstOrDefault(opset => Plain(opset.Domain) == key.Domain) is { } opset)
                {
                    versions.Add(opset.Version);
                }
            }
        }

        int counted = tests.Count(test => !skipped.Contains(test.Name));
        int right = tests.Count(test => !skipped.Contains(test.Name) && !refused.Contains(test.Name));
        StringBuilder page = new();
        page.Append(string.Create(CultureInfo.InvariantCulture, $$"""
            # Operators

            The operators of [models](onnx.md) that are known, and the tests of the ONNX standard that use them: how many compute what the standard
            says, and how many the build refuses with an error, be it for this operator or for another one beside it. The opsets are those of the
            tests that are right; versions 6 to 26 are read. Of {{counted}} tests whose tensors can be passed, {{right}} are right, and the others refused.

            | operator | domain | opsets | right | refused |
            |---|---|---|---:|---:|

            """));
        foreach ((string Domain, string Name) key in Operators)
        {
            (int passed, int failed, SortedSet<long> versions) = rows[key];
            page.Append(CultureInfo.InvariantCulture, $"{Start(key)} {string.Join(", ", versions)} | {passed} | {failed} |\n");
        }

        return page.ToString();
    }

    private static string Plain(string domain) => domain == "ai.onnx" ? "" : domain;

    private static IEnumerable<(string Domain, string Name)> Used(GraphProto graph) => graph.Node.SelectMany(Used);

    private static IEnumerable<(string Domain, string Name)> Used(NodeProto node) =>
        node.Attribute.SelectMany(attribute => attribute.Graphs.Concat(attribute.G is { } graph ? [graph] : [])).SelectMany(Used).Prepend((Plain(node.Domain), node.OpType));
}
