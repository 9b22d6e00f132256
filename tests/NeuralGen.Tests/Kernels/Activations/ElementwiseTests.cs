namespace NeuralGen.Tests.Kernels;

public sealed class ElementwiseTests
{
    private const int Longest = 40;

    [Theory]
    [MemberData(nameof(ActivationCases.Names), MemberType = typeof(ActivationCases))]
    public void Values_are_those_of_the_function(string name)
    {
        ActivationCase function = ActivationCases.All[name];
        double[] x = Inputs();
        double[] doubles = new double[x.Length];
        float[] singles = new float[x.Length];
        function.Double(x, doubles);
        function.Single(Singles(x), singles);
        for (int i = 0; i < x.Length; i++)
        {
            double exact = function.Value(x[i]);
            Assert.Equal(exact, doubles[i], 4e-15 * Math.Max(1, Math.Abs(exact)));
            Assert.Equal(exact, singles[i], 4e-7 * Math.Max(1, Math.Abs(exact)));
        }
    }

    [Theory]
    [MemberData(nameof(ActivationCases.Names), MemberType = typeof(ActivationCases))]
    public void Gradients_are_those_of_the_function(string name)
    {
        ActivationCase function = ActivationCases.All[name];
        double[] x = Inputs();
        double[] values = function.TakesInput ? x : Array.ConvertAll(x, function.Value.Invoke);
        double[] deltas = Array.ConvertAll(x, value => 1 + (0.25 * Math.Sin(7 * value)));
        double[] doubles = new double[x.Length];
        float[] singles = new float[x.Length];
        function.DoubleGradient(values, deltas, doubles);
        function.SingleGradient(Singles(values), Singles(deltas), singles);
        for (int i = 0; i < x.Length; i++)
        {
            double exact = function.Derivative(x[i]) * deltas[i];
            Assert.Equal(exact, doubles[i], 1e-14 * Math.Max(1, Math.Abs(exact)));
            Assert.Equal(exact, singles[i], 2e-6 * Math.Max(1, Math.Abs(exact)));
        }
    }

    [Theory]
    [MemberData(nameof(ActivationCases.Names), MemberType = typeof(ActivationCases))]
    public void A_place_does_not_change_a_result_and_nothing_else_is_written(string name)
    {
        ActivationCase function = ActivationCases.All[name];
        Check<float>(function.Single, function.SingleGradient);
        Check<double>(function.Double, function.DoubleGradient);
    }

    [Theory]
    [MemberData(nameof(ActivationCases.Names), MemberType = typeof(ActivationCases))]
    public void Wrong_lengths_are_refused(string name)
    {
        ActivationCase function = ActivationCases.All[name];
        Assert.Equal("output", Assert.Throws<ArgumentException>(() => function.Single(new float[3], new float[4])).ParamName);
        Assert.Equal("output", Assert.Throws<ArgumentException>(() => function.Double(new double[3], new double[2])).ParamName);
        Assert.Equal("deltas", Assert.Throws<ArgumentException>(() => function.SingleGradient(new float[3], new float[4], new float[3])).ParamName);
        Assert.Equal("inputDeltas", Assert.Throws<ArgumentException>(() => function.SingleGradient(new float[3], new float[3], new float[4])).ParamName);
        Assert.Equal("deltas", Assert.Throws<ArgumentException>(() => function.DoubleGradient(new double[3], new double[2], new double[3])).ParamName);
        Assert.Equal("inputDeltas", Assert.Throws<ArgumentException>(() => function.DoubleGradient(new double[3], new double[3], new double[2])).ParamName);
        function.Single([], []);
        function.DoubleGradient([], [], []);
    }

    [Theory]
    [MemberData(nameof(ActivationCases.Names), MemberType = typeof(ActivationCases))]
    public void Nothing_is_allocated(string name)
    {
        ActivationCase function = ActivationCases.All[name];
        float[] singles = new float[Longest];
        double[] doubles = new double[Longest];
        long before = 0;
        for (int i = 0; i < 3; i++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            function.Single(singles, singles);
            function.SingleGradient(singles, singles, singles);
            function.Double(doubles, doubles);
            function.DoubleGradient(doubles, doubles, doubles);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Check<T>(ValuesKernel<T> values, GradientsKernel<T> gradients)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        for (int length = 1; length <= Longest; length++)
        {
            Random random = new(length);
            GuardedArray<T> input = new(length, random), deltas = new(length, random), output = new(length, random);
            for (int i = 0; i < length; i++)
            {
                input.Span[i] *= T.CreateChecked(12);
            }

            T[] x = input.Span.ToArray(), d = deltas.Span.ToArray(), alone = new T[1];
            values(input.Span, output.Span);
            for (int i = 0; i < length; i++)
            {
                values(x.AsSpan(i, 1), alone);
                Assert.Equal(alone[0], output.Span[i]);
            }

            Assert.True(output.GuardsAreUnchanged && input.Span.SequenceEqual(x));
            values(input.Span, input.Span);
            Assert.True(input.GuardsAreUnchanged && input.Span.SequenceEqual(output.Span));

            gradients(x, deltas.Span, output.Span);
            for (int i = 0; i < length; i++)
            {
                gradients(x.AsSpan(i, 1), d.AsSpan(i, 1), alone);
                Assert.Equal(alone[0], output.Span[i]);
            }

            Assert.True(output.GuardsAreUnchanged && deltas.IsUnchanged);
            gradients(x, deltas.Span, deltas.Span);
            Assert.True(deltas.GuardsAreUnchanged && deltas.Span.SequenceEqual(output.Span));
        }
    }

    // Between and on the corners; all are floats.
    private static double[] Inputs() =>
        [0, 1, -1, 3, -3, 6, .. Enumerable.Range(0, 1001).Select(i => (double)(float)((i - 500) * 0.0211))];

    private static float[] Singles(double[] values) => Array.ConvertAll(values, value => (float)value);
}
