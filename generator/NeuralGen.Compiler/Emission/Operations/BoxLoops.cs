using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.IndexMaps;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes loops over the values of a box: the fewest that its steps allow.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="map">The map that the boxes belong to.</param>
internal sealed class BoxLoops(SourceWriter writer, IndexMap map)
{
    private readonly int[] _outputSteps = IndexMap.StepsOf(map.Output);

    /// <summary>Writes the loops of a box.</summary>
    /// <param name="box">The box.</param>
    /// <param name="copy">Writes what is done with neighbours in input and output: the positions of the first two, and how many; null where values are taken one by one.</param>
    /// <param name="single">Writes what is done with one value: its positions in the output and in the input.</param>
    public void Write(IndexBox box, Func<string, string, int, string>? copy, Func<string, string, string> single)
    {
        List<(int Size, int Target, int Source)> axes = Merged(box);
        int target = box.Starts.Select((start, axis) => start * _outputSteps[axis]).Sum();
        int source = box.Offset;
        bool areNeighbours = copy is not null && (axes.Count == 0 || axes[axes.Count - 1] is { Target: 1, Source: 1 });
        int count = areNeighbours && axes.Count > 0 ? axes[axes.Count - 1].Size : 1;
        if (areNeighbours && axes.Count > 0)
        {
            axes.RemoveAt(axes.Count - 1);
        }

        for (int axis = 0; axis < axes.Count; axis++)
        {
            string variable = Variable(axis);
            writer.Open($"for (int {variable} = 0; {variable} < {Literal.Integer(axes[axis].Size)}; {variable}++)");
        }

        string to = Position(target, [.. axes.Select(axis => axis.Target)]);
        string from = Position(source, [.. axes.Select(axis => axis.Source)]);
        writer.Line(areNeighbours ? copy!(to, from, count) : single(to, from));
        for (int axis = 0; axis < axes.Count; axis++)
        {
            writer.Close();
        }
    }

    /// <summary>The matrices whose rows and columns a box exchanges, where it fills the output with the whole of an input: their rows, columns and
    /// number; null where it does something else.</summary>
    /// <param name="box">The box.</param>
    public (int Rows, int Columns, int Matrices)? Transposed(IndexBox box)
    {
        List<(int Size, int Target, int Source)> axes = Merged(box);
        int outer = axes.Count - 2;
        if (outer is not (0 or 1) || box.Offset != 0 || box.Starts.Any(start => start != 0))
        {
            return null;
        }

        (int columns, int target, int one) = axes[outer];
        (int rows, int next, int source) = axes[outer + 1];
        bool areExchanged = one == 1 && next == 1 && target == rows && source == columns;
        return areExchanged && (outer == 0 || (axes[0].Target == rows * columns && axes[0].Source == rows * columns)) && rows * columns * (outer == 0 ? 1 : axes[0].Size) == map.Output.Size
            ? (rows, columns, outer == 0 ? 1 : axes[0].Size)
            : null;
    }

    /// <summary>The axes of a box, those that are one in input and output joined.</summary>
    private List<(int Size, int Target, int Source)> Merged(IndexBox box)
    {
        List<(int Size, int Target, int Source)> axes = [];
        for (int axis = 0; axis < box.Sizes.Count; axis++)
        {
            (int size, int target, int source) = (box.Sizes[axis], _outputSteps[axis], box.Steps[axis]);
            if (size == 1)
            {
                continue;
            }

            if (axes.Count > 0 && axes[axes.Count - 1] is var outer && outer.Target == size * target && outer.Source == size * source)
            {
                axes[axes.Count - 1] = (outer.Size * size, target, source);
            }
            else
            {
                axes.Add((size, target, source));
            }
        }

        return axes;
    }

    private static string Variable(int axis) => "ijklmnop"[axis].ToString();

    private static string Position(int start, int[] steps)
    {
        List<string> terms = [];
        for (int axis = 0; axis < steps.Length; axis++)
        {
            if (steps[axis] != 0)
            {
                string variable = Variable(axis);
                terms.Add(steps[axis] == 1 ? variable : $"{Literal.Integer(steps[axis])} * {variable}");
            }
        }

        if (start != 0 || terms.Count == 0)
        {
            terms.Insert(0, Literal.Integer(start));
        }

        return string.Join(" + ", terms).Replace("+ -", "- ");
    }
}
