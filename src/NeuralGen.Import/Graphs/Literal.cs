namespace NeuralGen.Import.Graphs;

/// <summary>A tensor whose values are known: floats as doubles, whole numbers and truth values as 64-bit numbers.</summary>
internal sealed class Literal
{
    private readonly double[]? _floats;
    private readonly long[]? _integers;

    private Literal(ElementKind kind, int[] shape, double[]? floats, long[]? integers, string[]? texts)
    {
        Kind = kind;
        Shape = shape;
        _floats = floats;
        _integers = integers;
        Texts = texts;
    }

    /// <summary>What its elements are.</summary>
    public ElementKind Kind { get; }

    /// <summary>Its shape.</summary>
    public int[] Shape { get; }

    /// <summary>The values where they are texts.</summary>
    public string[]? Texts { get; }

    /// <summary>How many values there are.</summary>
    public int Count => _floats?.Length ?? _integers?.Length ?? Texts!.Length;

    /// <summary>Makes one of floats.</summary>
    public static Literal Of(ElementKind kind, int[] shape, double[] values) => new(kind, shape, values, null, null);

    /// <summary>Makes one of whole numbers, which are already those of the kind.</summary>
    public static Literal Of(ElementKind kind, int[] shape, long[] values) => new(kind, shape, null, values, null);

    /// <summary>Makes one of texts.</summary>
    public static Literal Of(int[] shape, string[] values) => new(ElementKind.String, shape, null, null, values);

    /// <summary>Makes a list of 64-bit numbers.</summary>
    public static Literal Of(params long[] values) => Of(ElementKind.Int64, [values.Length], values);

    /// <summary>A value as a float.</summary>
    public double Number(int index) => _floats is not null ? _floats[index] : ToNumber(_integers![index]);

    /// <summary>A value as a whole number; fractions are cut off.</summary>
    public long Integer(int index) => _integers is not null ? _integers[index] : ToInteger(_floats![index]);

    /// <summary>All values as floats.</summary>
    public double[] Numbers() => _floats ?? Array.ConvertAll(_integers!, ToNumber);

    /// <summary>All values as whole numbers.</summary>
    public long[] Integers() => _integers ?? Array.ConvertAll(_floats!, ToInteger);

    /// <summary>The same values with other axes.</summary>
    public Literal Reshaped(int[] shape) => new(Kind, shape, _floats, _integers, Texts);

    /// <summary>The values at some places; a place of -1 takes the filling.</summary>
    public Literal At(int[] shape, int[] places, double filling = 0) =>
        _floats is not null ? Of(Kind, shape, Array.ConvertAll(places, place => place < 0 ? filling : _floats[place]))
        : _integers is not null ? Of(Kind, shape, Array.ConvertAll(places, place => place < 0 ? Kind.Wrap((long)filling) : _integers[place]))
        : Of(shape, Array.ConvertAll(places, place => place < 0 ? "" : Texts![place]));

    /// <summary>As elements of another kind, as ONNX's Cast.</summary>
    public Literal Cast(ElementKind kind) =>
        kind == Kind ? this
        : kind == ElementKind.Bool ? Of(kind, Shape, _floats is not null ? Array.ConvertAll(_floats, value => value != 0 ? 1L : 0) : Array.ConvertAll(_integers!, value => value != 0 ? 1L : 0))
        : kind.IsFloat() ? Of(kind, Shape, kind == ElementKind.Double ? Numbers() : Array.ConvertAll(Numbers(), value => (double)(float)value))
        : Of(kind, Shape, Array.ConvertAll(Integers(), value => kind.Wrap(value)));

    private double ToNumber(long value) => Kind == ElementKind.UInt64 ? (ulong)value : value;

    private static long ToInteger(double value) => double.IsNaN(value) ? 0 : value >= long.MaxValue ? long.MaxValue : value <= long.MinValue ? long.MinValue : (long)value;
}
