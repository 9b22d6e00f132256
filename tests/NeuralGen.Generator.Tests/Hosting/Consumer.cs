namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>What the rest of a project does with a network.</summary>
internal static class Consumer
{
    /// <summary>The path of the source.</summary>
    public const string Path = "Consumer.cs";

    /// <summary>The network as a field, a parameter and a return type, and its members called, in whichever precision they have.</summary>
    public const string Everything = """
        internal sealed class Consumer
        {
            private readonly Net? _network;

            public Consumer(Net? network) => _network = network;

            public Net? Network() => _network;

            public static int Use()
            {
                _ = Net.Predict(Net.Parameters);
                Net.Predict(Net.Parameters, Room(Net.Parameters));
                Net.PredictBatch(Net.Parameters, Room(Net.Parameters));
                return Net.InputSize + Net.OutputSize + Net.ParameterCount + Net.Parameters.Length + Unrelated.One;
            }

            private static System.Span<T> Room<T>(System.ReadOnlySpan<T> values) => new T[values.Length];
        }

        internal static class Unrelated
        {
            public static int One => 1;
        }
        """;

    /// <summary>The network as a type only.</summary>
    public const string TypeOnly = """
        internal sealed class Consumer
        {
            private readonly Net? _network;

            public Consumer(Net? network) => _network = network;

            public Net? Network() => _network;
        }
        """;
}
