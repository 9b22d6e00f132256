using NeuralGen.Compiler.Emission.Expressions;
using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of a formula: a value that is met again adds up what it gets each time.</summary>
internal sealed class MapBackward : OperationBackward
{
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
        block.OpenElements(Literal.Integer(map.Size));
        NameScope names = new([.. SamplesBlock.Reserved, .. spans.Select(span => span.Item1)]);
        string Typed(string type, string name, string value) => MapEmitter.Local(block.Writer, type, names, name, value);
        string Local(string name, string value) => Typed(block.Type, name, value);
        string[] operands = MapEmitter.Operands(map, block.Writer, block.Arithmetic, names, Input);
        TermWriter writer = new(block.Arithmetic, operands, Typed);
        block.Writer.Line($"{block.Type} delta = outputDelta[i];");
        new TermBackward(writer, block.Arithmetic, IsWanted, Local, (input, share) => block.Writer.Line($"{InputDelta(input)}[{map.Walks[input].At("i")}] += {share};"))
            .Write(map.Formula, "delta");
        block.Writer.Close();
        block.Writer.Close();
    }

    private static string Input(int input) => $"input{Literal.Integer(input)}";

    private static string InputDelta(int input) => $"inputDelta{Literal.Integer(input)}";
}
