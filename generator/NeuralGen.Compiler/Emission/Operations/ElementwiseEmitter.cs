using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes an operation whose outputs each depend on the inputs at the same position.</summary>
/// <typeparam name="T">The kind of operation.</typeparam>
internal abstract class ElementwiseEmitter<T> : OperationEmitter
    where T : Operation
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(T);

    /// <summary>The value of one output.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="inputs">The operands that hold the inputs at this position.</param>
    /// <param name="constants">How a constant of the operation is written at this position.</param>
    /// <param name="index">The position; null in a loop.</param>
    /// <param name="arithmetic">How numbers are written.</param>
    protected abstract string Expression(
        T operation, IReadOnlyList<string> inputs, Func<string, NetworkNumbers, string> constants, int? index, Arithmetic arithmetic);

    /// <summary>Which of the constants belongs to a value.</summary>
    protected virtual ChannelMap Channels(T operation) => default;

    /// <summary>The constants that a loop reads.</summary>
    protected abstract IEnumerable<(string Name, NetworkNumbers Values)> Constants(T operation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        T operation = (T)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int i = 0; i < needed.Length; i++)
        {
            if (!needed[i])
            {
                continue;
            }

            int position = i;
            int index = Channels(operation).Of(i);
            string value = Expression(
                operation, [.. inputs.Select(input => input[position]!)], (_, values) => block.Number(values, index), index, block.Arithmetic);
            outputs[i] = block.DeclareElement(operation.Output, i);
            block.Local(outputs[i]!, value);
        }

        return outputs;
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        T operation = (T)step.Operation;
        foreach ((string name, NetworkNumbers values) in Constants(operation))
        {
            block.Data(name, values);
        }

        block.ForEach("i", block.Output);
        ChannelMap channels = Channels(operation);
        if (channels.HasChannels)
        {
            block.Writer.Line($"int channel = {channels.Of("i")};");
        }

        string at = channels.HasChannels ? "channel" : "i";
        string value = Expression(
            operation, [.. block.Inputs.Select(input => $"{input}[i]")], (name, _) => $"{name}[{at}]", null, block.Arithmetic);
        block.Writer.Line($"{block.Output}[i] = {value};");
        block.Writer.Close();
    }
}
