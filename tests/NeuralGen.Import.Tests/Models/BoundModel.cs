using NeuralGen.Compiler.Binding;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Lowering.Evaluation;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Reading.Files;

namespace NeuralGen.Import.Tests.Models;

/// <summary>A model that was imported and bound: the compiler's reference arithmetic computes it.</summary>
internal sealed class BoundModel
{
    private readonly Network _network;

    private BoundModel(Network network, string text)
    {
        _network = network;
        Text = text;
    }

    /// <summary>The network's text.</summary>
    public string Text { get; }

    /// <summary>Imports and binds a model.</summary>
    public static BoundModel Of(ModelBuilder model, ImportOptions? options = null) => Of(model.Bytes, "digits.onnx", options);

    /// <summary>Imports and binds a file with these bytes.</summary>
    public static BoundModel Of(byte[] bytes, string name, ImportOptions? options = null)
    {
        using ModelFolder folder = new();
        (IReadOnlyList<Build.FileProblem> problems, Build.ImportedFile file) = folder.Import(bytes, options, name);
        Assert.Empty(problems.Select(problem => problem.Message));
        string text = File.ReadAllText(file.Network);
        WeightsFile? weights = file.Weights is { } made ? WeightsFileReader.Read("weights", File.ReadAllText(made.Facts), CancellationToken.None) : null;
        ProblemList found = new();
        NetworkDeclaration declaration = NetworkFileReader.Read(text, found, CancellationToken.None) with { Weights = weights };
        BoundNetwork bound = NetworkBinder.Bind("Net", null, declaration, "Net", found);
        Assert.Empty(found.Problems.Where(problem => problem.IsError).Select(problem => problem.Message));
        return new BoundModel(bound.Network!, text);
    }

    /// <summary>Whether it keeps a state.</summary>
    public bool HasState => _network.States.Count > 0;

    /// <summary>The first output of each of some calls, one after the other from the beginning.</summary>
    public double[] PredictSteps(double[] inputs) =>
        new StepEvaluator(_network, values => [.. Interpreter.Evaluate(_network, values) is var tensors ? _network.OutputTensors.Select(output => tensors[output]) : []])
            .Predict([inputs], inputs.Length / _network.Input.Size)[0];

    /// <summary>Whether its output can be differentiated.</summary>
    public bool HasGradient => Compiler.Lowering.Programs.Differentiability.WhyNot(_network) is null;

    /// <summary>All outputs, from the values of each input.</summary>
    public double[][] PredictAll(params double[][] inputs)
    {
        double[][] tensors = Interpreter.Evaluate(_network, inputs);
        return [.. _network.OutputTensors.Select(output => tensors[output])];
    }

    /// <summary>The first output.</summary>
    public double[] Predict(params double[] input) => Interpreter.Predict(_network, input);
}
