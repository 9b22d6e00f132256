using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.IndexMaps;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Networks.Windows;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Passes;

/// <summary>
/// Lets layers read values where they lie that others only move for them: reductions go along the axes of what was transposed or cut, and
/// convolutions and average pools have the zeros that were put around an image as padding of their own.
/// </summary>
internal static class MoveFolding
{
    /// <summary>Runs the pass.</summary>
    public static Network Run(Network network)
    {
        if (!network.Operations.Any(operation => operation is MoveOperation))
        {
            return network;
        }

        TensorUses uses = new(network);
        Dictionary<int, MoveOperation> moves = network.Operations.OfType<MoveOperation>().Where(move => move.Inputs.Count == 1).ToDictionary(move => move.Output);
        return network with { Operations = network.Operations.Select(Folded).ToEquatableArray() };

        Operation Folded(Operation operation)
        {
            while (operation.Inputs.Count > 0 && uses.SoleConsumer(operation.Inputs[0]) is not null && moves.TryGetValue(operation.Inputs[0], out MoveOperation? move)
                && Fold(operation, move, network.Tensors[move.Inputs[0]].Shape) is { } folded)
            {
                operation = folded;
            }

            return operation;
        }
    }

    private static Operation? Fold(Operation operation, MoveOperation move, Shape source) => operation switch
    {
        ReduceOperation reduce => Reduced(reduce, move),
        ConvolutionOperation { IsTransposed: false, AreChannelsLast: false } convolution when Padded(convolution.Window, move, source) is { } window => convolution with
        {
            Inputs = move.Inputs,
            Window = window,
            PaddedBy = convolution.PaddedBy.Append(move.Layer).ToEquatableArray(),
        },
        PoolOperation { Pool: PoolKind.Average, AreChannelsLast: false } pool when (pool.CountsPadding || !pool.Window.HasPadding) && Padded(pool.Window, move, source) is { } window => pool with
        {
            Inputs = move.Inputs,
            Window = window,
            CountsPadding = true,
            FoldedLayers = pool.FoldedLayers.Append(move.Layer).ToEquatableArray(),
        },
        _ => null,
    };

    /// <summary>The same reduction of what a move reads; null where it mixes values otherwise than by steps along axes.</summary>
    private static ReduceOperation? Reduced(ReduceOperation reduce, MoveOperation move)
    {
        if (move.Map.Boxes.Count != 1 || !move.Map.IsFull || reduce.First != 0)
        {
            return null;
        }

        IndexBox box = move.Map.Boxes[0];
        Walk source = Walk.Of([.. box.Sizes], [.. box.Steps]);
        (Walk Walk, IReadOnlyList<(int Size, int Step)> Parts)? outputs = Through(reduce.Outputs, source);
        (Walk Walk, IReadOnlyList<(int Size, int Step)> Parts)? values = Through(reduce.Values, source);
        return outputs is { } kept && values is { } reduced && WalkCut.AreApart(kept.Parts.Concat(reduced.Parts))
            ? reduce with { Inputs = move.Inputs, First = box.Offset, Outputs = kept.Walk, Values = reduced.Walk, FoldedLayers = reduce.FoldedLayers.Append(move.Layer).ToEquatableArray() }
            : null;
    }

    /// <summary>A walk whose positions are met by another one.</summary>
    private static (Walk Walk, IReadOnlyList<(int Size, int Step)> Parts)? Through(Walk walk, Walk source)
    {
        List<(int Size, int Step)> parts = [];
        foreach (WalkAxis axis in walk.Axes)
        {
            if (WalkCut.Of(axis.Size, axis.Step, [source]) is not { } cut)
            {
                return null;
            }

            parts.AddRange(cut);
        }

        return (Walk.Of([.. parts.Select(part => part.Size)], [.. parts.Select(part => WalkCut.StepOf(source, part))]), parts);
    }

    /// <summary>The window with the padding that a move adds; null where it does something else, or where the window would see nothing else.</summary>
    private static Window? Padded(Window window, MoveOperation move, Shape source)
    {
        if (move.Map.Boxes.Count != 1 || move.FillValue != 0 || move.Map.IsFull || source.Rank != window.Axes.Count + 1 || move.Map.Output.Rank != source.Rank)
        {
            return null;
        }

        IndexBox box = move.Map.Boxes[0];
        int[] steps = IndexMap.StepsOf(source);
        bool isWhole = box.Offset == 0 && move.Map.Output[0] == source[0]
            && Enumerable.Range(0, source.Rank).All(axis => box.Sizes[axis] == source[axis] && (box.Steps[axis] == steps[axis] || source[axis] == 1));
        Window padded = new(window.Axes.Select((axis, i) => axis with
        {
            Input = source[i + 1],
            PaddingBefore = axis.PaddingBefore + box.Starts[i + 1],
            PaddingAfter = axis.PaddingAfter + move.Map.Output[i + 1] - box.Starts[i + 1] - source[i + 1],
        }).ToEquatableArray());
        return isWhole && padded.Axes.All(axis => Enumerable.Range(0, axis.Output).All(position => ReadsPixel(axis, position))) ? padded : null;
    }

    private static bool ReadsPixel(WindowAxis axis, int position) =>
        Enumerable.Range(0, axis.Kernel).Any(tap => axis.Source(position, tap) is var pixel && pixel >= 0 && pixel < axis.Input);
}
