namespace NeuralGen.Compiler.Declarations;

/// <summary>A number.</summary>
/// <param name="Bits">Its bits, which compare as the code does that is written for it.</param>
internal sealed record DeclaredNumber(long Bits) : DeclaredValue
{
    /// <summary>The number itself.</summary>
    public double Value => BitConverter.Int64BitsToDouble(Bits);

    /// <summary>Wraps a number.</summary>
    public static DeclaredNumber Of(double value) => new(BitConverter.DoubleToInt64Bits(value));
}
