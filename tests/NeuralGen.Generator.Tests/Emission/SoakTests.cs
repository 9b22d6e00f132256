using NeuralGen.Generator.Tests.Hosting;
using Xunit.Abstractions;

namespace NeuralGen.Generator.Tests.Emission;

/// <summary>Sixteen threads call networks of every form of code for a minute, or a second where not everything runs: all results are equal.</summary>
public class SoakTests(ITestOutputHelper output)
{
    private const int Threads = 16;
    private const int Rows = 64;

    [Theory]
    [MemberData(nameof(RuntimeTests.Shapes), MemberType = typeof(RuntimeTests))]
    public void Many_threads_give_equal_results_for_long(string name, string text)
    {
        Predict predict = new GeneratorHost().File("Net.nn.json", text).Source("""
            public static class Caller
            {
                public static float Call(float x, float y)
                {
                    System.Span<float> outputs = stackalloc float[Project.Net.OutputSize];
                    System.ReadOnlySpan<float> inputs = stackalloc float[] { x, y };
                    Project.Net.Predict(inputs, outputs);
                    return outputs[0] + (int)Project.Net.Classify(inputs);
                }
            }
            """).Run().Load().GetType("Caller")!.GetMethod("Call")!.CreateDelegate<Predict>();
        int[] expected = [.. Enumerable.Range(0, Rows).Select(row => Bits(predict, row))];
        TimeSpan time = TestShare.IsAll ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1);
        long end = Environment.TickCount64 + (long)time.TotalMilliseconds;
        long calls = 0;
        int wrong = 0;
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
        {
            for (int row = thread; Environment.TickCount64 < end; row = (row + 1) % Rows)
            {
                if (Bits(predict, row) != expected[row])
                {
                    Interlocked.Increment(ref wrong);
                }

                Interlocked.Increment(ref calls);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        output.WriteLine($"{name}: {calls} calls.");
        Assert.Equal(0, wrong);
        Assert.True(calls > Threads);
    }

    private static int Bits(Predict predict, int row) => BitConverter.SingleToInt32Bits(predict(MathF.Sin(row), MathF.Cos(row)));

    private delegate float Predict(float x, float y);
}
