namespace NeuralGen.Import.Graphs;

/// <summary>Where the samples of a batch lie in a tensor: along one axis, which has outer · samples · inner positions.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Outer">How many positions of the axis change more slowly than the samples.</param>
/// <param name="Inner">How many positions each sample has there.</param>
internal sealed record SampleAxis(int Axis, int Outer, int Inner)
{
    /// <summary>A sample per position of the first axis.</summary>
    public static SampleAxis First { get; } = new(0, 1, 1);

    /// <summary>Nowhere, since samples have met each other.</summary>
    public static SampleAxis Mixed { get; } = new(-1, 0, 0);

    /// <summary>Whether samples have met each other.</summary>
    public bool IsMixed => Axis < 0;

    /// <summary>The size of the axis for one sample.</summary>
    public int Size => Outer * Inner;

    /// <summary>The same along another axis.</summary>
    public SampleAxis At(int axis) => IsMixed ? this : this with { Axis = axis };

    /// <summary>What is left when an axis is taken out.</summary>
    public SampleAxis Without(int axis) => Axis == axis ? Mixed : Axis > axis ? At(Axis - 1) : this;

    /// <summary>The same with one axis more.</summary>
    public SampleAxis Inserted(int axis) => Axis >= axis ? At(Axis + 1) : this;
}
