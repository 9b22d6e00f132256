namespace NeuralGen.Tool.CommandLine;

/// <summary>How the process ends.</summary>
internal static class ExitCodes
{
    /// <summary>All is well, and the answer is yes.</summary>
    public const int Success = 0;

    /// <summary>An input is bad, or the answer is no.</summary>
    public const int Bad = 1;

    /// <summary>The command line cannot be meant.</summary>
    public const int Usage = 2;
}
