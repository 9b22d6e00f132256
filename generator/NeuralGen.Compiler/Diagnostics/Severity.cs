namespace NeuralGen.Compiler.Diagnostics;

/// <summary>How much a breach of a rule matters.</summary>
internal enum Severity
{
    /// <summary>A remark about something that is allowed.</summary>
    Note,

    /// <summary>Probably a mistake.</summary>
    Warning,

    /// <summary>The build fails.</summary>
    Error,
}
