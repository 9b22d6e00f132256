using System.Text;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Tool.Predicting;

/// <summary>Writes the outputs of rows, as generated code classifies: the first largest output, or the second label from one half up.</summary>
/// <param name="plan">The columns.</param>
/// <param name="signature">What the network computes.</param>
/// <param name="outputs">The outputs, an array each.</param>
internal sealed class ResultWriter(OutputPlan plan, NetworkSignature signature, Array[] outputs)
{
    private readonly int[] _sizes = [.. signature.Outputs.Select(port => port.Size)];
    private readonly byte[][] _labels = [.. plan.Labels.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The label of a row; -1 where an output is NaN, which no label stands for.</summary>
    public int LabelOf(int row) => outputs[plan.LabelledPort] switch
    {
        float[] singles => LabelOf<float>(singles.AsSpan(row * _sizes[plan.LabelledPort], _sizes[plan.LabelledPort])),
        double[] doubles => LabelOf<double>(doubles.AsSpan(row * _sizes[plan.LabelledPort], _sizes[plan.LabelledPort])),
        _ => 0,
    };

    /// <summary>Writes the columns of a row.</summary>
    public void Write(RowText text, int row, int label)
    {
        if (_labels.Length > 0)
        {
            text.Field(_labels[label]);
        }

        foreach (OutputValue value in plan.Values)
        {
            int place = (row * _sizes[value.Port]) + value.Element;
            switch (outputs[value.Port])
            {
                case float[] singles:
                    text.Number(value.IsComplement ? 1 - singles[place] : singles[place]);
                    break;
                case double[] doubles:
                    text.Number(value.IsComplement ? 1 - doubles[place] : doubles[place]);
                    break;
                case long[] longs:
                    text.Number(longs[place]);
                    break;
                case int[] integers:
                    text.Number(integers[place]);
                    break;
                case bool[] flags:
                    text.Raw(flags[place] ? "true"u8 : "false"u8);
                    break;
                case byte[] bytes:
                    text.Number(bytes[place]);
                    break;
                default:
                    text.Number(((sbyte[])outputs[value.Port])[place]);
                    break;
            }
        }
    }

    /// <summary>Writes a mark in the place of all columns of a row.</summary>
    public void WriteMark(RowText text, RowError error)
    {
        text.Field($"error: line {error.Line}: {error.Message}");
        for (int i = _labels.Length > 0 ? 0 : 1; i < plan.Values.Count; i++)
        {
            text.Raw([]);
        }
    }

    private int LabelOf<T>(ReadOnlySpan<T> values)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        if (plan.IsPair)
        {
            return T.IsNaN(values[0]) ? -1 : values[0] >= T.CreateChecked(0.5) ? 1 : 0;
        }

        int largest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (T.IsNaN(values[i]))
            {
                return -1;
            }

            largest = values[i] > values[largest] ? i : largest;
        }

        return largest;
    }
}
