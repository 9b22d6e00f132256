namespace NeuralGen.Import.Tests.Standard;

/// <summary>What became of a test.</summary>
internal enum StandardOutcome
{
    /// <summary>All values are right.</summary>
    Passed,

    /// <summary>The build says why it cannot compile the model.</summary>
    Refused,

    /// <summary>A value is wrong.</summary>
    Wrong,

    /// <summary>The importer, the compiler or the program failed.</summary>
    Crashed,

    /// <summary>Its inputs or outputs are no tensors of elements that can be passed.</summary>
    Skipped,
}
