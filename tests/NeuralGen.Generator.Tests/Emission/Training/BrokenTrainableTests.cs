using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Emission.Training;

/// <summary>A trainable network with errors has all its members, so that nothing hides the errors.</summary>
public class BrokenTrainableTests
{
    [Fact]
    public void All_members_stand_in()
    {
        GeneratedProject project = new GeneratorHost()
            .Source("""
                using NeuralGen;
                [NeuralNetwork(Inputs = 2, Trainable = true)]
                [Normalization]
                [Dense(1, Weights = [1, 2, 3])]
                public partial class Net;
                """)
            .Source("""
                public static class User
                {
                    public static float Use(Net net, System.IO.Stream stream)
                    {
                        NeuralGen.ITrainableNetwork<float> any = net;
                        float[] gradient = new float[net.Parameters.Length];
                        net.Initialize(1);
                        net.FitNormalization(gradient);
                        net.FitNormalization(gradient, NeuralGen.NormalizationMethod.MinMax);
                        any.ScaleOutputs(gradient, gradient);
                        net.Save(stream);
                        net.Load(stream);
                        net.PredictBatch(gradient, gradient);
                        net.InputJacobian(gradient, gradient);
                        return net.Predict(1, 2) + net.Loss(gradient, gradient) + net.Gradient(gradient, gradient, gradient)
                            + net.GradientBatch(gradient, gradient, gradient) + (net.NeedsNormalization ? 1 : 0) + any.InputSize + Net.InputSize
                            + any.InputNames.Length + any.OutputNames.Length + any.LabelNames.Length + any.Architecture.Count + Net.InputNames.Length + Net.OutputNames.Length + Net.LabelNames.Length;
                    }
                }
                """, "User.cs")
            .Run();
        Assert.Empty(project.CompilerDiagnostics);
        Assert.Equal(["NEURAL0103"], project.Analyze().Select(diagnostic => diagnostic.Id));
    }
}
