using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NeuralGen;

/// <summary>What emitted code of small networks does with as many rows at a time as a vector has lanes: each variable holds one
/// node's values of all these rows.</summary>
/// <remarks>A lane's result depends on nothing but the lane, to the bit, on one machine: it is the same wherever its row
/// stands.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class RowLanes
{
    /// <summary>Computes left·right + addend, rounded once where the machine can, else twice.</summary>
    /// <remarks>In few steps, each of which costs the JIT one of the variables that it can still keep track of.</remarks>
    /// <param name="left">a factor.</param>
    /// <param name="right">the other factor.</param>
    /// <param name="addend">what is added to the products.</param>
    /// <returns>the sums.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> MultiplyAdd(Vector<float> left, Vector<float> right, Vector<float> addend)
    {
        if (Fma.IsSupported && Vector<float>.Count == Vector256<float>.Count)
        {
            return Fma.MultiplyAdd(left.AsVector256(), right.AsVector256(), addend.AsVector256()).AsVector();
        }

        if (AdvSimd.IsSupported)
        {
            return AdvSimd.FusedMultiplyAdd(addend.AsVector128(), left.AsVector128(), right.AsVector128()).AsVector();
        }

        return (left * right) + addend;
    }
}
