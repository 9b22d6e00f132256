using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NeuralGen.Kernels.Matrices.Products;

namespace NeuralGen;

/// <content>From rows of values to a vector for each value, and back.</content>
public static partial class RowLanes
{
    /// <summary>Turns vectors that hold rows of two values into a vector of first and a vector of second values.</summary>
    /// <param name="first">the first half of the rows; then their first values.</param>
    /// <param name="second">the second half of the rows; then their second values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(ref Vector<float> first, ref Vector<float> second)
    {
        if (Avx2.IsSupported && Vector<float>.Count == Vector256<float>.Count)
        {
            SplitUnordered(ref first, ref second);
            first = InOrder(first);
            second = InOrder(second);
        }
        else
        {
            Span<Vector<float>> rows = [first, second];
            Span<Vector<float>> columns = stackalloc Vector<float>[2];
            ToColumns(Numbers(rows), Numbers(columns));
            first = columns[0];
            second = columns[1];
        }
    }

    /// <summary>Does the same in the order of rows that takes the fewest instructions, which <see cref="InOrder"/> undoes.</summary>
    /// <param name="first">the first half of the rows; then their first values.</param>
    /// <param name="second">the second half of the rows; then their second values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SplitUnordered(ref Vector<float> first, ref Vector<float> second)
    {
        if (Avx2.IsSupported && Vector<float>.Count == Vector256<float>.Count)
        {
            Vector256<float> low = first.AsVector256(), high = second.AsVector256();
            first = Avx.Shuffle(low, high, 0b10_00_10_00).AsVector();
            second = Avx.Shuffle(low, high, 0b11_01_11_01).AsVector();
        }
        else
        {
            Split(ref first, ref second);
        }
    }

    /// <summary>Puts values of rows that <see cref="SplitUnordered"/> took apart into the order of these rows.</summary>
    /// <param name="values">a node's values.</param>
    /// <returns>the same values.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> InOrder(Vector<float> values) =>
        Avx2.IsSupported && Vector<float>.Count == Vector256<float>.Count
            ? Avx2.Permute4x64(values.AsVector256().AsDouble(), 0b11_01_10_00).AsSingle().AsVector()
            : values;

    /// <summary>Turns vectors that hold rows of three values into a vector for each value.</summary>
    /// <param name="first">the first part of the rows; then their first values.</param>
    /// <param name="second">the second part of the rows; then their second values.</param>
    /// <param name="third">the third part of the rows; then their third values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
    {
        if (Avx.IsSupported && Vector<float>.Count == Vector256<float>.Count)
        {
            // Rows 0 to 3 in the lower halves, 4 to 7 in the upper ones.
            Vector256<float> one = first.AsVector256(), two = second.AsVector256(), three = third.AsVector256();
            Vector256<float> a = Avx.Blend(one, two, 0b1111_0000);
            Vector256<float> b = Avx.Permute2x128(one, three, 0x21);
            Vector256<float> c = Avx.Blend(two, three, 0b1111_0000);
            Vector256<float> xy = Avx.Shuffle(b, c, 0b10_01_11_10);
            Vector256<float> yz = Avx.Shuffle(a, b, 0b01_00_10_01);
            first = Avx.Shuffle(a, xy, 0b10_00_11_00).AsVector();
            second = Avx.Shuffle(yz, xy, 0b11_01_10_00).AsVector();
            third = Avx.Shuffle(yz, c, 0b11_00_11_01).AsVector();
        }
        else
        {
            Span<Vector<float>> rows = [first, second, third];
            Span<Vector<float>> columns = stackalloc Vector<float>[3];
            ToColumns(Numbers(rows), Numbers(columns));
            first = columns[0];
            second = columns[1];
            third = columns[2];
        }
    }

    /// <summary>Turns vectors that hold rows of four values into a vector for each value.</summary>
    /// <param name="first">the first part of the rows; then their first values.</param>
    /// <param name="second">the second part of the rows; then their second values.</param>
    /// <param name="third">the third part of the rows; then their third values.</param>
    /// <param name="fourth">the fourth part of the rows; then their fourth values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(ref Vector<float> first, ref Vector<float> second, ref Vector<float> third, ref Vector<float> fourth)
    {
        if (Avx.IsSupported && Vector<float>.Count == Vector256<float>.Count)
        {
            // Rows 0 to 3 in the lower halves, 4 to 7 in the upper ones.
            Vector256<float> one = first.AsVector256(), two = second.AsVector256(), three = third.AsVector256(), four = fourth.AsVector256();
            Exchange(
                Avx.Permute2x128(one, three, 0x20), Avx.Permute2x128(one, three, 0x31),
                Avx.Permute2x128(two, four, 0x20), Avx.Permute2x128(two, four, 0x31),
                out one, out two, out three, out four);
            first = one.AsVector();
            second = two.AsVector();
            third = three.AsVector();
            fourth = four.AsVector();
        }
        else
        {
            Span<Vector<float>> rows = [first, second, third, fourth];
            Span<Vector<float>> columns = stackalloc Vector<float>[4];
            ToColumns(Numbers(rows), Numbers(columns));
            first = columns[0];
            second = columns[1];
            third = columns[2];
            fourth = columns[3];
        }
    }

    /// <summary>Turns a vector of first and a vector of second values into rows of two values.</summary>
    /// <param name="first">the first values; then the first half of the rows.</param>
    /// <param name="second">the second values; then the second half of the rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Join(ref Vector<float> first, ref Vector<float> second)
    {
        if (Avx.IsSupported && Vector<float>.Count == Vector256<float>.Count)
        {
            Vector256<float> low = Avx.UnpackLow(first.AsVector256(), second.AsVector256());
            Vector256<float> high = Avx.UnpackHigh(first.AsVector256(), second.AsVector256());
            first = Avx.Permute2x128(low, high, 0x20).AsVector();
            second = Avx.Permute2x128(low, high, 0x31).AsVector();
        }
        else
        {
            Span<Vector<float>> columns = [first, second];
            Span<Vector<float>> rows = stackalloc Vector<float>[2];
            ToRows(Numbers(columns), Numbers(rows));
            first = rows[0];
            second = rows[1];
        }
    }

    /// <summary>Turns vectors of first, second and third values into rows of three values.</summary>
    /// <param name="first">the first values; then the first part of the rows.</param>
    /// <param name="second">the second values; then the second part of the rows.</param>
    /// <param name="third">the third values; then the third part of the rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Join(ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
    {
        if (Avx.IsSupported && Vector<float>.Count == Vector256<float>.Count)
        {
            Vector256<float> x = first.AsVector256(), y = second.AsVector256(), z = third.AsVector256();
            Vector256<float> xy = Avx.Shuffle(x, y, 0b10_00_10_00);
            Vector256<float> yz = Avx.Shuffle(y, z, 0b11_01_11_01);
            Vector256<float> zx = Avx.Shuffle(z, x, 0b11_01_10_00);
            Vector256<float> a = Avx.Shuffle(xy, zx, 0b10_00_10_00);
            Vector256<float> b = Avx.Shuffle(yz, xy, 0b11_01_10_00);
            Vector256<float> c = Avx.Shuffle(zx, yz, 0b11_01_11_01);
            first = Avx.Permute2x128(a, b, 0x20).AsVector();
            second = Avx.Blend(c, a, 0b1111_0000).AsVector();
            third = Avx.Permute2x128(b, c, 0x31).AsVector();
        }
        else
        {
            Span<Vector<float>> columns = [first, second, third];
            Span<Vector<float>> rows = stackalloc Vector<float>[3];
            ToRows(Numbers(columns), Numbers(rows));
            first = rows[0];
            second = rows[1];
            third = rows[2];
        }
    }

    /// <summary>Turns vectors of first, second, third and fourth values into rows of four values.</summary>
    /// <param name="first">the first values; then the first part of the rows.</param>
    /// <param name="second">the second values; then the second part of the rows.</param>
    /// <param name="third">the third values; then the third part of the rows.</param>
    /// <param name="fourth">the fourth values; then the fourth part of the rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Join(ref Vector<float> first, ref Vector<float> second, ref Vector<float> third, ref Vector<float> fourth)
    {
        if (Avx.IsSupported && Vector<float>.Count == Vector256<float>.Count)
        {
            Exchange(
                first.AsVector256(), second.AsVector256(), third.AsVector256(), fourth.AsVector256(),
                out Vector256<float> one, out Vector256<float> two, out Vector256<float> three, out Vector256<float> four);
            first = Avx.Permute2x128(one, two, 0x20).AsVector();
            second = Avx.Permute2x128(three, four, 0x20).AsVector();
            third = Avx.Permute2x128(one, two, 0x31).AsVector();
            fourth = Avx.Permute2x128(three, four, 0x31).AsVector();
        }
        else
        {
            Span<Vector<float>> columns = [first, second, third, fourth];
            Span<Vector<float>> rows = stackalloc Vector<float>[4];
            ToRows(Numbers(columns), Numbers(rows));
            first = rows[0];
            second = rows[1];
            third = rows[2];
            fourth = rows[3];
        }
    }

    /// <summary>Copies as many rows as a vector has lanes to a vector for each value of a row.</summary>
    /// <param name="rows">[lanes, values].</param>
    /// <param name="columns">[values, lanes]; overwritten.</param>
    /// <exception cref="ArgumentException">the lengths differ, or are not whole vectors.</exception>
    public static void ToColumns(ReadOnlySpan<float> rows, Span<float> columns)
    {
        int width = Width(rows.Length, columns.Length, Vector<float>.Count);
        Transpose(rows, Vector<float>.Count, width, columns);
    }

    /// <summary>Copies a vector for each value of a row to as many rows as a vector has lanes.</summary>
    /// <param name="columns">[values, lanes].</param>
    /// <param name="rows">[lanes, values]; overwritten.</param>
    /// <exception cref="ArgumentException">the lengths differ, or are not whole vectors.</exception>
    public static void ToRows(ReadOnlySpan<float> columns, Span<float> rows)
    {
        int width = Width(columns.Length, rows.Length, Vector<float>.Count);
        Transpose(columns, width, Vector<float>.Count, rows);
    }

    private static Span<float> Numbers(Span<Vector<float>> vectors) => MemoryMarshal.Cast<Vector<float>, float>(vectors);

    internal static int Width(int source, int target, int lanes)
    {
        int width = source / lanes;
        if (target != source || width * lanes != source)
        {
            SpanLength.Throw(nameof(target), target, width * lanes);
        }

        return width;
    }

    internal static unsafe void Transpose(ReadOnlySpan<float> source, int rows, int columns, Span<float> target)
    {
        fixed (float* from = source, to = target)
        {
            Transposition<float>.Copy(from, columns, rows, columns, to);
        }
    }

    // Rows and columns of the four by four numbers in each half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Exchange(
        Vector256<float> row0, Vector256<float> row1, Vector256<float> row2, Vector256<float> row3,
        out Vector256<float> column0, out Vector256<float> column1, out Vector256<float> column2, out Vector256<float> column3)
    {
        Vector256<double> left01 = Avx.UnpackLow(row0, row1).AsDouble(), right01 = Avx.UnpackHigh(row0, row1).AsDouble();
        Vector256<double> left23 = Avx.UnpackLow(row2, row3).AsDouble(), right23 = Avx.UnpackHigh(row2, row3).AsDouble();
        column0 = Avx.UnpackLow(left01, left23).AsSingle();
        column1 = Avx.UnpackHigh(left01, left23).AsSingle();
        column2 = Avx.UnpackLow(right01, right23).AsSingle();
        column3 = Avx.UnpackHigh(right01, right23).AsSingle();
    }
}
