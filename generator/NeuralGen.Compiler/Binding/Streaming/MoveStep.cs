using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding.Streaming;

/// <summary>Values that change their places, step by step: each step of the result must be made of the same step of what is read.</summary>
internal static class MoveStep
{
    /// <summary>Takes the operation over.</summary>
    /// <param name="builder">The network of one call.</param>
    /// <param name="move">The operation.</param>
    /// <param name="inputs">What it reads; one at least is a sequence, or what a recurrent layer computed.</param>
    public static void Take(StepBuilder builder, MoveOperation move, StepTensor[] inputs)
    {
        if (inputs.Any(input => input.ResultUnits > 0))
        {
            TakeResults(builder, move, inputs);
            return;
        }

        StepTensor first = inputs.First(input => input.IsSequence);
        int steps = builder.StepsOf(first.Stride);
        Shape declared = builder.Declared(move.Output).Shape;
        (int Input, int Index)[] table = move.Map.Table();
        Shape[] sources = [.. move.Inputs.Select(input => builder.Declared(input).Shape)];
        if (inputs.Any(input => !input.IsSequence || input.Stride != first.Stride || input.Lead > 0))
        {
            throw new StepException(move.Layer, "joins what does not have the same steps");
        }

        for (int axis = 0; axis < declared.Rank; axis++)
        {
            int lead = declared[axis] - sources[0][first.Axis];
            if (lead >= 0 && (lead == 0 || inputs.Length == 1) && Matches(table, declared, axis, lead, sources, inputs) && (lead == 0 || move.FillValue == 0))
            {
                Shape shape = declared.With(axis, steps);
                Shape[] made = [.. inputs.Select(input => builder.ShapeOf(input.Index))];
                IndexMap map = Map(table, declared, shape, axis, lead, sources, made, inputs);
                builder.Take(move with { Map = map }, shape, new StepTensor(0, axis, first.Stride) { Lead = lead });
                return;
            }
        }

        throw new StepException(move.Layer, "looks at several steps at once");
    }

    /// <summary>Whether each step along an axis is made of the same step of what is read, and those that lead of nothing.</summary>
    private static bool Matches((int Input, int Index)[] table, Shape declared, int axis, int lead, Shape[] sources, StepTensor[] inputs)
    {
        int inner = declared.Product(axis + 1, declared.Rank);
        for (int i = 0; i < table.Length; i++)
        {
            (int input, int index) = table[i];
            int step = i / inner % declared[axis];
            if (input < 0 ? lead > 0 && step >= lead : Step(index, sources[input], inputs[input].Axis) != step - lead)
            {
                return false;
            }
        }

        return true;
    }

    private static int Step(int index, Shape shape, int axis) => index / shape.Product(axis + 1, shape.Rank) % shape[axis];

    /// <summary>The map for the steps of one call.</summary>
    private static IndexMap Map((int Input, int Index)[] table, Shape declared, Shape shape, int axis, int lead, Shape[] sources, Shape[] made, StepTensor[] inputs)
    {
        List<(int Input, int Index)> moved = [];
        int[] steps = IndexMap.StepsOf(declared);
        for (int i = 0; i < shape.Size; i++)
        {
            int[] position = shape.Position(i);
            position[axis] += lead;
            (int input, int index) = table[position.Select((place, along) => place * steps[along]).Sum()];
            moved.Add(input < 0 ? (-1, 0) : (input, Linear(sources[input].Position(index), made[input])));
        }

        // Neighbours that come from neighbours are one box.
        List<IndexBox> boxes = [];
        for (int start = 0; start < moved.Count;)
        {
            int end = start + 1;
            while (end < moved.Count && moved[end].Input == moved[start].Input && moved[end].Index == moved[start].Index + end - start)
            {
                end++;
            }

            if (moved[start].Input >= 0)
            {
                boxes.Add(new IndexBox(new([start]), new([end - start]), moved[start].Input, moved[start].Index, new([1])));
            }

            start = end;
        }

        return new IndexMap(Shape.Vector(shape.Size), boxes.ToEquatableArray());
    }

    private static int Linear(int[] position, Shape shape)
    {
        int[] steps = IndexMap.StepsOf(shape);
        return position.Select((place, axis) => place * steps[axis]).Sum();
    }

    /// <summary>Parts of what a recurrent layer computed: the hidden states of all steps, or the states behind the last.</summary>
    private static void TakeResults(StepBuilder builder, MoveOperation move, StepTensor[] inputs)
    {
        int units = inputs[0].ResultUnits;
        int stride = inputs[0].Stride;
        int steps = builder.StepsOf(stride);
        Shape shape = builder.Declared(move.Output).Shape;
        if (move.Word == "concat" && move.Map.Output.Rank == 2 && inputs.Length == 1)
        {
            IndexMap all = new(Shape.Of(steps, units), new([new IndexBox(new([0, 0]), new([steps, units]), 0, 0, new([units, 1]))]));
            builder.Take(move with { Map = all }, shape.With(0, steps), new StepTensor(0, 0, stride));
            return;
        }

        if (move.Word != "slice" || inputs.Any(input => input.ResultUnits == 0))
        {
            throw new StepException(move.Layer, "looks at several steps at once");
        }

        // A row is the last hidden state, or, behind all of them, the last cell state.
        IEnumerable<IndexBox> boxes = move.Map.Boxes.Select(box =>
        {
            int declared = builder.Declared(move.Inputs[box.Input]).Size;
            int behind = declared - box.Offset - box.Count;
            return box with { Offset = builder.ShapeOf(inputs[box.Input].Index).Size - behind - box.Count };
        });
        builder.Take(move with { Map = move.Map with { Boxes = boxes.ToEquatableArray() } }, shape, new StepTensor(0, -1, stride));
    }
}
