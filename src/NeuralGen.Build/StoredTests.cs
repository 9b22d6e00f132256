using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Lowering.Evaluation;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Build;

/// <summary>
/// Runs the tests of a network whose weights the compiler does not know, since the program reads them from a weights file: here they are.
/// </summary>
/// <param name="path">The network's file.</param>
/// <param name="hasVectors">Whether the program computes with hardware vectors.</param>
internal sealed class StoredTests(string path, bool hasVectors)
{
    /// <summary>More multiplications for one test would be noticed by whoever waits for a build.</summary>
    public const long MostMultiplyAdds = 1_000_000_000;

    private readonly string _text = File.ReadAllText(path);

    /// <summary>The weights file that the network names; null where it has no tests, or names none.</summary>
    public string? Reference
    {
        get
        {
            // Most files have neither word, and need not be read for that.
            bool mayBe = _text.IndexOf("\"tests\"", StringComparison.Ordinal) >= 0 && _text.IndexOf("\"tensors\"", StringComparison.Ordinal) >= 0;
            NetworkDeclaration? declaration = mayBe ? Read() : null;
            return declaration is { Tests.Count: > 0 } ? declaration.Tensors : null;
        }
    }

    /// <summary>Runs the tests of a network, whatever its size.</summary>
    /// <param name="facts">What the compiler knows of the weights; null where all numbers stand in the network.</param>
    /// <param name="weights">The weights file.</param>
    /// <returns>What is wrong, with the number of the test; a network that is itself wrong is left to the compiler.</returns>
    public IReadOnlyList<(Problem Problem, int? Test)> RunAll(WeightsFile? facts, string weights)
    {
        NetworkDeclaration declaration = Read();
        ProblemList problems = new();
        string name = FileTarget.Of(path, declaration, "").Type.Name.TrimStart('@');
        BoundNetwork whole = NetworkBinder.BindWhole(name, declaration with { Weights = facts is null ? null : WholeWeights.Read(facts, weights) }, Path.GetFileName(path), problems);
        if (problems.HasErrors || whole.Network is not { } network)
        {
            return [];
        }

        problems = new();
        if (!IsTooLarge(network, whole.Tests.Count, problems))
        {
            TestRun.Report(whole, hasVectors, problems, default);
        }

        JsonDocument? document = JsonDocument.TryParse(_text, out _);
        JsonValue tests = document!.Root.TryGetMember("tests", out JsonValue found) ? found : document.Root;
        return [.. problems.Problems.Select(problem => (problem, (int?)Test(tests, PlaceInFile.Find(document, problem.Place).Start)))];
    }

    private static int Test(JsonValue tests, int start) => Enumerable.Range(0, tests.Count).LastOrDefault(i => tests[i].Start <= start);

    /// <summary>Runs the tests.</summary>
    /// <param name="facts">What the compiler knows of the weights.</param>
    /// <param name="weights">The weights file.</param>
    /// <returns>What is wrong; nothing where the compiler finds mistakes or runs the tests itself.</returns>
    public IReadOnlyList<LocatedProblem> Run(WeightsFile facts, string weights)
    {
        string fileName = Path.GetFileName(path);
        NetworkDeclaration declaration = Read();
        string name = FileTarget.Of(path, declaration, "").Type.Name.TrimStart('@');
        ProblemList problems = new();
        BoundNetwork known = NetworkBinder.Bind(name, null, declaration with { Weights = facts }, fileName, problems);
        if (problems.HasErrors || known.Network is not { HasStoredNumbers: true } network)
        {
            return [];
        }

        problems = new();
        if (IsTooLarge(network, known.Tests.Count, problems))
        {
            return Located(problems);
        }

        BoundNetwork whole = NetworkBinder.BindWhole(name, declaration with { Weights = WholeWeights.Read(facts, weights) }, fileName, new ProblemList());
        problems = new();
        TestRun.Report(whole, hasVectors, problems, default);
        return Located(problems);
    }

    private static bool IsTooLarge(Network network, int tests, ProblemList problems)
    {
        long multiplyAdds = network.Operations.Sum(operation => operation.MultiplyAdds);
        if (multiplyAdds > MostMultiplyAdds)
        {
            problems.Report(
                WeightRules.TestsNotRun,
                Place.File.Key("tests"),
                network.Name,
                tests,
                $"each takes {multiplyAdds} multiply-adds, and a build waits for no more than {MostMultiplyAdds}; compare in a test project");
        }

        return multiplyAdds > MostMultiplyAdds;
    }

    private NetworkDeclaration Read() => NetworkFileReader.Read(_text, new ProblemList(), default);

    private IReadOnlyList<LocatedProblem> Located(ProblemList problems)
    {
        JsonDocument? document = JsonDocument.TryParse(_text, out _);
        return [.. problems.Problems.Select(problem => LocatedProblem.Of(problem, _text, PlaceInFile.Find(document, problem.Place)))];
    }
}
