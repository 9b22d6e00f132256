using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Tests.Kernels;

public sealed class FunctionWidthTests
{
    private static readonly float[] Samples = FloatSamples.Make(1_500_007);

    [Theory]
    [MemberData(nameof(ActivationCases.Names), MemberType = typeof(ActivationCases))]
    public void Every_width_gives_the_same_bits(string name)
    {
        ActivationCase function = ActivationCases.All[name];
        for (int i = 0; i + 16 <= Samples.Length; i += 16)
        {
            Vector512<float> x = Vector512.Create<float>(Samples.AsSpan(i));
            Vector512<float> result = function.Wide(x);
            Vector256<float> left = function.Middle(x.GetLower());
            Vector256<float> right = function.Middle(x.GetUpper());
            Assert.Equal(result.AsInt32(), Vector512.Create(left, right).AsInt32());
            Assert.Equal(left.AsInt32(), Vector256.Create(function.Narrow(x.GetLower().GetLower()), function.Narrow(x.GetLower().GetUpper())).AsInt32());
            Assert.Equal(result.AsInt32().ToScalar(), BitConverter.SingleToInt32Bits(function.One(x.ToScalar())));
        }
    }

    [Fact]
    public void Logarithms_have_the_same_bits_in_every_width()
    {
        for (int i = 0; i + 16 <= Samples.Length; i += 16)
        {
            Vector512<float> x = Vector512.Create<float>(Samples.AsSpan(i));
            Vector512<float> result = Logarithms<Lanes512<float>, Vector512<float>, float>.Log(x);
            Vector256<float> left = Logarithms<Lanes256<float>, Vector256<float>, float>.Log(x.GetLower());
            Assert.Equal(result.GetLower().AsInt32(), left.AsInt32());
            Assert.Equal(left.GetLower().AsInt32(), Logarithms<Lanes128<float>, Vector128<float>, float>.Log(x.GetLower().GetLower()).AsInt32());
            Assert.Equal(result.AsInt32().ToScalar(), BitConverter.SingleToInt32Bits(Logarithms<ScalarLanes<float>, float, float>.Log(x.ToScalar())));
        }
    }
}
