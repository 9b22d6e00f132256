using NeuralGen.Compiler.Emission.Expressions;
using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes activation functions that stand alone or look at all values at once.</summary>
internal sealed class ActivationEmitter : OperationEmitter
{
    /// <inheritdoc/>
    public override Type OperationType => typeof(ActivationOperation);

    /// <summary>Writes an elementwise activation of one local variable; gives the variable that holds the result.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="activation">The activation, or null for none.</param>
    /// <param name="index">The element's position.</param>
    /// <param name="x">The variable before activation.</param>
    public static string Element(UnrolledBlock block, ActivationOperation? activation, int index, string x)
    {
        if (activation?.Function is not ElementwiseActivation function)
        {
            return x;
        }

        string result = block.DeclareElement(activation.Output, index);
        string slope = function.Slopes is { } slopes ? block.Factor(slopes, function.SlopeAt(index)) : "";
        block.Local(result, block.Arithmetic.Activation(function, x, slope));
        return result;
    }

    /// <summary>Writes the constant data that an activation needs in a loop.</summary>
    public static void LoopData(LoopBlock block, ActivationFunction? function)
    {
        if (function?.Slopes is { } slopes)
        {
            block.Data("slopes", slopes);
        }
    }

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        ActivationOperation operation = (ActivationOperation)step.Operation;
        if (operation.Function is ElementwiseActivation)
        {
            return [.. inputs[0].Select((x, i) => needed[i] ? Element(block, operation, i, x!) : null)];
        }

        return Softmax(block, (SoftmaxFunction)operation.Function, inputs[0]!, needed, i => block.DeclareElement(operation.Output, i));
    }

    /// <summary>Writes softmax of some local variables; gives the variables that hold the results.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="function">Which form.</param>
    /// <param name="inputs">The variables.</param>
    /// <param name="needed">Which results matter; the others stay null.</param>
    /// <param name="declare">Declares the variable of a result.</param>
    public static string?[] Softmax(UnrolledBlock block, SoftmaxFunction function, string[] inputs, bool[] needed, Func<int, string> declare)
    {
        Arithmetic arithmetic = block.Arithmetic;
        string[] values = [.. inputs.Select((value, i) => function.IsNegated ? Declared(block, $"negated_{Literal.Integer(i)}", "-" + value) : value)];
        string max = block.Declare("max");
        block.Local(max, values[0]);
        foreach (string value in values.Skip(1))
        {
            block.Writer.Line($"{max} = {arithmetic.Select(value, ">", max, value, max)};");
        }

        bool isLog = function.IsLogarithm;
        string[] terms = [.. values.Select((value, i) => arithmetic.Exp($"{value} - {max}"))];
        if (!isLog)
        {
            terms = [.. terms.Select((term, i) => Declared(block, $"exp_{Literal.Integer(i)}", term))];
        }

        string sum = block.Declare("sum");
        block.Sum(sum, [.. terms.Select((term, i) => i == 0 ? term : "+ " + term)]);
        string log = isLog ? Declared(block, "log_sum", arithmetic.Log(sum)) : "";
        return
        [
            .. values.Select((value, i) => !needed[i]
                ? null
                : Local(block, declare(i), isLog ? $"{value} - {max} - {log}" : $"{terms[i]} / {sum}")),
        ];
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        ActivationOperation operation = (ActivationOperation)step.Operation;
        block = new StepFormulas(block, step).WritePrologue();
        bool isSingle = block.Arithmetic.Precision == Precision.Single;
        if (isSingle && ActivationCall.Forward(operation.Function, block.Input, block.Output, "1", block.Arithmetic) is { } call)
        {
            block.Writer.Line(call);
            return;
        }

        if (operation.Function is ElementwiseActivation function)
        {
            LoopData(block, function);
            block.ForEach("i", block.Output);
            block.Writer.Line($"{block.Type} x = {block.Input}[i];");
            block.Writer.Line($"{block.Output}[i] = {function.Expression("x", function.SlopeIn("i"), block.Arithmetic)};");
            block.Writer.Close();
            return;
        }

        WriteSoftmax(block, (SoftmaxFunction)operation.Function);
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Step step)
    {
        Operation operation = step.Operation;
        ActivationFunction function = ((ActivationOperation)operation).Function;
        if (step.Prologue is null && ActivationCall.Forward(function, block.Values(operation.Inputs[0]), block.Values(operation.Output), "samples", block.Arithmetic) is { } call)
        {
            block.Writer.Line(call);
        }
        else
        {
            base.Samples(block, step);
        }
    }

    private static void WriteSoftmax(LoopBlock block, SoftmaxFunction function)
    {
        bool isLog = function.IsLogarithm;
        string input = (function.IsNegated ? "-" : "") + block.Input;
        SourceWriter writer = block.Writer;
        Arithmetic arithmetic = block.Arithmetic;
        writer.Line($"{block.Type} max = {input}[0];");
        block.ForEach("i", block.Output);
        writer.Line($"max = {input}[i] > max ? {input}[i] : max;");
        writer.Close();
        writer.Line();
        writer.Line($"{block.Type} sum = {arithmetic.Literal(0)};");
        block.ForEach("i", block.Output);
        if (isLog)
        {
            writer.Line($"sum += {arithmetic.Exp($"{input}[i] - max")};");
        }
        else
        {
            writer.Line($"{block.Output}[i] = {arithmetic.Exp($"{input}[i] - max")};");
            writer.Line($"sum += {block.Output}[i];");
        }

        writer.Close();
        writer.Line();
        if (isLog)
        {
            writer.Line($"{block.Type} logSum = {arithmetic.Log("sum")};");
        }

        block.ForEach("i", block.Output);
        writer.Line(isLog ? $"{block.Output}[i] = {input}[i] - max - logSum;" : $"{block.Output}[i] /= sum;");
        writer.Close();
    }

    private static string Declared(UnrolledBlock block, string name, string value)
    {
        string local = block.Declare(name);
        block.Local(local, value);
        return local;
    }

    private static string Local(UnrolledBlock block, string local, string value)
    {
        block.Local(local, value);
        return local;
    }
}
