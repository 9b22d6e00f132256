using NeuralGen.Import.Graphs;
using NeuralGen.Import.Writing;

namespace NeuralGen.Import;

/// <summary>A model as layers.</summary>
/// <param name="Inputs">What goes in.</param>
/// <param name="Outputs">What comes out.</param>
/// <param name="Layers">What computes the one from the other.</param>
/// <param name="IsDouble">Whether the model computes with 64-bit floats.</param>
internal sealed record ImportedModel(IReadOnlyList<Port> Inputs, IReadOnlyList<Port> Outputs, IReadOnlyList<Layer> Layers, bool IsDouble)
{
    /// <summary>Whether something stands against the model, so that only inputs and outputs are there, as far as they are known.</summary>
    public bool IsMissing { get; init; }

    /// <summary>The inputs that the model has, in its order, with those that are fixed.</summary>
    public IReadOnlyList<ModelPort> ModelInputs { get; init; } = [];

    /// <summary>The outputs that the model has, in its order, with those that were left out.</summary>
    public IReadOnlyList<ModelPort> ModelOutputs { get; init; } = [];

    /// <summary>The inputs that get what outputs were in the call before, by their names here.</summary>
    public IReadOnlyList<(string Input, string Output)> States { get; init; } = [];

    /// <summary>Whether it goes step by step, unless the project says otherwise.</summary>
    public bool IsStepwise { get; init; }

    /// <summary>The classes that the model names.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>What wrote it; empty where nobody knows.</summary>
    public string Producer { get; init; } = "";

    /// <summary>The version of that; empty where nobody knows.</summary>
    public string ProducerVersion { get; init; } = "";

    /// <summary>The version of the operators of ONNX; null where it has none.</summary>
    public long? Opset { get; init; }

    /// <summary>Whether samples of a batch stand first in all inputs and outputs, and never meet on the way.</summary>
    public bool HasBatches { get; init; } = true;

    /// <summary>Whether some of its values lie in files beside it.</summary>
    public bool HasExternalData { get; init; }
}
