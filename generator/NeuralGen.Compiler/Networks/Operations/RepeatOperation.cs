using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>
/// A network that is computed a number of times, each round from the states that the one before left. The result is one list: the last states,
/// what is collected of all rounds, and room for the states between, which nobody reads.
/// </summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Inputs">The first states, the sequences, and what is the same in each round.</param>
/// <param name="Output">The tensor it writes.</param>
/// <param name="Count">How many rounds there are.</param>
/// <param name="States">How many states there are.</param>
/// <param name="Sequences">How many sequences there are, of which each round gets one entry of the first axis.</param>
/// <param name="Body">
/// The network of one round: from the states, an entry of each sequence, what is the same, and the round's number where it has one input more;
/// to the next states, what is collected, and the condition.
/// </param>
/// <param name="Signature">How that network is called.</param>
internal sealed record RepeatOperation(
    string Layer, EquatableArray<int> Inputs, int Output, int Count, int States, int Sequences, Network Body, NetworkSignature Signature)
    : Operation(Layer, Inputs, Output)
{
    /// <summary>Whether the last output of a round says that another one follows.</summary>
    public bool HasCondition { get; init; }

    /// <summary>Whether the last input of a round is its number.</summary>
    public bool HasNumber => Body.InputCount > Inputs.Count;

    /// <summary>How many tensors are collected.</summary>
    public int Collected => Body.OutputTensors.Count - States - (HasCondition ? 1 : 0);

    /// <summary>How many values all states have.</summary>
    public int StateSize => Enumerable.Range(0, States).Sum(InputSize);

    /// <summary>How many values the result has that somebody may read.</summary>
    public long ResultSize => StateSize + Enumerable.Range(States, Collected).Sum(output => (long)Count * OutputSize(output));

    /// <inheritdoc/>
    public override string Kind => "repeat";

    /// <inheritdoc/>
    public override bool HasStatements => false;

    /// <inheritdoc/>
    public override bool IsDifferentiable => false;

    /// <inheritdoc/>
    public override IEnumerable<NetworkNumbers> Numbers => Body.Operations.SelectMany(operation => operation.Numbers);

    /// <inheritdoc/>
    public override long MultiplyAdds => Count * Body.Operations.Sum(operation => operation.MultiplyAdds);

    /// <inheritdoc/>
    public override long? UnrolledTerms => Count * Body.Operations.Sum(operation => operation.MultiplyAdds + Math.Max(operation.UnrolledTerms ?? 0, Body.Tensors[operation.Output].Size));

    /// <summary>The size of an input of a round.</summary>
    public int InputSize(int input) => Body.Tensors[input].Size;

    /// <summary>The size of an output of a round.</summary>
    public int OutputSize(int output) => Body.Tensors[Body.OutputTensors[output]].Size;

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs) => Evaluate(inputs, values =>
    {
        double[][] tensors = Interpreter.Evaluate(Body, values);
        return [.. Body.OutputTensors.Select(tensor => tensors[tensor])];
    });

    /// <inheritdoc/>
    public override double[] Evaluate(double[][] inputs, Rounding rounding) => Evaluate(inputs, values =>
    {
        double[][] tensors = new double[Body.Tensors.Count][];
        values.CopyTo(tensors, 0);
        foreach (Operation operation in Body.Operations)
        {
            double[][] read = [.. operation.Inputs.Select(tensor => tensors[tensor])];
            tensors[operation.Output] = Body.Tensors[operation.Output].Type == ElementType.Float ? operation.Evaluate(read, rounding) : operation.Evaluate(read);
        }

        return [.. Body.OutputTensors.Select(tensor => tensors[tensor])];
    });

    /// <summary>Computes all rounds.</summary>
    /// <param name="inputs">The values of the tensors in <see cref="Operation.Inputs"/>.</param>
    /// <param name="round">Computes one, from the inputs of the body to its outputs.</param>
    public double[] Evaluate(double[][] inputs, Func<double[][], double[][]> round)
    {
        double[][] states = [.. inputs.Take(States)];
        double[] result = new double[ResultSize + StateSize];
        for (int number = 0; number < Count; number++)
        {
            IEnumerable<double[]> entries = Enumerable.Range(States, Sequences).Select(input => Part(inputs[input], number * InputSize(input), InputSize(input)));
            double[][] outputs = round([.. states, .. entries, .. inputs.Skip(States + Sequences), .. HasNumber ? (double[][])[[number]] : []]);
            states = [.. outputs.Take(States)];
            int start = StateSize;
            for (int output = States; output < States + Collected; output++)
            {
                outputs[output].CopyTo(result, start + (number * OutputSize(output)));
                start += Count * OutputSize(output);
            }

            if (HasCondition && outputs[outputs.Length - 1][0] == 0)
            {
                break;
            }
        }

        int end = 0;
        foreach (double[] state in states)
        {
            state.CopyTo(result, end);
            end += state.Length;
        }

        return result;
    }

    private static double[] Part(double[] values, int start, int size)
    {
        double[] part = new double[size];
        Array.Copy(values, start, part, 0, size);
        return part;
    }
}
