using System.Numerics;
using System.Runtime.CompilerServices;
using DuckDB.NET.Native;

namespace NeuralGen.DuckDB.Arguments;

/// <summary>Reads the numbers of a vector of DuckDB's.</summary>
internal static unsafe class NumberColumn
{
    /// <summary>Reads numbers into every so many places.</summary>
    /// <param name="type">The type of the numbers.</param>
    /// <param name="data">The vector's values.</param>
    /// <param name="start">The first number to read.</param>
    /// <param name="count">How many to read.</param>
    /// <param name="target">Where the first one goes; the others follow at the distance.</param>
    /// <param name="distance">From one place to the next.</param>
    public static void Read<T>(ArgumentType type, void* data, int start, int count, ref T target, int distance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double unit = type.Id == DuckDBType.Decimal ? Math.Pow(10, type.Scale) : 1;
        switch (type.Storage)
        {
            case DuckDBType.Float: Convert<float, T>(data, start, count, ref target, distance); break;
            case DuckDBType.Double: Convert<double, T>(data, start, count, ref target, distance); break;
            case DuckDBType.TinyInt: Convert<sbyte, T>(data, start, count, ref target, distance); break;
            case DuckDBType.Boolean or DuckDBType.UnsignedTinyInt: Convert<byte, T>(data, start, count, ref target, distance); break;
            case DuckDBType.UnsignedSmallInt: Convert<ushort, T>(data, start, count, ref target, distance); break;
            case DuckDBType.UnsignedInteger: Convert<uint, T>(data, start, count, ref target, distance); break;
            case DuckDBType.UnsignedBigInt: Convert<ulong, T>(data, start, count, ref target, distance); break;
            case DuckDBType.UnsignedHugeInt: Convert<UInt128, T>(data, start, count, ref target, distance); break;
            case DuckDBType.SmallInt: ConvertScaled<short, T>(data, unit, start, count, ref target, distance); break;
            case DuckDBType.Integer: ConvertScaled<int, T>(data, unit, start, count, ref target, distance); break;
            case DuckDBType.BigInt: ConvertScaled<long, T>(data, unit, start, count, ref target, distance); break;
            case DuckDBType.HugeInt: ConvertScaled<Int128, T>(data, unit, start, count, ref target, distance); break;
            default: throw new NotSupportedException($"Numbers cannot be read from {type.Name}.");
        }
    }

    private static void ConvertScaled<TSource, T>(void* data, double unit, int start, int count, ref T target, int distance)
        where TSource : unmanaged, INumberBase<TSource>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (unit == 1)
        {
            Convert<TSource, T>(data, start, count, ref target, distance);
            return;
        }

        TSource* values = (TSource*)data + start;
        for (int index = 0; index < count; index++)
        {
            double digits = double.CreateTruncating(Unsafe.ReadUnaligned<TSource>(values + index));
            Unsafe.Add(ref target, (nint)index * distance) = T.CreateTruncating(digits / unit);
        }
    }

    private static void Convert<TSource, T>(void* data, int start, int count, ref T target, int distance)
        where TSource : unmanaged, INumberBase<TSource>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TSource* values = (TSource*)data + start;
        for (int index = 0; index < count; index++)
        {
            Unsafe.Add(ref target, (nint)index * distance) = T.CreateTruncating(Unsafe.ReadUnaligned<TSource>(values + index));
        }
    }
}
