namespace NeuralGen.Samples.Tests;

/// <summary>A test that needs GNU parallel; without it, it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ParallelFactAttribute : FactAttribute
{
    private static readonly string? Missing = FindMissing();

    public ParallelFactAttribute()
    {
        Skip = Missing;
    }

    private static string? FindMissing()
    {
        const string Message = "GNU parallel is not installed (Debian: parallel).";
        try
        {
            return Scorer.Shell("parallel --version").Output.StartsWith("GNU parallel", StringComparison.Ordinal) ? null : Message;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Message;
        }
    }
}
