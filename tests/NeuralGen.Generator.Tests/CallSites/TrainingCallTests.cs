using Microsoft.CodeAnalysis;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.CallSites;

/// <summary>Buffers of the members that training uses; the network is known by its constants, whoever wrote it.</summary>
public class TrainingCallTests
{
    private const string Network = """
        using System;
        public static class Net
        {
            public const int InputSize = 3, OutputSize = 2, ParameterCount = 8;
            public static void PredictBatch(ReadOnlySpan<float> inputs, Span<float> outputs) { }
            public static float Loss(ReadOnlySpan<float> input, ReadOnlySpan<float> target) => 0;
            public static float Gradient(ReadOnlySpan<float> input, ReadOnlySpan<float> target, Span<float> gradient) => 0;
            public static float GradientBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient) => 0;
            public static void InputJacobian(ReadOnlySpan<float> input, Span<float> jacobian) { }
        }
        """;

    [Theory]
    [InlineData("Net.Gradient(new float[3], new float[2], new float[7]);", "'gradient' of Net.Gradient gets 7 values; 8 are needed, which is ParameterCount")]
    [InlineData("Net.Gradient(new float[3], new float[1], new float[8]);", "'target' of Net.Gradient gets 1 value; 2 are needed, which is OutputSize")]
    [InlineData("Net.InputJacobian(new float[3], new float[5]);", "'jacobian' of Net.InputJacobian gets 5 values; 6 are needed, which is OutputSize * InputSize")]
    [InlineData("Net.GradientBatch(new float[6], new float[6], new float[8]);", "'targets' of Net.GradientBatch has room for 3 samples but 'inputs' has 2 samples")]
    [InlineData("_ = Net.Loss(new float[2], new float[3]);", "Net.Loss gets 2 values as 'input' and 3 values as 'target': the two are swapped, 'input' has 3 and 'target' has 2")]
    [InlineData("Net.Loss(new float[3], new float[2]);", "The result of Net.Loss is not used, and the call does nothing else")]
    public void A_wrong_buffer_is_reported(string statement, string message)
    {
        Diagnostic diagnostic = Assert.Single(Analyze(statement));
        Assert.Equal(message, diagnostic.Text());
    }

    [Theory]
    [InlineData("Net.Gradient(new float[3], new float[2], new float[8]);")]
    [InlineData("Net.GradientBatch(new float[6], new float[4], new float[Net.ParameterCount]);")]
    [InlineData("Net.InputJacobian(new float[3], new float[Net.OutputSize * Net.InputSize]);")]
    public void A_right_buffer_is_left_alone(string statement) => Assert.Empty(Analyze(statement));

    [Theory]
    [InlineData("new Net().Gradient(new float[3], new float[1], new float[7]);", "'gradient' of Net.Gradient gets 7 values; 4 are needed, which is ParameterCount")]
    [InlineData("new Net().FitNormalization(new float[4]);", "'inputs' of Net.FitNormalization gets 4 values, which is no whole number of samples of 3 values")]
    [InlineData("new Net().Predict(1, 2, 3);", "The result of Net.Predict is not used, and the call does nothing else")]
    public void Calls_of_a_trainable_network_are_checked(string statement, string message)
    {
        GeneratedProject project = new GeneratorHost()
            .Source("using NeuralGen; [NeuralNetwork(Inputs = 3, Trainable = true)] [Normalization] [Dense(1)] public partial class Net;")
            .Source($"class C {{ void M() {{ new Net().Initialize(1); {statement} }} }}", "Caller.cs")
            .Run();
        Assert.Empty(project.CompilerDiagnostics);
        Assert.Equal(message, Assert.Single(project.Analyze()).Text());
    }

    private static IReadOnlyList<Diagnostic> Analyze(string statement)
    {
        GeneratedProject project = new GeneratorHost().Source(Network).Source($"class C {{ void M() {{ {statement} }} }}", "Caller.cs").Run();
        Assert.Empty(project.CompilerDiagnostics);
        return project.Analyze();
    }
}
