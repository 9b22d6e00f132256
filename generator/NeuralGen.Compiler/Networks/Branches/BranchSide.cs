namespace NeuralGen.Compiler.Networks.Branches;

/// <summary>One of the two sides of a branch.</summary>
/// <param name="Condition">The tensor that decides.</param>
/// <param name="IsTrue">Whether it is the side that is computed where that is true.</param>
internal readonly record struct BranchSide(int Condition, bool IsTrue);
