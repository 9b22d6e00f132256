namespace NeuralGen.Import.Tests.Standard;

/// <summary>What became of a test, and why.</summary>
/// <param name="Test">The test's name.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why; empty where it passed.</param>
internal sealed record StandardResult(string Test, StandardOutcome Outcome, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Outcome}\t{Test}\t{Reason.ReplaceLineEndings(" ")}";
}
