namespace NeuralGen;

/// <summary>Declares a part of the values along an axis, as Python's slices: what lies beyond the axis is cut off.</summary>
public sealed class SliceAttribute : LayerAttribute
{
    /// <summary>Gets or sets the axis, counted from 0 without the batch, negative ones from the end; the first when left out.</summary>
    public int Axis { get; set; }

    /// <summary>Gets or sets the first position, negative ones counted from the end; the first of all, or the last where
    /// <see cref="Step"/> is negative, when left out.</summary>
    public int Start { get; set; }

    /// <summary>Gets or sets the position behind the last one, negative ones counted from the end; all the rest when left out.</summary>
    public int End { get; set; } = 2147483647;

    /// <summary>Gets or sets the distance between two positions, other than 0; negative ones go backwards.</summary>
    public int Step { get; set; } = 1;
}
