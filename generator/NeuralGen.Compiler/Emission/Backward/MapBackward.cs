using NeuralGen.Compiler.Emission.Expressions;
using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Fusion;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of a formula: a value that is met again adds up what it gets each time.</summary>
internal sealed class MapBackward : OperationBackward
{
    /// <summary>More loops do not lie within each other.</summary>
    private const int MostAxes = 8;

    /// <inheritdoc/>
    public override Type OperationType => typeof(MapOperation);

    /// <inheritdoc/>
    public override string Words(Operation operation, bool wantsParameters) => "each operand gets the delta times the derivative of the formula with respect to it";

    /// <inheritdoc/>
    public override void Unrolled(BackwardBlock block, Operation operation)
    {
        MapOperation map = (MapOperation)operation;
        bool IsWanted(int input) => block.IsWanted(map.Inputs[input]);
        if (!map.Formula.Reads(IsWanted))
        {
            return;
        }

        string[][] values = [.. map.Inputs.Select(block.Values)];
        for (int i = 0; i < map.Size; i++)
        {
            if (block.Delta(map.Output, i) is { } delta)
            {
                TermWriter writer = new(block.Arithmetic, [.. map.Walks.Select((walk, input) => values[input][walk.At(i)])], block.Local);
                new TermBackward(writer, block.Arithmetic, IsWanted, block.Local, (input, share) => block.Add(map.Inputs[input], map.Walks[input].At(i), $"+ {share}"))
                    .Write(map.Formula, delta);
            }
        }
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Operation operation)
    {
        MapOperation map = (MapOperation)operation;
        string?[] targets = [.. map.Inputs.Select(block.Deltas)];
        bool IsWanted(int input) => targets[input] is not null;
        if (!map.Formula.Reads(IsWanted))
        {
            return;
        }

        List<(string, string, int)> spans = [("outputDelta", block.Deltas(map.Output)!, map.Size)];
        for (int input = 0; input < targets.Length; input++)
        {
            spans.Add((Input(input), block.Values(map.Inputs[input]), block.Size(map.Inputs[input])));
            if (targets[input] is { } target)
            {
                spans.Add((InputDelta(input), target, block.Size(map.Inputs[input])));
            }
        }

        block.OpenSamples([.. spans]);
        IReadOnlyList<MapAxis> axes = MapAxis.Of(map);
        LoopBlock loops = block.Loops(map, [.. map.Inputs.Select((_, input) => Input(input))]);
        loops.Names.Take(spans.Select(span => span.Item1));
        if (axes.Count is 0 or > MostAxes)
        {
            block.OpenElements(Literal.Integer(map.Size));
            string[] operands = MapEmitter.Operands(map, block.Writer, block.Arithmetic, loops.Names, Input);
            Write("i", new TermWriter(block.Arithmetic, operands, loops.Local), input => map.Walks[input].At("i"));
            block.Writer.Close();
        }
        else
        {
            LoopOperands operands = new(loops, map.Formula, axes);
            operands.Write(-1);
            for (int axis = 0; axis < axes.Count; axis++)
            {
                string variable = operands.Variable(axis);
                block.Writer.Open($"for (int {variable} = 0; {variable} < {Literal.Integer(axes[axis].Size)}; {variable}++)");
                operands.Write(axis);
            }

            Write(operands.Position(axis => axis.Output), operands.Terms(), input => operands.Position(axis => axis.Steps[input]));
            for (int axis = 0; axis < axes.Count; axis++)
            {
                block.Writer.Close();
            }
        }

        block.Writer.Close();

        void Write(string position, TermWriter writer, Func<int, string> target)
        {
            block.Writer.Line($"{block.Type} delta = outputDelta[{position}];");
            new TermBackward(writer, block.Arithmetic, IsWanted, (name, value) => loops.Local(block.Type, name, value), (input, share) => block.Writer.Line($"{InputDelta(input)}[{target(input)}] += {share};"))
                .Write(map.Formula, "delta");
        }
    }

    private static string Input(int input) => $"input{Literal.Integer(input)}";

    private static string InputDelta(int input) => $"inputDelta{Literal.Integer(input)}";
}
