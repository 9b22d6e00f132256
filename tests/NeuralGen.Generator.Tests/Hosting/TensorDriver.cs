using System.Reflection;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>Calls a compiled network with several inputs or outputs, by a class that is compiled beside it: reflection cannot pass spans.</summary>
internal sealed class TensorDriver
{
    private readonly Type _type;

    /// <summary>The driver of a network.</summary>
    /// <param name="assembly">The assembly with the network and its driver.</param>
    /// <param name="network">The network's type.</param>
    public TensorDriver(Assembly assembly, string network) => _type = assembly.GetType(network + "Driver", throwOnError: true)!;

    /// <summary>The text of a driver.</summary>
    /// <param name="network">The network's type.</param>
    /// <param name="number">The type of the network's numbers.</param>
    /// <param name="inputs">The inputs: their types and sizes.</param>
    /// <param name="outputs">The outputs.</param>
    /// <param name="parameters">How many parameters there are; null where there are no gradients.</param>
    /// <param name="isTrainable">Whether the network owns its parameters.</param>
    public static string Text(string network, string number, (Compiler.Values.ElementType Type, int Size)[] inputs, (Compiler.Values.ElementType Type, int Size)[] outputs, int? parameters, bool isTrainable = false)
    {
        string type = network;
        network = isTrainable ? "Instance" : network;
        string Name(Compiler.Values.ElementType type) => type == Compiler.Values.ElementType.Float ? number : Compiler.Values.ElementTypes.Name(type);
        string spans = string.Join(", ", inputs.Select((input, i) => $"To{Name(input.Type)}(x[{i}])"));
        string results = string.Join(", ", outputs.Select((_, i) => $"y{i}"));
        string Rooms(string rows) => string.Concat(outputs.Select((output, i) => $"        {Name(output.Type)}[] y{i} = new {Name(output.Type)}[{rows}{output.Size}];\n"));
        string back = string.Join(", ", outputs.Select((_, i) => $"System.Array.ConvertAll(y{i}, v => System.Convert.ToDouble(v))"));
        string gradients = parameters is not { } count ? "" : $$"""

                public static double Loss(double[][] x, double[] target) => {{network}}.Loss({{spans}}, To{{number}}(target));

                public static double[] Gradient(double[][] x, double[] target)
                {
                    {{number}}[] gradient = new {{number}}[{{count}}];
                    {{network}}.Gradient({{spans}}, To{{number}}(target), gradient);
                    return System.Array.ConvertAll(gradient, v => (double)v);
                }

                public static double[] GradientBatch(double[][] x, double[] target)
                {
                    {{number}}[] gradient = new {{number}}[{{count}}];
                    {{network}}.GradientBatch({{spans}}, To{{number}}(target), gradient);
                    return System.Array.ConvertAll(gradient, v => (double)v);
                }

                public static double[] InputJacobian(double[][] x)
                {
                    {{number}}[] jacobian = new {{number}}[{{outputs[0].Size * inputs.Where(input => input.Type == Compiler.Values.ElementType.Float).Sum(input => input.Size)}}];
                    {{network}}.InputJacobian({{spans}}, jacobian);
                    return System.Array.ConvertAll(jacobian, v => (double)v);
                }
            """;
        string instance = !isTrainable ? "" : $$"""

                private static readonly {{type}} Instance = new {{type}}();

                public static string Save()
                {
                    using (System.IO.MemoryStream stream = new System.IO.MemoryStream())
                    {
                        Instance.Save(stream);
                        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
                    }
                }
            """;
        return $$"""
            public static class {{type}}Driver
            {
            {{instance}}
                public static double[][] Predict(double[][] x)
                {
            {{Rooms("")}}        {{network}}.Predict({{spans}}, {{results}});
                    return new double[][] { {{back}} };
                }

                public static double[][] PredictBatch(double[][] x)
                {
                    int rows = x[0].Length / {{inputs[0].Size}};
            {{Rooms("rows * ")}}        {{network}}.PredictBatch({{spans}}, {{results}});
                    return new double[][] { {{back}} };
                }
            {{gradients}}
                private static float[] Tofloat(double[] x) => System.Array.ConvertAll(x, v => (float)v);
                private static double[] Todouble(double[] x) => x;
                private static int[] Toint(double[] x) => System.Array.ConvertAll(x, v => (int)v);
                private static long[] Tolong(double[] x) => System.Array.ConvertAll(x, v => (long)v);
                private static bool[] Tobool(double[] x) => System.Array.ConvertAll(x, v => v != 0);
                private static byte[] Tobyte(double[] x) => System.Array.ConvertAll(x, v => (byte)v);
                private static sbyte[] Tosbyte(double[] x) => System.Array.ConvertAll(x, v => (sbyte)v);
            }

            """;
    }

    public double[][] Predict(double[][] inputs) => (double[][])Call("Predict", inputs);

    public double[][] PredictBatch(double[][] inputs) => (double[][])Call("PredictBatch", inputs);

    public string Save() => (string)Call("Save", Array.Empty<object>());

    public double Loss(double[][] inputs, double[] target) => (double)Call("Loss", inputs, target);

    public double[] Gradient(double[][] inputs, double[] target) => (double[])Call("Gradient", inputs, target);

    public double[] GradientBatch(double[][] inputs, double[] targets) => (double[])Call("GradientBatch", inputs, targets);

    public double[] InputJacobian(double[][] inputs) => (double[])Call("InputJacobian", [inputs]);

    private object Call(string method, params object[] arguments) => _type.GetMethod(method)!.Invoke(null, arguments)!;

    private object Call(string method, double[][] inputs) => Call(method, [inputs]);
}
