using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;

namespace NeuralGen.Import.Tests.Operators;

/// <summary>Whole numbers for which networks have no type of their own, against C#'s.</summary>
public sealed class WidenedNumberTests : IDisposable
{
    private static readonly (string Name, int Operands, Func<long, long, Int128> Value)[] Operators =
    [
        ("Add", 2, (x, y) => (Int128)x + y),
        ("Sub", 2, (x, y) => (Int128)x - y),
        ("Mul", 2, (x, y) => (Int128)x * y),
        ("BitwiseAnd", 2, (x, y) => x & y),
        ("BitwiseOr", 2, (x, y) => x | y),
        ("BitwiseXor", 2, (x, y) => x ^ y),
        ("BitwiseNot", 1, (x, _) => ~x),
        ("Neg", 1, (x, _) => -(Int128)x),
    ];

    private readonly ModelFolder _folder = new();

    public static TheoryData<int, string> Cases
    {
        get
        {
            TheoryData<int, string> cases = [];
            foreach (ElementKind kind in new[] { ElementKind.Int16, ElementKind.UInt16, ElementKind.UInt32, ElementKind.UInt64 })
            {
                foreach ((string name, _, _) in Operators)
                {
                    cases.Add((int)kind, name);
                }
            }

            return cases;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_does_not_fit_wraps(int number, string name)
    {
        ElementKind kind = (ElementKind)number;
        (_, int operands, Func<long, long, Int128> value) = Operators.Single(candidate => candidate.Name == name);
        double[] left = Values(kind, 5, name == "Mul");
        double[] right = Values(kind, 11, name == "Mul");
        Check(kind, left, right, model => model.Node(name, operands == 1 ? "a" : "a b", "r"), (x, y) => Held(kind, value(x, y)));
    }

    [Theory]
    [InlineData((int)ElementKind.UInt16, "LEFT")]
    [InlineData((int)ElementKind.UInt16, "RIGHT")]
    [InlineData((int)ElementKind.UInt32, "LEFT")]
    [InlineData((int)ElementKind.UInt32, "RIGHT")]
    [InlineData((int)ElementKind.UInt64, "LEFT")]
    [InlineData((int)ElementKind.UInt64, "RIGHT")]
    public void Bits_move_within_the_type(int number, string direction)
    {
        ElementKind kind = (ElementKind)number;
        double[] shifts = [.. Enumerable.Range(0, 16).Select(i => (double)(i % 15))];
        AttributeProto attribute = new() { Name = "direction", S = Google.Protobuf.ByteString.CopyFromUtf8(direction), Type = 3 };
        Check(kind, Values(kind, 5), shifts, model => model.Node("BitShift", "a b", "r", attribute), (x, y) => Held(kind, direction == "LEFT" ? (Int128)x << (int)y : Unsigned(kind, x) >> (int)y));
    }

    [Fact]
    public void The_largest_of_64_bits_are_larger_than_others_and_positive_as_floats()
    {
        ModelBuilder model = new ModelBuilder(18).Input("x", 4).Node("Cast", "x", "a", To(ElementKind.UInt64)).Node("BitwiseNot", "a", "n").Node("Less", "a n", "l")
            .Node("Cast", "l", "f", To(ElementKind.Float)).Node("Cast", "n", "g", To(ElementKind.Float)).Node("Mul", "f g", "y").Output("y");
        double[] found = BoundModel.Of(model).Predict([0, 1, 5, 1e15]);
        Assert.Equal([(float)ulong.MaxValue, (float)(ulong.MaxValue - 1), (float)(ulong.MaxValue - 5), (float)(ulong.MaxValue - (ulong)1e15f)], found.Select(value => (float)value));
    }

    [Fact]
    public void Sums_wrap_too()
    {
        ModelBuilder model = new ModelBuilder(18).Input("x", 2, 3).Node("Cast", "x", "a", To(ElementKind.UInt32)).Numbers("axes", 1).Node("ReduceSum", "a axes", "s")
            .Node("Cast", "s", "y", To(ElementKind.Float)).Output("y");
        uint large = 4_000_000_000;
        Assert.Equal([unchecked(large + large + 512), 6f], BoundModel.Of(model).Predict([large, large, 512, 1, 2, 3]).Select(value => (float)value));
    }

    [Fact]
    public void Quantized_numbers_of_16_bits_are_what_they_stand_for()
    {
        ModelBuilder model = new ModelBuilder(21).Input("x", 5).Tensor("scale", [], 0.01f).Tensor(Zero(ElementKind.UInt16, 30000)).Node("QuantizeLinear", "x scale zero", "q").Node("DequantizeLinear", "q scale zero", "y").Output("y");
        double[] found = BoundModel.Of(model).Predict([0.004, 1.234, -299, -1000, 1e6]);
        Assert.All(new[] { 0, 1.23, -299, -300, 355.35 }.Zip(found), pair => Assert.InRange(pair.Second, pair.First - 1e-4, pair.First + 1e-4));
    }

    [Fact]
    public void What_needs_the_sign_is_refused_for_64_bits_without_one()
    {
        ModelBuilder model = new ModelBuilder(18).Input("x", 4).Node("Cast", "x", "a", To(ElementKind.UInt64)).Node("Div", "a a", "d").Node("Cast", "d", "y", To(ElementKind.Float)).Output("y");
        Assert.Equal(["NEURAL0407 Node 'd' (Div, opset 18) cannot be compiled: it would take the largest elements of type uint64 for negative ones"], _folder.Problems(model.Bytes));
    }

    private static void Check(ElementKind kind, double[] left, double[] right, Func<ModelBuilder, ModelBuilder> build, Func<long, long, Int128> expected)
    {
        // Floats say all bits in two parts: what 16 bits hold, and the rest.
        ModelBuilder model = new ModelBuilder(18).Input("x", ElementKind.Double, left.Length).Input("z", ElementKind.Double, left.Length)
            .Node("Cast", "x", "a", To(kind)).Node("Cast", "z", "b", To(kind));
        model = build(model).Node("Cast", "r", "l", To(ElementKind.Int64)).Numbers("mask", 65535).Node("BitwiseAnd", "l mask", "low").Node("Sub", "l low", "high")
            .Node("Cast", "low", "u", To(ElementKind.Double)).Node("Cast", "high", "v", To(ElementKind.Double)).Output("u", ElementKind.Double).Output("v", ElementKind.Double);
        double[][] found = BoundModel.Of(model).PredictAll(left, right);
        for (int i = 0; i < left.Length; i++)
        {
            long wanted = unchecked((long)(ulong)(expected((long)left[i], (long)right[i]) & ulong.MaxValue));
            Assert.Equal((wanted & 65535, (double)(wanted - (wanted & 65535))), ((long)found[0][i], found[1][i]));
        }
    }

    private static double[] Values(ElementKind kind, int seed, bool isProduct = false)
    {
        (double least, double most) = kind switch
        {
            ElementKind.Int16 => (short.MinValue, short.MaxValue),
            ElementKind.UInt16 => (0, ushort.MaxValue),
            ElementKind.UInt32 => (0, uint.MaxValue),
            // The reference computes with doubles.
            _ => (0d, isProduct ? 1L << 26 : 1L << 52),
        };
        Random random = new(seed);
        return [least, most, least + 1, most - 1, .. Enumerable.Range(0, 12).Select(_ => Math.Floor(least + (random.NextDouble() * (most - least))))];
    }

    private static Int128 Held(ElementKind kind, Int128 value) => kind switch
    {
        ElementKind.Int16 => unchecked((short)value),
        ElementKind.UInt16 => unchecked((ushort)value),
        ElementKind.UInt32 => unchecked((uint)value),
        _ => unchecked((long)(ulong)value),
    };

    private static Int128 Unsigned(ElementKind kind, long value) => kind == ElementKind.UInt64 ? (ulong)value : value;

    private static AttributeProto To(ElementKind kind) => ModelBuilder.Attribute("to", (long)(int)kind);

    private static TensorProto Zero(ElementKind kind, int value)
    {
        TensorProto tensor = new() { Name = "zero", DataType = (int)kind };
        tensor.Int32Data.Add(value);
        return tensor;
    }
}
