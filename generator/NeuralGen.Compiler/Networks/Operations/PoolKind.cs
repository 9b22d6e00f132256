namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>What a pool takes from the values under its window.</summary>
internal enum PoolKind
{
    /// <summary>The largest.</summary>
    Max,

    /// <summary>Their mean.</summary>
    Average,
}
