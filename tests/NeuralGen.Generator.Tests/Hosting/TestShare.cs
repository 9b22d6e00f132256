namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>
/// How much of the tests of many random cases runs: a share with fixed seeds that has some of each kind, or all of it where the
/// environment variable <c>NEURALGEN_TESTS</c> is <c>all</c>.
/// </summary>
internal static class TestShare
{
    /// <summary>Whether everything runs.</summary>
    public static bool IsAll { get; } = Environment.GetEnvironmentVariable("NEURALGEN_TESTS") == "all";

    /// <summary>How many cases run.</summary>
    /// <param name="all">How many there are.</param>
    /// <param name="share">How many of them run by default.</param>
    public static int Of(int all, int share) => IsAll ? all : share;

    /// <summary>Whether a case runs, where one of a number runs by default.</summary>
    /// <param name="index">Which of them it is.</param>
    /// <param name="turn">Which of them is meant; other tests mean others, so that each runs somewhere.</param>
    /// <param name="count">How many there are for one that runs.</param>
    public static bool Includes(int index, int turn, int count) => IsAll || index % count == turn % count;
}
