using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Compiler.Emission;
using NeuralGen.Generator.Analyzers;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Fuzzing;

/// <summary>
/// Damaged sources: never an exception; each attributed type gives code, or one of our errors, or the compiler has one;
/// and the compiler's errors are in the sources, never in generated code.
/// </summary>
public class SourceFuzzTests
{
    private const int SourcesPerProject = 100;

    private const string File = """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2]] } ] }""";

    private static readonly string[] Originals =
    [
        """
        using NeuralGen;
        namespace SPACE;
        public partial class Outer<T>
        {
            [NeuralNetwork(InputNames = ["a", "b"], Precision = Precision.Double, Labels = ["x", "y"], Emission = Emission.Auto)]
            [Normalization(Mean = [1, 2], Scale = [2, 4])]
            [Dense(2, Activation.LeakyRelu, Alpha = 0.5, Weights = [1, 2, 3, 4], Bias = [0, 1], Name = "h")]
            [BatchNormalization(Gamma = [1, 1], Beta = [0, 1], Mean = [0, 1], Variance = [1, 4], Epsilon = 1e-3)]
            [Dense(2, Activation.Prelu, Slopes = [0.1, 0.2], Weights = [1, 2, 3, 4])]
            [Dropout(0.5)]
            [Activation(Activation.Softmax)]
            public static partial class Net { public static int Mine => 3; }
        }
        """,
        """
        using NeuralGen;
        namespace SPACE;
        [NeuralNetwork(Inputs = 2, HiddenActivation = Activation.Relu, OutputActivation = Activation.Sigmoid, OutputNames = ["p"], Loss = LossFunction.BinaryCrossEntropy)]
        [Node("node_0_0", 2, 4)] [Node("node_0_1", 4, -5, Bias = 0.25)]
        [Node("node_1_0", -1, 2)] [Node("node_1_1", 1, 2)]
        [Node("output", 2, 7)]
        internal sealed partial record struct TwoHiddenLayers;
        class User { float Use(TwoHiddenLayers? n) => TwoHiddenLayers.Predict(3, 5) + TwoHiddenLayers.Predict(new float[] { 1, 2 }) + TwoHiddenLayers.InputSize; }
        """,
        """
        using NeuralGen;
        namespace SPACE;
        [NeuralNetwork("net.nn.json", Precision = Precision.Single)]
        public sealed partial class Named { }
        """,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_damaged_source_gives_code_or_an_error(int part)
    {
        int sound = 0;
        int broken = 0;
        int batches = TestShare.Of(40, 4);
        for (int batch = 0; batch < batches; batch++)
        {
            (int soundTypes, int brokenTypes) = CheckProject((part * 1000) + batch, isCompiled: batch % 4 == 0);
            sound += soundTypes;
            broken += brokenTypes;
        }

        Assert.True(sound > 12 * batches && broken > 12 * batches, $"{sound} sound, {broken} broken");
    }

    private static (int Sound, int Broken) CheckProject(int seed, bool isCompiled)
    {
        TextMutator mutator = new(seed);
        GeneratorHost host = new GeneratorHost().File("/p/net.nn.json", File);
        for (int i = 0; i < SourcesPerProject; i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            host.Source(mutator.Mutate(Originals[i % Originals.Length]).Replace("SPACE", "Space" + number, StringComparison.Ordinal), $"Source{number}.cs");
        }

        CSharpCompilation compilation = host.Compilation();
        GeneratorDriver driver = host.Driver().RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        Assert.Null(result.Exception);
        Assert.Empty(reported);
        HashSet<SyntaxTree> generated = [.. output.SyntaxTrees.Except(compilation.SyntaxTrees)];
        IEnumerable<Diagnostic> clean = isCompiled ? output.GetDiagnostics() : generated.SelectMany(tree => tree.GetDiagnostics());
        Diagnostic? first = clean.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree is { } tree && generated.Contains(tree) && !IsOfTheUser(diagnostic));
        Assert.True(first is null, $"Seed {seed}: {first}\n{Culprit(first, compilation)}");
        return CheckTypes(host, (CSharpCompilation)output, result, seed);
    }

    /// <summary>Errors that the compiler puts on every part of a type for what the user's part says.</summary>
    private static bool IsOfTheUser(Diagnostic diagnostic) =>
        diagnostic.Id is "CS0260" or "CS0261" or "CS0262" or "CS0264" or "CS0101" or "CS0102" or "CS0111" or "CS0246" or "CS0234" or "CS0400" or "CS0708";

    private static string Culprit(Diagnostic? diagnostic, CSharpCompilation compilation)
    {
        string[] parts = Path.GetFileName(diagnostic?.Location.SourceTree?.FilePath ?? "").Split('.');
        return compilation.SyntaxTrees.FirstOrDefault(tree => tree.ToString().Contains($"namespace {parts[0]};", StringComparison.Ordinal))?.ToString() ?? parts[0];
    }

    private static (int Sound, int Broken) CheckTypes(GeneratorHost host, CSharpCompilation compilation, GeneratorRunResult result, int seed)
    {
        NetworkModel[] models = result.TrackedSteps.TryGetValue(TrackingNames.ModelsOfTypes, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? [.. steps.SelectMany(step => step.Outputs).Select(item => (NetworkModel)item.Value)]
            : [];
        NetworkDiagnostics diagnostics = new(compilation, host.Files, host.Options, host.Checks, default);
        Dictionary<string, INamedTypeSymbol[]> types = diagnostics.AttributedTypes().GroupBy(type => type.Name).ToDictionary(group => group.Key, group => group.ToArray());
        int broken = 0;
        foreach (INamedTypeSymbol type in types.Values.SelectMany(group => group))
        {
            IReadOnlyList<Diagnostic> found = diagnostics.OfType(type, default);
            Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "NEURAL0099");
            bool hasError = found.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            broken += hasError ? 1 : 0;
            NetworkModel? model = models.FirstOrDefault(candidate => candidate.Target.FullName == FullName(type));
            SyntaxTree tree = type.DeclaringSyntaxReferences[0].SyntaxTree;
            if (model is { Network: null } && !hasError)
            {
                // Without an error of ours the compiler must have one in the declaration itself.
                bool isCompilers = compilation.GetSemanticModel(tree).GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
                Assert.True(isCompilers, $"Seed {seed}: no error for\n{tree}");
            }
        }

        return (models.Count(model => model.Network is not null), broken);
    }

    private static string FullName(INamedTypeSymbol type) =>
        type.ContainingType is { } container ? $"{FullName(container)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
}
