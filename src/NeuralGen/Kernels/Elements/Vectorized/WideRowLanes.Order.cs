using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NeuralGen;

/// <content>From rows of values to a vector for each value, and back.</content>
public static partial class WideRowLanes
{
    /// <summary>Turns vectors that hold rows of two values into a vector for each value.</summary>
    /// <param name="first">the first half of the rows; then their first values.</param>
    /// <param name="second">the second half of the rows; then their second values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(ref Vector512<float> first, ref Vector512<float> second)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<float> low = first, high = second;
            first = Avx512F.PermuteVar16x32x2(low, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), high);
            second = Avx512F.PermuteVar16x32x2(low, Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), high);
            return;
        }

        Span<Vector512<float>> rows = [first, second];
        Span<Vector512<float>> columns = stackalloc Vector512<float>[2];
        ToColumns(Numbers(rows), Numbers(columns));
        first = columns[0];
        second = columns[1];
    }

    /// <summary>Does the same in the order of rows that takes the fewest instructions, which <see cref="InOrder"/> undoes.</summary>
    /// <param name="first">the first half of the rows; then their first values.</param>
    /// <param name="second">the second half of the rows; then their second values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SplitUnordered(ref Vector512<float> first, ref Vector512<float> second)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<float> low = first, high = second;
            first = Avx512F.Shuffle(low, high, 0b10_00_10_00);
            second = Avx512F.Shuffle(low, high, 0b11_01_11_01);
            return;
        }

        Split(ref first, ref second);
    }

    /// <summary>Puts values of rows that <see cref="SplitUnordered"/> took apart into the order of these rows.</summary>
    /// <param name="values">a node's values.</param>
    /// <returns>the same values.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> InOrder(Vector512<float> values) =>
        Avx512F.IsSupported ? Avx512F.PermuteVar8x64(values.AsDouble(), Vector512.Create(0L, 2, 4, 6, 1, 3, 5, 7)).AsSingle() : values;

    /// <summary>Turns vectors that hold rows of three values into a vector for each value.</summary>
    /// <param name="first">the first part of the rows; then their first values.</param>
    /// <param name="second">the second part of the rows; then their second values.</param>
    /// <param name="third">the third part of the rows; then their third values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(ref Vector512<float> first, ref Vector512<float> second, ref Vector512<float> third)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<float> one = first, two = second, three = third;
            first = Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(one, Vector512.Create(0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 0, 0, 0, 0, 0), two), Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 20, 23, 26, 29), three);
            second = Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(one, Vector512.Create(1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 0, 0, 0, 0, 0), two), Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 21, 24, 27, 30), three);
            third = Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(one, Vector512.Create(2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 0, 0, 0, 0, 0, 0), two), Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 19, 22, 25, 28, 31), three);
            return;
        }

        Span<Vector512<float>> rows = [first, second, third];
        Span<Vector512<float>> columns = stackalloc Vector512<float>[3];
        ToColumns(Numbers(rows), Numbers(columns));
        first = columns[0];
        second = columns[1];
        third = columns[2];
    }

    /// <summary>Turns vectors that hold rows of four values into a vector for each value.</summary>
    /// <param name="first">the first part of the rows; then their first values.</param>
    /// <param name="second">the second part of the rows; then their second values.</param>
    /// <param name="third">the third part of the rows; then their third values.</param>
    /// <param name="fourth">the fourth part of the rows; then their fourth values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(ref Vector512<float> first, ref Vector512<float> second, ref Vector512<float> third, ref Vector512<float> fourth)
    {
        if (Avx512F.IsSupported)
        {
            // Rows 0 to 7 and 8 to 15, two values in each vector.
            Vector512<int> even = Vector512.Create(0, 4, 8, 12, 16, 20, 24, 28, 1, 5, 9, 13, 17, 21, 25, 29), odd = Vector512.Create(2, 6, 10, 14, 18, 22, 26, 30, 3, 7, 11, 15, 19, 23, 27, 31);
            Vector512<float> left = Avx512F.PermuteVar16x32x2(first, even, second), right = Avx512F.PermuteVar16x32x2(first, odd, second);
            Vector512<float> left8 = Avx512F.PermuteVar16x32x2(third, even, fourth), right8 = Avx512F.PermuteVar16x32x2(third, odd, fourth);
            first = Avx512F.Shuffle4x128(left, left8, 0b01_00_01_00);
            second = Avx512F.Shuffle4x128(left, left8, 0b11_10_11_10);
            third = Avx512F.Shuffle4x128(right, right8, 0b01_00_01_00);
            fourth = Avx512F.Shuffle4x128(right, right8, 0b11_10_11_10);
            return;
        }

        Span<Vector512<float>> rows = [first, second, third, fourth];
        Span<Vector512<float>> columns = stackalloc Vector512<float>[4];
        ToColumns(Numbers(rows), Numbers(columns));
        first = columns[0];
        second = columns[1];
        third = columns[2];
        fourth = columns[3];
    }

    /// <summary>Turns a vector for each of two values into rows of them.</summary>
    /// <param name="first">the first values; then the first half of the rows.</param>
    /// <param name="second">the second values; then the second half of the rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Join(ref Vector512<float> first, ref Vector512<float> second)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<float> x = first, y = second;
            first = Avx512F.PermuteVar16x32x2(x, Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), y);
            second = Avx512F.PermuteVar16x32x2(x, Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), y);
            return;
        }

        Span<Vector512<float>> columns = [first, second];
        Span<Vector512<float>> rows = stackalloc Vector512<float>[2];
        ToRows(Numbers(columns), Numbers(rows));
        first = rows[0];
        second = rows[1];
    }

    /// <summary>Turns a vector for each of three values into rows of them.</summary>
    /// <param name="first">the first values; then the first part of the rows.</param>
    /// <param name="second">the second values; then the second part of the rows.</param>
    /// <param name="third">the third values; then the third part of the rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Join(ref Vector512<float> first, ref Vector512<float> second, ref Vector512<float> third)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<float> x = first, y = second, z = third;
            first = Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(x, Vector512.Create(0, 16, 0, 1, 17, 0, 2, 18, 0, 3, 19, 0, 4, 20, 0, 5), y), Vector512.Create(0, 1, 16, 3, 4, 17, 6, 7, 18, 9, 10, 19, 12, 13, 20, 15), z);
            second = Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(x, Vector512.Create(21, 0, 6, 22, 0, 7, 23, 0, 8, 24, 0, 9, 25, 0, 10, 26), y), Vector512.Create(0, 21, 2, 3, 22, 5, 6, 23, 8, 9, 24, 11, 12, 25, 14, 15), z);
            third = Avx512F.PermuteVar16x32x2(Avx512F.PermuteVar16x32x2(x, Vector512.Create(0, 11, 27, 0, 12, 28, 0, 13, 29, 0, 14, 30, 0, 15, 31, 0), y), Vector512.Create(26, 1, 2, 27, 4, 5, 28, 7, 8, 29, 10, 11, 30, 13, 14, 31), z);
            return;
        }

        Span<Vector512<float>> columns = [first, second, third];
        Span<Vector512<float>> rows = stackalloc Vector512<float>[3];
        ToRows(Numbers(columns), Numbers(rows));
        first = rows[0];
        second = rows[1];
        third = rows[2];
    }

    /// <summary>Turns a vector for each of four values into rows of them.</summary>
    /// <param name="first">the first values; then the first part of the rows.</param>
    /// <param name="second">the second values; then the second part of the rows.</param>
    /// <param name="third">the third values; then the third part of the rows.</param>
    /// <param name="fourth">the fourth values; then the fourth part of the rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Join(ref Vector512<float> first, ref Vector512<float> second, ref Vector512<float> third, ref Vector512<float> fourth)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<int> front = Vector512.Create(0, 8, 16, 24, 1, 9, 17, 25, 2, 10, 18, 26, 3, 11, 19, 27), behind = Vector512.Create(4, 12, 20, 28, 5, 13, 21, 29, 6, 14, 22, 30, 7, 15, 23, 31);
            Vector512<float> left = Avx512F.Shuffle4x128(first, second, 0b01_00_01_00), left8 = Avx512F.Shuffle4x128(first, second, 0b11_10_11_10);
            Vector512<float> right = Avx512F.Shuffle4x128(third, fourth, 0b01_00_01_00), right8 = Avx512F.Shuffle4x128(third, fourth, 0b11_10_11_10);
            first = Avx512F.PermuteVar16x32x2(left, front, right);
            second = Avx512F.PermuteVar16x32x2(left, behind, right);
            third = Avx512F.PermuteVar16x32x2(left8, front, right8);
            fourth = Avx512F.PermuteVar16x32x2(left8, behind, right8);
            return;
        }

        Span<Vector512<float>> columns = [first, second, third, fourth];
        Span<Vector512<float>> rows = stackalloc Vector512<float>[4];
        ToRows(Numbers(columns), Numbers(rows));
        first = rows[0];
        second = rows[1];
        third = rows[2];
        fourth = rows[3];
    }

    /// <summary>Copies 16 rows to a vector for each value of a row.</summary>
    /// <param name="rows">[16, values].</param>
    /// <param name="columns">[values, 16]; overwritten.</param>
    /// <exception cref="ArgumentException">the lengths differ, or are not whole vectors.</exception>
    public static void ToColumns(ReadOnlySpan<float> rows, Span<float> columns) =>
        RowLanes.Transpose(rows, Vector512<float>.Count, RowLanes.Width(rows.Length, columns.Length, Vector512<float>.Count), columns);

    /// <summary>Copies a vector for each value of a row to 16 rows.</summary>
    /// <param name="columns">[values, 16].</param>
    /// <param name="rows">[16, values]; overwritten.</param>
    /// <exception cref="ArgumentException">the lengths differ, or are not whole vectors.</exception>
    public static void ToRows(ReadOnlySpan<float> columns, Span<float> rows) =>
        RowLanes.Transpose(columns, RowLanes.Width(columns.Length, rows.Length, Vector512<float>.Count), Vector512<float>.Count, rows);

    private static Span<float> Numbers(Span<Vector512<float>> vectors) => MemoryMarshal.Cast<Vector512<float>, float>(vectors);
}
