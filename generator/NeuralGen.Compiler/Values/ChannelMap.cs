using System.Globalization;

namespace NeuralGen.Compiler.Values;

/// <summary>Which of a channel's numbers belongs to a value of a tensor; without channels each value has its own.</summary>
/// <param name="Count">The number of channels; 0 where each value has a number of its own.</param>
/// <param name="Inner">How many neighbouring values belong to one channel: those of a plane, or 1 where channels come last.</param>
internal readonly record struct ChannelMap(int Count, int Inner)
{
    /// <summary>Whether values share their channel's number.</summary>
    public bool HasChannels => Count > 0;

    /// <summary>The channels along an axis of a shape; none where the axis is all there is.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="axis">The axis.</param>
    public static ChannelMap Along(Shape shape, int axis) =>
        shape.Rank <= 1 ? default : new ChannelMap(shape[axis], shape.Product(axis + 1, shape.Rank));

    /// <summary>The position of a value's number.</summary>
    /// <param name="index">The position of the value in its sample.</param>
    public int Of(int index) => HasChannels ? index / Inner % Count : index;

    /// <summary>The C# of that position, where a variable counts the values.</summary>
    /// <param name="index">The variable.</param>
    public string Of(string index)
    {
        string count = Count.ToString(CultureInfo.InvariantCulture);
        return !HasChannels ? index
            : Inner == 1 ? $"{index} % {count}"
            : $"{index} / {Inner.ToString(CultureInfo.InvariantCulture)} % {count}";
    }
}
