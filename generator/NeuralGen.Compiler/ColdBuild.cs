using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler;

/// <summary>What a build that starts from nothing asks of the JIT.</summary>
internal static class ColdBuild
{
    /// <summary>
    /// For what is done for each of a million numbers: optimised at the first call, since a build is over before the JIT has
    /// found out that the code is hot. The name of this option is younger than .NET Standard 2.0; older runtimes ignore it.
    /// </summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;
}
