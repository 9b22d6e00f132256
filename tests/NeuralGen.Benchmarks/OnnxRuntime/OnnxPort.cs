namespace NeuralGen.Benchmarks.OnnxRuntime;

/// <summary>An input or output of a model.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Shape">Its shape; no numbers for a scalar.</param>
/// <param name="Values">What an input is at first: numbers of <see langword="float"/> or <see langword="long"/>; outputs are <see langword="float"/>.</param>
internal sealed record OnnxPort(string Name, long[] Shape, Array Values)
{
    public static OnnxPort Of(string name, float[] values, params long[] shape) => new(name, shape, values);

    public static OnnxPort Output(string name, params long[] shape) => new(name, shape, new float[shape.Aggregate(1L, (size, axis) => size * axis)]);

    /// <summary>Gets the number of the element type in onnx.proto.</summary>
    public int ElementType => Values.GetType().GetElementType() == typeof(long) ? 7 : 1;

    public int Bytes => Buffer.ByteLength(Values);
}
