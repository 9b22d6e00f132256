using System.ComponentModel;

namespace NeuralGen;

/// <summary>The activation functions of whole layers or batches, and their gradients, which emitted networks call.</summary>
/// <remarks>
/// <para>In single precision they run on hardware vectors where the machine has any, through <c>VectorMath</c>, which
/// states the functions' largest errors. Otherwise, and in double precision, the results are those of the scalar
/// formulas.</para>
/// <para>The methods are safe to call from any thread and allocate nothing. A value's result depends on nothing but the
/// value and the machine: not on its position or the number of values (in the softmaxes, on the row). The span that is
/// written may be one of those that are read; it must not overlap them otherwise.</para>
/// <para>Gradients take the deltas, the derivatives of the loss by the function's results, and write those by its
/// arguments. They are written with the function's results y where that is possible, else with its arguments x. At a
/// corner they take what PyTorch takes.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ActivationKernels
{
    private static void CheckLengths(int input, int output)
    {
        if (output != input)
        {
            SpanLength.Throw("output", output, input);
        }
    }

    private static void CheckLengths(int values, int deltas, int inputDeltas)
    {
        if (deltas != values)
        {
            SpanLength.Throw("deltas", deltas, values);
        }

        if (inputDeltas != values)
        {
            SpanLength.Throw("inputDeltas", inputDeltas, values);
        }
    }

    /// <summary>Finds the number of columns.</summary>
    private static int Columns(string name, int length, int rows)
    {
        if (rows < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "The number of rows is negative.");
        }

        int columns = rows == 0 ? 0 : length / rows;
        if (length != columns * rows)
        {
            SpanLength.Throw(name, length, columns * rows);
        }

        return columns;
    }
}
