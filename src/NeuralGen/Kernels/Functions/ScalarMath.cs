namespace NeuralGen.Kernels.Functions;

/// <summary>Functions of single-precision numbers, which older frameworks have in double precision only.</summary>
internal static class ScalarMath
{
#if NET
    public static float Exp(float x) => MathF.Exp(x);

    public static float Log(float x) => MathF.Log(x);

    public static float Tanh(float x) => MathF.Tanh(x);
#else
    public static float Exp(float x) => (float)Math.Exp(x);

    public static float Log(float x) => (float)Math.Log(x);

    public static float Tanh(float x) => (float)Math.Tanh(x);
#endif
}
