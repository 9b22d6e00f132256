using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass of an activation that looks at one value at a time, for a number of samples.</summary>
/// <param name="block">The method body.</param>
/// <param name="activation">The operation.</param>
/// <param name="function">Its function.</param>
internal sealed class ElementwiseSamplesBackward(SamplesBlock block, ActivationOperation activation, ElementwiseActivation function)
{
    private readonly SourceWriter _writer = block.Writer;

    /// <summary>Writes the loop.</summary>
    public void Write()
    {
        int input = activation.Inputs[0];
        string deltas = block.Deltas(activation.Output)!;
        string? inputDeltas = block.Deltas(input);
        string join = block.Join(input, activation.Output);
        if (function.Slopes is { } slopes)
        {
            WriteWithSlopes(slopes, deltas, inputDeltas, join);
        }
        else if (inputDeltas is not null)
        {
            block.OpenElements($"{deltas}.Length");
            if (function.DerivativeNeedsInput)
            {
                _writer.Line($"{block.Type} x = {block.Values(input)}[i];");
            }

            _writer.Line($"{block.Type} y = {block.Values(activation.Output)}[i];");
            _writer.Line($"{block.Type} delta = {deltas}[i];");
            WriteElement($"{inputDeltas}[i] {join} ", "");
            _writer.Close();
        }
    }

    private void WriteWithSlopes(NetworkNumbers slopes, string deltas, string? inputDeltas, string join)
    {
        string zero = block.Arithmetic.Literal(0);
        string size = Literal.Integer(block.Size(activation.Output));
        block.OpenSamples();
        _writer.Line($"global::System.ReadOnlySpan<{block.Type}> slopes = {block.Numbers(activation, "slopes", slopes)};");
        if (block.WantsParameters)
        {
            _writer.Line($"global::System.Span<{block.Type}> slopeGradient = {block.Gradient(slopes)};");
        }

        block.OpenElements(size);
        _writer.Line($"{block.Type} x = {block.Values(activation.Inputs[0])}[sample * {size} + i];");
        _writer.Line($"{block.Type} delta = {deltas}[sample * {size} + i];");
        if (block.WantsParameters)
        {
            _writer.Line($"{function.SlopeIn("i").Replace("slopes[", "slopeGradient[")} += x > {zero} ? {zero} : x * delta;");
        }

        if (inputDeltas is not null)
        {
            WriteElement($"{inputDeltas}[sample * {size} + i] {join} ", function.SlopeIn("i"));
        }

        _writer.Close();
        _writer.Close();
    }

    private void WriteElement(string target, string slope)
    {
        string value = function.Backward(new BackwardOperands("x", "y", "delta", slope, block.Arithmetic, (name, local) =>
        {
            _writer.Line($"{block.Type} {name} = {local};");
            return name;
        }));
        _writer.Line($"{target}{value};");
    }
}
