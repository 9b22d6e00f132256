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

/// <summary>Writes fully connected layers, with the elementwise activation that follows.</summary>
internal sealed class DenseEmitter : OperationEmitter
{
    /// <summary>From here on single precision adds in four partial sums, which is faster and more accurate than one.</summary>
    private const int PartialSumsFrom = 16;

    /// <inheritdoc/>
    public override Type OperationType => typeof(DenseOperation);

    /// <inheritdoc/>
    public override string?[] Unrolled(UnrolledBlock block, Step step, string?[][] inputs, bool[] needed)
    {
        DenseOperation dense = (DenseOperation)step.Operation;
        string?[] outputs = new string?[dense.Units];
        for (int unit = 0; unit < dense.Units; unit++)
        {
            if (needed[unit])
            {
                string sum = block.DeclareElement(dense.Output, unit);
                if (block.Arithmetic.IsLanes)
                {
                    WriteLanes(block, dense, unit, inputs[0], sum);
                    outputs[unit] = ActivationEmitter.Element(block, step.Activation, unit, sum);
                    continue;
                }

                new WeightedSum(block, dense.Weights, dense.Bias).Write(sum, dense.Products(unit), unit, inputs[0]);
                outputs[unit] = ActivationEmitter.Element(block, step.Activation, unit, sum);
            }
        }

        return outputs;
    }

    /// <summary>One unit's sums for many samples: a statement per weight, so that product and sum become one instruction.</summary>
    private static void WriteLanes(UnrolledBlock block, DenseOperation dense, int unit, string?[] inputs, string sum)
    {
        Arithmetic arithmetic = block.Arithmetic;
        int[] terms = [.. Enumerable.Range(0, dense.InputSize).Where(i => dense.Weight(unit, i) != 0)];
        bool hasBias = dense.Bias is { } bias && bias[unit] != 0;
        if (hasBias || terms.Length == 0)
        {
            block.Local(sum, arithmetic.Literal(hasBias ? dense.Bias![unit] : 0));
        }
        else
        {
            block.Local(sum, $"{inputs[terms[0]]} * {arithmetic.Number(dense.Weight(unit, terms[0]))}");
            terms = [.. terms.Skip(1)];
        }

        foreach (int i in terms)
        {
            block.Writer.Line($"{sum} = {arithmetic.MultiplyAdd(inputs[i]!, arithmetic.Literal(dense.Weight(unit, i)), sum)};");
        }
    }

    /// <inheritdoc/>
    public override void Loops(LoopBlock block, Step step)
    {
        DenseOperation dense = (DenseOperation)step.Operation;
        string? packed = block.Arithmetic.Precision == Precision.Single ? block.Packed(step) : null;
        bool isSparse = step.IsSparseForSample;
        string rows = step.IsPackedOnce ? ", 1" : "";
        if (packed is not null && (!step.HasZeros || isSparse))
        {
            bool isRelu = !isSparse && step.Activation?.Function is RectifierFunction { IsZeroBelow: true };
            block.Writer.Line($"{packed}.{(isRelu ? "ForwardRelu" : "Forward")}({block.Input}, {block.Output}{rows});");
            WriteActivation(block, isRelu ? null : step.Activation);
            return;
        }

        block.Data("weights", dense.Weights);
        if (dense.Bias is not null)
        {
            block.Data("bias", dense.Bias);
        }

        if (block.Arithmetic.Precision == Precision.Single)
        {
            string product = packed is not null
                ? $"{packed}.Forward({block.Input}, {block.Output}{rows});"
                : $"global::NeuralGen.DenseKernels.Forward(weights, {(dense.Bias is null ? "default" : "bias")}, {block.Input}, {block.Output}, 1);";
            WriteKernel(block, step, dense, product);
            return;
        }

        ActivationEmitter.LoopData(block, step.Activation?.Function);
        WriteUnits(block, step, dense);
    }

    /// <summary>Single precision may add in any order, so the runtime library's vector code does it.</summary>
    private static void WriteKernel(LoopBlock block, Step step, DenseOperation dense, string product)
    {
        SourceWriter writer = block.Writer;
        writer.Line(product);
        if (step.HasZeros)
        {
            writer.Open($"if (global::NeuralGen.SpecialValues.AnyNaN({block.Output}))");
            writer.Line("// A weight of zero ignores its input, NaN and infinities included.");
            WriteUnits(block, step with { Activation = null }, dense);
            writer.Close();
        }

        WriteActivation(block, step.Activation);
    }

    /// <summary>Writes an elementwise activation of what the output holds.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="activation">The activation, or null for none.</param>
    public static void WriteActivation(LoopBlock block, ActivationOperation? activation)
    {
        SourceWriter writer = block.Writer;
        if (activation is not null && ActivationCall.Forward(activation.Function, block.Output, block.Output, "1", block.Arithmetic) is { } call)
        {
            writer.Line(call);
        }
        else if (activation?.Function is ElementwiseActivation function)
        {
            writer.Line();
            ActivationEmitter.LoopData(block, function);
            block.ForEach("unit", block.Output);
            writer.Line($"{block.Type} x = {block.Output}[unit];");
            writer.Line($"{block.Output}[unit] = {function.Expression("x", function.SlopeIn("unit"), block.Arithmetic)};");
            writer.Close();
        }
    }

    private static void WriteUnits(LoopBlock block, Step step, DenseOperation dense)
    {
        SourceWriter writer = block.Writer;
        string size = Literal.Integer(dense.InputSize);
        block.ForEach("unit", block.Output);
        writer.Line($"global::System.ReadOnlySpan<{block.Type}> row = weights.Slice(unit * {size}, {size});");
        WriteSum(block, step);
        string sum = dense.Bias is null ? "sum" : "sum + bias[unit]";
        if (step.Activation?.Function is ElementwiseActivation function)
        {
            writer.Line($"{block.Type} x = {sum};");
            sum = function.Expression("x", function.SlopeIn("unit"), block.Arithmetic);
        }

        writer.Line($"{block.Output}[unit] = {sum};");
        writer.Close();
    }

    /// <inheritdoc/>
    public override void Samples(SamplesBlock block, Step step)
    {
        DenseOperation dense = (DenseOperation)step.Operation;
        if (PackedSamples(block, step, relu: null))
        {
            WriteEpilogue(block, step);
            return;
        }

        string weights = block.Numbers(dense, "weights", dense.Weights);
        string bias = dense.Bias is null ? "default" : block.Numbers(dense, "bias", dense.Bias);
        block.Writer.Line(
            $"global::NeuralGen.DenseKernels.Forward({weights}, {bias}, {block.Values(dense.Inputs[0])}, {block.Values(step.Output)}, samples);");
        WriteEpilogue(block, step);
    }

    /// <summary>Writes the call for many samples of a layer whose numbers never change; gives false if there is none.</summary>
    /// <param name="block">The method body.</param>
    /// <param name="step">The layer.</param>
    /// <param name="relu">The activation that is computed along with it; null for none.</param>
    public static bool PackedSamples(SamplesBlock block, Step step, RectifierFunction? relu)
    {
        DenseOperation dense = (DenseOperation)step.Operation;
        if (block.Packed(step) is not { } packed)
        {
            return false;
        }

        string output = block.Values(step.Output);
        bool isSparse = step.IsSparseForBatch;
        block.Writer.Line($"{packed}.{(relu is not null && !isSparse ? "ForwardRelu" : "Forward")}({block.Values(dense.Inputs[0])}, {output}, samples);");
        if (relu is not null && isSparse)
        {
            block.Writer.Line(ActivationCall.Forward(relu, output, output, "samples", block.Arithmetic)!);
        }

        return true;
    }

    private static void WriteSum(LoopBlock block, Step step)
    {
        SourceWriter writer = block.Writer;
        string zero = block.Arithmetic.Literal(0);
        DenseOperation dense = (DenseOperation)step.Operation;
        string Product(string index)
        {
            // A weight of zero ignores its input, NaN and infinities included.
            string product = $"row[{index}] * {block.Input}[{index}]";
            return step.HasZeros ? $"row[{index}] == {zero} ? {zero} : {product}" : product;
        }

        // Double precision adds in input order, as NumPy does in tiny cases; single precision may reorder.
        if (block.Arithmetic.Precision == Precision.Double || dense.InputSize < PartialSumsFrom)
        {
            writer.Line($"{block.Type} sum = {zero};");
            block.ForEach("i", "row");
            writer.Line($"sum += {Product("i")};");
            writer.Close();
            writer.Line();
            return;
        }

        for (int part = 0; part < 4; part++)
        {
            writer.Line($"{block.Type} sum{Literal.Integer(part)} = {zero};");
        }

        writer.Line("int i = 0;");
        writer.Open($"for (; i <= row.Length - 4; i += 4)");
        for (int part = 0; part < 4; part++)
        {
            writer.Line($"sum{Literal.Integer(part)} += {Product(part == 0 ? "i" : $"i + {Literal.Integer(part)}")};");
        }

        writer.Close();
        writer.Line();
        writer.Open("for (; i < row.Length; i++)");
        writer.Line($"sum0 += {Product("i")};");
        writer.Close();
        writer.Line();
        writer.Line($"{block.Type} sum = (sum0 + sum1) + (sum2 + sum3);");
    }
}
