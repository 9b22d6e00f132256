using System.Reflection;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>Calls the generated members of a type, in whichever precision they have.</summary>
internal sealed class CompiledNetwork
{
    private readonly Type _type;

    /// <summary>A network that owns its parameters; null where all members are static.</summary>
    private readonly object? _instance;

    public CompiledNetwork(Type type)
    {
        _type = type;
        _instance = type.GetMethod("PredictBatch")!.IsStatic ? null : Activator.CreateInstance(type);
        IsDouble = type.GetMethods().Any(method => method.Name == "PredictBatch" && method.GetParameters()[0].ParameterType == typeof(ReadOnlySpan<double>));
    }

    private delegate void SpanPredict<T>(ReadOnlySpan<T> input, Span<T> output);

    private delegate T ScalarPredict<T>(ReadOnlySpan<T> input);

    private delegate ReadOnlySpan<T> Values<T>();

    private delegate T SampleLoss<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> target);

    private delegate T SampleGradient<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> target, Span<T> gradient);

    public bool IsDouble { get; }

    public Type Type => _type;

    public int InputSize => Constant("InputSize");

    public int OutputSize => Constant("OutputSize");

    public int ParameterCount => Constant("ParameterCount");

    public double[] Parameters => IsDouble
        ? Property<Values<double>>("Parameters")().ToArray()
        : Widen(Property<Values<float>>("Parameters")().ToArray());

    public double[] Predict(params double[] input) => Call("Predict", input, OutputSize);

    public double[] PredictBatch(double[] inputs) => Call("PredictBatch", inputs, inputs.Length / InputSize * OutputSize);

    public double Loss(double[] input, double[] target) => IsDouble
        ? Method<SampleLoss<double>>("Loss", typeof(ReadOnlySpan<double>), typeof(ReadOnlySpan<double>))(input, target)
        : Method<SampleLoss<float>>("Loss", typeof(ReadOnlySpan<float>), typeof(ReadOnlySpan<float>))(Narrow(input), Narrow(target));

    public double[] Gradient(double[] input, double[] target, out double loss) => CallGradient("Gradient", input, target, out loss);

    public double[] GradientBatch(double[] inputs, double[] targets, out double loss) => CallGradient("GradientBatch", inputs, targets, out loss);

    public double[] InputJacobian(double[] input) => Call("InputJacobian", input, InputSize * OutputSize);

    public double PredictScalar(params double[] input) => IsDouble
        ? Method<ScalarPredict<double>>("Predict", typeof(ReadOnlySpan<double>))(input)
        : Method<ScalarPredict<float>>("Predict", typeof(ReadOnlySpan<float>))(Narrow(input));

    public double PredictNamed(params double[] input)
    {
        Type number = IsDouble ? typeof(double) : typeof(float);
        MethodInfo method = _type.GetMethod("Predict", [.. input.Select(_ => number)])!;
        object result = method.Invoke(_instance, [.. input.Select(value => IsDouble ? value : (object)(float)value)])!;
        return Convert.ToDouble(result, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static float[] Narrow(double[] values) => Array.ConvertAll(values, value => (float)value);

    private static double[] Widen(float[] values) => Array.ConvertAll(values, value => (double)value);

    private int Constant(string name) => (int)_type.GetField(name)!.GetRawConstantValue()!;

    private double[] Call(string method, double[] input, int outputs)
    {
        if (IsDouble)
        {
            double[] wide = new double[outputs];
            Method<SpanPredict<double>>(method, typeof(ReadOnlySpan<double>), typeof(Span<double>))(input, wide);
            return wide;
        }

        float[] output = new float[outputs];
        Method<SpanPredict<float>>(method, typeof(ReadOnlySpan<float>), typeof(Span<float>))(Narrow(input), output);
        return Widen(output);
    }

    private double[] CallGradient(string method, double[] input, double[] target, out double loss)
    {
        if (IsDouble)
        {
            double[] wide = [.. Enumerable.Repeat(double.NaN, ParameterCount)];
            loss = Method<SampleGradient<double>>(method, typeof(ReadOnlySpan<double>), typeof(ReadOnlySpan<double>), typeof(Span<double>))(input, target, wide);
            return wide;
        }

        float[] gradient = [.. Enumerable.Repeat(float.NaN, ParameterCount)];
        loss = Method<SampleGradient<float>>(method, typeof(ReadOnlySpan<float>), typeof(ReadOnlySpan<float>), typeof(Span<float>))(Narrow(input), Narrow(target), gradient);
        return Widen(gradient);
    }

    private T Method<T>(string name, params Type[] parameters)
        where T : Delegate =>
        _type.GetMethod(name, parameters)!.CreateDelegate<T>(_instance);

    private T Property<T>(string name)
        where T : Delegate =>
        _type.GetProperty(name)!.GetMethod!.CreateDelegate<T>();
}
