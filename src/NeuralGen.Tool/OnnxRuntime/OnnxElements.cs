namespace NeuralGen.Tool.OnnxRuntime;

/// <summary>The types of elements that are passed, with their numbers in the C interface.</summary>
internal static class OnnxElements
{
    private static readonly (int Number, Type Type)[] Known =
        [(1, typeof(float)), (2, typeof(byte)), (3, typeof(sbyte)), (6, typeof(int)), (7, typeof(long)), (9, typeof(bool)), (10, typeof(Half)), (11, typeof(double))];

    /// <summary>The number of the type of an array's elements.</summary>
    public static int NumberOf(Array values) => Array.Find(Known, known => known.Type == values.GetType().GetElementType()).Number;

    /// <summary>An array of a type by its number; null of types that are not passed.</summary>
    public static Array? Create(int number, int length) => Array.Find(Known, known => known.Number == number).Type is { } type ? Array.CreateInstance(type, length) : null;

    /// <summary>How many bytes the values of an array take.</summary>
    public static int BytesOf(Array values) => values switch
    {
        // No primitive type to the framework.
        Half[] halves => 2 * halves.Length,
        _ => Buffer.ByteLength(values),
    };

    /// <summary>A value of an array as a number.</summary>
    public static double Number(Array values, int index) => values switch
    {
        float[] singles => singles[index],
        double[] doubles => doubles[index],
        long[] longs => longs[index],
        int[] integers => integers[index],
        bool[] flags => flags[index] ? 1 : 0,
        byte[] bytes => bytes[index],
        sbyte[] bytes => bytes[index],
        _ => (double)((Half[])values)[index],
    };

    /// <summary>Sets a value of an array from a number.</summary>
    public static void Set(Array values, int index, double number)
    {
        switch (values)
        {
            case float[] singles:
                singles[index] = (float)number;
                break;
            case double[] doubles:
                doubles[index] = number;
                break;
            case long[] longs:
                longs[index] = (long)number;
                break;
            case int[] integers:
                integers[index] = (int)number;
                break;
            case bool[] flags:
                flags[index] = number != 0;
                break;
            case byte[] bytes:
                bytes[index] = (byte)number;
                break;
            case sbyte[] bytes:
                bytes[index] = (sbyte)number;
                break;
            default:
                ((Half[])values)[index] = (Half)number;
                break;
        }
    }
}
