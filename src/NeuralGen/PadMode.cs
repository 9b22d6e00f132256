namespace NeuralGen;

/// <summary>What stands around the values that <see cref="PadAttribute"/> pads.</summary>
public enum PadMode
{
    /// <summary>One number.</summary>
    Constant,

    /// <summary>The values behind the border, mirrored at it; the border itself is not repeated.</summary>
    Reflect,

    /// <summary>The value at the border, again and again.</summary>
    Edge,
}
