using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes normalisations group by group: the mean, the variance around it, then each value.</summary>
internal sealed class GroupNormalizationEmitter : OperationEmitter
{
    private const int FewestForVectors = 8;

    /// <inheritdoc/>
    public override Type OperationType => typeof(GroupNormalizationOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        GroupNormalizationOperation operation = (GroupNormalizationOperation)step.Operation;
        string?[] outputs = new string?[needed.Length];
        for (int start = 0; start < needed.Length; start += operation.Length)
        {
            if (Array.IndexOf(needed, true, start, operation.Length) >= 0)
            {
                Unrolled(block, operation, start, [.. inputs[0].Skip(start).Take(operation.Length).Select(value => value!)], needed, outputs);
            }
        }

        return outputs;
    }

    private static void Unrolled(UnrolledBlock block, GroupNormalizationOperation operation, int start, string[] values, bool[] needed, string?[] outputs)
    {
        Arithmetic arithmetic = block.Arithmetic;
        string count = arithmetic.Literal(values.Length);
        string[] differences = values;
        if (operation.HasMean)
        {
            string sum = block.Declare("sum");
            block.Sum(sum, [.. values.Select((value, i) => i == 0 ? value : "+ " + value)]);
            string mean = block.Declare("mean");
            block.Local(mean, $"{sum} / {count}");
            differences = [.. values.Select(value => $"({value} - {mean})")];
        }

        string squares = block.Declare("squares");
        block.Sum(squares, [.. differences.Select((difference, i) => $"{(i == 0 ? "" : "+ ")}{difference} * {difference}")]);
        string deviation = block.Declare(operation.HasMean ? "deviation" : "root");
        block.Local(deviation, arithmetic.Sqrt($"{squares} / {count} + {arithmetic.Literal(operation.Epsilon)}"));
        for (int i = 0; i < values.Length; i++)
        {
            if (needed[start + i])
            {
                int factor = operation.FactorOf(start + i);
                string output = block.DeclareElement(operation.Output, start + i);
                outputs[start + i] = output;
                string gamma = operation.Gamma is null || (block.AreConstant && operation.Gamma[factor] == 1) ? "" : $" * {block.Number(operation.Gamma, factor)}";
                string beta = operation.Beta is null || (block.AreConstant && operation.Beta[factor] == 0) ? "" : $" + {block.Number(operation.Beta, factor)}";
                block.Local(output, $"{differences[i]} / {deviation}{gamma}{beta}");
            }
        }
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        GroupNormalizationOperation operation = (GroupNormalizationOperation)step.Operation;
        if (operation.Length >= FewestForVectors)
        {
            block.Writer.Line(Call(block, operation));
            return;
        }

        SourceWriter writer = block.Writer;
        Arithmetic arithmetic = block.Arithmetic;
        string zero = arithmetic.Literal(0);
        if (operation.Gamma is { } factors)
        {
            block.Data("gamma", factors);
        }

        if (operation.Beta is { } offsets)
        {
            block.Data("beta", offsets);
        }

        bool hasRows = operation.Rows > 1;
        string length = hasRows ? Literal.Integer(operation.Length) : $"{block.Output}.Length";
        string at = hasRows ? "start + i" : "i";
        if (hasRows)
        {
            writer.Open($"for (int row = 0; row < {Literal.Integer(operation.Rows)}; row++)");
            writer.Line($"int start = row * {length};");
        }

        void Each(params string[] statements)
        {
            writer.Open($"for (int i = 0; i < {length}; i++)");
            foreach (string statement in statements)
            {
                writer.Line(statement);
            }

            writer.Close();
        }

        if (operation.HasMean)
        {
            writer.Line($"{block.Type} sum = {zero};");
            Each($"sum += {block.Input}[{at}];");
            writer.Line();
            writer.Line($"{block.Type} mean = sum / {length};");
        }

        writer.Line($"{block.Type} squares = {zero};");
        Each(operation.HasMean ? [$"{block.Type} difference = {block.Input}[{at}] - mean;", "squares += difference * difference;"] : [$"squares += {block.Input}[{at}] * {block.Input}[{at}];"]);
        writer.Line();
        string deviation = operation.HasMean ? "deviation" : "root";
        writer.Line($"{block.Type} {deviation} = {arithmetic.Sqrt($"squares / {length} + {arithmetic.Literal(operation.Epsilon)}")};");
        string value = operation.HasMean ? $"({block.Input}[{at}] - mean)" : $"{block.Input}[{at}]";
        string factor = FactorAt(operation, at);
        string result = $"{block.Output}[{at}] = {value} / {deviation}{(operation.Gamma is null ? "" : $" * gamma[{factor}]")}{(operation.Beta is null ? "" : $" + beta[{factor}]")};";
        Each(factor == "channel" ? [$"int channel = {ChannelAt(operation, at)};", result] : [result]);
        if (hasRows)
        {
            writer.Close();
        }
    }

    private static string Call(LoopBlock block, GroupNormalizationOperation operation)
    {
        string gamma = operation.Gamma is { } factors ? block.Reference("gamma", factors) : "default";
        string beta = operation.Beta is { } offsets ? block.Reference("beta", offsets) : "default";
        string inner = Literal.Integer(operation.Channels.HasChannels ? operation.Channels.Inner : 0);
        return $"global::NeuralGen.RowNormalization.{(operation.HasMean ? "Apply" : "ApplyRoot")}"
            + $"({block.Input}, {block.Output}, {Literal.Integer(operation.Rows)}, {gamma}, {beta}, {inner}, {block.Arithmetic.Literal(operation.Epsilon)});";
    }

    /// <summary>The variable that says which factor belongs to a value in a loop over a group: its position there, or its channel.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="at">The value's position in the sample.</param>
    public static string FactorAt(GroupNormalizationOperation operation, string at) =>
        !operation.Channels.HasChannels || operation.Gamma is null ? "i" : operation.Channels.Inner == 1 ? at : "channel";

    /// <summary>The channel of a value.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="at">The value's position in the sample.</param>
    public static string ChannelAt(GroupNormalizationOperation operation, string at) =>
        $"{(at == "i" ? at : $"({at})")} / {Literal.Integer(operation.Channels.Inner)}";
}
