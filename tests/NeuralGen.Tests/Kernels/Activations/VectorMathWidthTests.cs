using System.Reflection;
using System.Runtime.Intrinsics;

namespace NeuralGen.Tests.Kernels;

public sealed class VectorMathWidthTests
{
    private static readonly float[] Samples = FloatSamples.Make(1_500_007);

    public static TheoryData<string> Functions =>
        [.. typeof(VectorMath).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name).Where(name => name != "MultiplyAdd").Distinct()];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Every_width_gives_the_same_bits(string name)
    {
        Func<Vector128<float>, Vector128<float>> narrow = Find<Vector128<float>>(name);
        Func<Vector256<float>, Vector256<float>> middle = Find<Vector256<float>>(name);
        Func<Vector512<float>, Vector512<float>> wide = Find<Vector512<float>>(name);
        for (int i = 0; i + 16 <= Samples.Length; i += 16)
        {
            Vector512<float> x = Vector512.Create<float>(Samples.AsSpan(i));
            Vector512<float> result = wide(x);
            Vector256<float> left = middle(x.GetLower());
            Vector256<float> right = middle(x.GetUpper());
            Assert.Equal(result.AsInt32(), Vector512.Create(left, right).AsInt32());
            Assert.Equal(left.AsInt32(), Vector256.Create(narrow(x.GetLower().GetLower()), narrow(x.GetLower().GetUpper())).AsInt32());
        }
    }

    [Fact]
    public void MultiplyAdd_is_a_product_and_a_sum()
    {
        Assert.Equal(Vector128.Create(11f), VectorMath.MultiplyAdd(Vector128.Create(2f), Vector128.Create(3f), Vector128.Create(5f)));
        Assert.Equal(Vector256.Create(11f), VectorMath.MultiplyAdd(Vector256.Create(2f), Vector256.Create(3f), Vector256.Create(5f)));
        Assert.Equal(Vector512.Create(11f), VectorMath.MultiplyAdd(Vector512.Create(2f), Vector512.Create(3f), Vector512.Create(5f)));
        Assert.Equal(Vector128.Create(11d), VectorMath.MultiplyAdd(Vector128.Create(2d), Vector128.Create(3d), Vector128.Create(5d)));
        Assert.Equal(Vector256.Create(11d), VectorMath.MultiplyAdd(Vector256.Create(2d), Vector256.Create(3d), Vector256.Create(5d)));
        Assert.Equal(Vector512.Create(11d), VectorMath.MultiplyAdd(Vector512.Create(2d), Vector512.Create(3d), Vector512.Create(5d)));
    }

    private static Func<TVector, TVector> Find<TVector>(string name)
        where TVector : struct
    {
        if (typeof(VectorMath).GetMethod(name, [typeof(TVector)]) is { } method)
        {
            return method.CreateDelegate<Func<TVector, TVector>>();
        }

        Func<TVector, float, TVector> function =
            typeof(VectorMath).GetMethod(name, [typeof(TVector), typeof(float)])!.CreateDelegate<Func<TVector, float, TVector>>();
        return x => function(x, 0.3f);
    }
}
