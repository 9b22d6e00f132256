namespace NeuralGen.Compiler.Binding;

/// <summary>The forms that the name of a node can have.</summary>
internal enum NodeForm
{
    /// <summary><c>node_0_1</c>.</summary>
    Hidden,

    /// <summary><c>node_1</c>, with one hidden layer.</summary>
    SingleHidden,

    /// <summary><c>output</c>.</summary>
    Output,

    /// <summary><c>output_1</c>.</summary>
    NumberedOutput,
}
