using System.Globalization;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Import.Writing;

namespace NeuralGen.Build;

/// <summary>
/// Runs the tests that an item names for its model. What fails is an error in the file that says what must come out, and not in what the build
/// made of the model.
/// </summary>
/// <param name="path">The network with its tests.</param>
/// <param name="hasVectors">Whether the program computes with hardware vectors.</param>
internal sealed class ImportedTests(string path, bool hasVectors)
{
    /// <summary>Where it is written down in which file and line each test stands.</summary>
    public static string PlacesOf(string tests) => tests + ".places";

    /// <summary>The files and lines of tests, one by line.</summary>
    public static string Places(IEnumerable<ModelTest> tests) => string.Concat(tests.Select(test => FormattableString.Invariant($"{test.Line}\t{test.File}\n")));

    /// <summary>Runs the tests.</summary>
    /// <param name="facts">What the compiler knows of the weights; null where all numbers stand in the network.</param>
    /// <param name="weights">The weights file.</param>
    /// <returns>The tests that fail. That a tolerance could be smaller is no matter: tools compute in their own order.</returns>
    public IReadOnlyList<FileProblem> Run(WeightsFile? facts, string weights)
    {
        string[] places = File.ReadAllLines(PlacesOf(path));
        return [.. new StoredTests(path, hasVectors).RunAll(facts, weights).Where(failed => failed.Problem.Rule != PlausibilityRules.UnusedTolerance).Select(failed => Of(failed.Problem, failed.Test, places))];
    }

    private static FileProblem Of(Problem problem, int? test, string[] places)
    {
        string[] place = test is { } index && index < places.Length ? places[index].Split('\t') : ["0", ""];
        return new FileProblem(problem.Rule, problem.Message) { File = place[1], Line = int.Parse(place[0], CultureInfo.InvariantCulture), Column = place[0] == "0" ? 0 : 1 };
    }
}
