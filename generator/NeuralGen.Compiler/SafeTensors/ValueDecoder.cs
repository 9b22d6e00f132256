using System.Runtime.CompilerServices;

namespace NeuralGen.Compiler.SafeTensors;

/// <summary>Turns bytes in the machine's order into numbers.</summary>
internal static class ValueDecoder
{
    /// <summary>Values as 32-bit floats, each rounded once if it is none.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static void Decode(byte[] bytes, int count, DataType type, float[] target)
    {
        if (type == DataType.F32)
        {
            Buffer.BlockCopy(bytes, 0, target, 0, count * sizeof(float));
        }
        else if (type is DataType.F16 or DataType.BF16)
        {
            int[] bits = new int[count];
            for (int i = 0; i < count; i++)
            {
                ushort half = (ushort)(bytes[2 * i] | (bytes[(2 * i) + 1] << 8));
                bits[i] = type == DataType.F16 ? HalfPrecision.Widen(half) : half << 16;
            }

            Buffer.BlockCopy(bits, 0, target, 0, count * sizeof(float));
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                target[i] = type == DataType.I64 ? BitConverter.ToInt64(bytes, i * sizeof(long)) : (float)Number(bytes, i, type);
            }
        }
    }

    /// <summary>Values as 64-bit floats: exactly, but for whole numbers beyond 2^53.</summary>
    [MethodImpl(ColdBuild.Optimized)]
    public static void Decode(byte[] bytes, int count, DataType type, double[] target)
    {
        if (type == DataType.F64)
        {
            Buffer.BlockCopy(bytes, 0, target, 0, count * sizeof(double));
        }
        else if (type.IsFloat())
        {
            float[] singles = new float[count];
            Decode(bytes, count, type, singles);
            for (int i = 0; i < count; i++)
            {
                target[i] = singles[i];
            }
        }
        else
        {
            for (int i = 0; i < count; i++)
            {
                target[i] = Number(bytes, i, type);
            }
        }
    }

    private static double Number(byte[] bytes, int index, DataType type) => type switch
    {
        DataType.F64 => BitConverter.ToDouble(bytes, index * sizeof(double)),
        DataType.I64 => BitConverter.ToInt64(bytes, index * sizeof(long)),
        DataType.I32 => BitConverter.ToInt32(bytes, index * sizeof(int)),
        DataType.I16 => BitConverter.ToInt16(bytes, index * sizeof(short)),
        DataType.I8 => (sbyte)bytes[index],
        DataType.U8 => bytes[index],
        _ => bytes[index] == 0 ? 0 : 1,
    };
}
