namespace NeuralGen.Compiler.Layers.Shapes;

/// <summary>What stands around a padded tensor.</summary>
internal enum PadMode
{
    /// <summary>One number.</summary>
    Constant,

    /// <summary>The values behind the border, mirrored at it; the border itself is not repeated.</summary>
    Reflect,

    /// <summary>The value at the border, again and again.</summary>
    Edge,
}
