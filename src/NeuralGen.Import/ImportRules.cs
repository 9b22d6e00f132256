using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Import;

/// <summary>Rules about models of other tools.</summary>
internal static class ImportRules
{
    public static readonly Rule Malformed = Rule.Error(405, "A model is whole", "'{0}' cannot be read as an ONNX model: {1}");

    public static readonly Rule Version = Rule.Error(406, "The version of a model is known", "'{0}' {1}");

    public static readonly Rule Operator = Rule.Error(407, "Every operator of a model can be compiled", "Node '{0}' ({1}) cannot be compiled: {2}");

    public static readonly Rule Open = Rule.Error(408, "What decides shapes is known at build time", "Node '{0}' ({1}) needs {2} when the model is built, but it depends on the input '{3}'; fix that by Constants=\"{4}=...\" on the item");

    public static readonly Rule Dimension = Rule.Error(409, "The shapes of inputs are known", "Input '{0}' has {1}; say its shape by InputShapes=\"{2}=...\" on the item");

    public static readonly Rule Graph = Rule.Error(410, "A model's graph is sound", "'{0}' is no sound graph: {1}");

    public static readonly Rule Setting = Rule.Error(411, "Metadata of a model's item fits the model", "'{0}' of the item '{1}' {2}");

    public static readonly Rule Border = Rule.Error(412, "Inputs and outputs can be passed as spans", "{0} '{1}' has elements of type {2}, which cannot be passed");

    public static readonly Rule Data = Rule.Error(413, "The values of a model's tensors can be read", "Tensor '{0}' cannot be read: {1}");

    public static readonly Rule Tests = Rule.Error(420, "The tests of a model fit it", "'Tests' of the item '{0}': {1}");

    public static readonly Rule Nnet = Rule.Error(421, "A file of the NNet format is whole", "'{0}' cannot be read as an NNet file: {1}");

    public static readonly Rule RtNeural = Rule.Error(427, "A file of RTNeural is whole", "'{0}' cannot be read as a network of RTNeural: {1}");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } = [Malformed, Version, Operator, Open, Dimension, Graph, Setting, Border, Data, Tests, Nnet, RtNeural];
}
