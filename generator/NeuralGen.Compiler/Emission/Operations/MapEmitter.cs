using NeuralGen.Compiler.Emission.Expressions;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes formulas.</summary>
internal sealed class MapEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(MapOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        MapOperation map = (MapOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int i = 0; i < needed.Length; i++)
        {
            if (needed[i])
            {
                string Local(string type, string name, string value)
                {
                    string local = block.Declare(name);
                    block.Writer.Line($"{type} {local} = {value};");
                    return local;
                }

                TermWriter writer = new(block.Arithmetic, [.. map.Walks.Select((walk, input) => inputs[input][walk.At(i)]!)], Local);
                string value = writer.Root(map.Formula);
                outputs[i] = block.DeclareElement(map.Output, i);
                block.Writer.Line($"{block.Arithmetic.TypeOf(map.Formula.Type)} {outputs[i]} = {value};");
            }
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        MapOperation map = (MapOperation)step.Operation;
        if (RowScale.Call(block, map) is { } call)
        {
            block.Writer.Line(call);
        }
        else
        {
            new MapLoops(block, map).Write();
        }
    }

    /// <summary>Writes variables for the operands that a formula reads in a loop over its results.</summary>
    /// <param name="map">The operation.</param>
    /// <param name="writer">Where to write.</param>
    /// <param name="arithmetic">How numbers are written.</param>
    /// <param name="names">The names of local variables.</param>
    /// <param name="spanOf">The span that holds an input.</param>
    public static string[] Operands(MapOperation map, SourceWriter writer, Arithmetic arithmetic, NameScope names, Func<int, string> spanOf) =>
    [
        .. map.Walks.Select((walk, input) => map.Formula.TypeOf(input) is { } type
            ? Local(writer, arithmetic.TypeOf(type), names, $"value{(map.Walks.Count == 1 ? "" : Literal.Integer(input))}", $"{spanOf(input)}[{walk.At("i")}]")
            : ""),
    ];

    /// <summary>Writes a local variable.</summary>
    public static string Local(SourceWriter writer, string type, NameScope names, string name, string value)
    {
        string local = names.Declare(name);
        writer.Line($"{type} {local} = {value};");
        return local;
    }
}
