namespace NeuralGen.Compiler.Layers;

/// <summary>What sort of value an argument of a layer takes.</summary>
internal enum ArgumentKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A list of numbers.</summary>
    Numbers,

    /// <summary>A list of rows of numbers.</summary>
    Rows,

    /// <summary>Numbers in nested lists of any depth.</summary>
    Tensor,

    /// <summary>Elements of any type, one by itself or in nested lists of any depth.</summary>
    Elements,

    /// <summary>A list of whole numbers.</summary>
    Integers,

    /// <summary>A list of names.</summary>
    Names,

    /// <summary>A whole number per axis, or one for all.</summary>
    Sizes,

    /// <summary>Whole numbers as <see cref="Sizes"/>, or a word.</summary>
    Padding,

    /// <summary>A word of a few.</summary>
    Word,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>The order of weights.</summary>
    Layout,

    /// <summary>An activation function.</summary>
    Activation,

    /// <summary>A network: its inputs, layers and outputs.</summary>
    Network,
}
