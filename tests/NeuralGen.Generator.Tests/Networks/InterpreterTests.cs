using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Reading.Files;
using NeuralGen.Compiler.Values;
using NeuralGen.Generator.Tests.Emission.Gradients;

namespace NeuralGen.Generator.Tests.Networks;

/// <summary>The oracle of generated code against PyTorch: operation by operation, exactly, rounded and after the passes.</summary>
public class InterpreterTests
{
    /// <summary>The cases' positions and names.</summary>
    public static TheoryData<int, string> Cases()
    {
        TheoryData<int, string> cases = new();
        for (int i = 0; i < SpatialCase.All.Count; i++)
        {
            cases.Add(i, SpatialCase.All[i].Name);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Outputs_are_those_of_PyTorch(int index, string name)
    {
        SpatialCase item = SpatialCase.All[index];
        Network network = Bind(item.ToJson("double", "auto"));
        Network single = Bind(item.ToJson("single", "auto"));
        Network lowered = Lowerer.Lower(network).Network;
        Network packed = Lowerer.Lower(single, hasVectors: true).Network;
        Rounding rounding = new(single.Precision);
        foreach (SpatialRow row in item.Rows)
        {
            Close(name, row.Output, Interpreter.Predict(network, row.Input), 1e-12);
            Close(name + ", lowered", row.Output, Interpreter.Predict(lowered, row.Input), 1e-12);
            Close(name + ", packed", row.Output, Interpreter.Predict(packed, row.Input), 1e-6);

            double[][] tensors = new double[single.Tensors.Count][];
            tensors[0] = rounding.Of(row.Input);
            foreach (Operation operation in single.Operations)
            {
                tensors[operation.Output] = operation.Evaluate([.. operation.Inputs.Select(input => tensors[input])], rounding);
            }

            Close(name + ", rounded", row.Output, tensors[single.OutputTensor], 1e-5);
            Assert.All(tensors[single.OutputTensor], value => Assert.Equal((float)value, value));
        }
    }

    private static void Close(string what, double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        double most = tolerance * expected.Select(Math.Abs).Append(1).Max();
        Assert.All(expected.Zip(actual), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= most, $"{what}: {pair.Second:R} instead of {pair.First:R}"));
    }

    internal static Network Bind(string json)
    {
        ProblemList problems = new();
        return NetworkBinder.Bind("Case", null, NetworkFileReader.Read(json, problems, default), "case.nn.json", problems).Network!;
    }
}
