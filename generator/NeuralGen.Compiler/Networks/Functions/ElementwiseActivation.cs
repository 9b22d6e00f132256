using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>An activation function that looks at one value at a time.</summary>
internal abstract record ElementwiseActivation : ActivationFunction
{
    /// <summary>The function's value in double precision.</summary>
    /// <param name="x">The value before activation.</param>
    /// <param name="index">The position of the value, for functions with parameters of their own.</param>
    public abstract double Value(double x, int index);

    /// <summary>The function as a C# expression, safe to stand as an operand without brackets only at the top of a statement.</summary>
    /// <param name="x">A local variable or element: may be repeated, is never a negative literal.</param>
    /// <param name="slope">The slope of this element, for functions that have slopes.</param>
    /// <param name="arithmetic">How numbers and functions are written.</param>
    public abstract string Expression(string x, string slope, FunctionWriter arithmetic);

    /// <summary>Which of the slopes belongs to a value, for functions that have slopes.</summary>
    /// <param name="index">The position of the value.</param>
    public virtual int SlopeAt(int index) => index;

    /// <summary>The C# of a value's slope, where a loop goes through the values.</summary>
    /// <param name="index">The variable that counts the values.</param>
    public virtual string SlopeIn(string index) => $"slopes[{index}]";

    /// <summary>Whether the function is a comparison or two, so that it is written out where a variable holds the values of many samples.</summary>
    public virtual bool IsShort => false;

    /// <summary>The same of the derivative.</summary>
    public virtual bool IsDerivativeShort => IsShort;

    /// <summary>Whether the derivative is written with the value before activation; else the value behind it is enough.</summary>
    public virtual bool DerivativeNeedsInput => false;

    /// <summary>
    /// The derivative of the loss with respect to x as a C# expression, given that with respect to the function's value: the
    /// backward pass. At a corner it is what PyTorch takes.
    /// </summary>
    /// <param name="operands">What the expression is put together from.</param>
    public abstract string Backward(BackwardOperands operands);

    /// <summary>A unit none of whose values before activation is above this gives the same whatever its inputs are; null where there is no such bound.</summary>
    public virtual double? NeverFiresUpTo => null;

    /// <summary>A unit whose values before activation are farther from zero than this, all on one side, is flat in single precision; null where there is no such bound.</summary>
    public virtual double? SaturatesFrom => null;

    /// <summary>Whether a larger value before activation never gives a smaller one behind it.</summary>
    public virtual bool IsMonotone => false;

    /// <inheritdoc/>
    public override Interval[] Bounds(Interval[] inputs) =>
        [.. inputs.Select((input, i) => IsMonotone ? new Interval(Value(input.Low, i), Value(input.High, i))
            : input.Low.Equals(input.High) ? Interval.Of(Value(input.Low, i))
            : Interval.Any)];

    /// <inheritdoc/>
    public override double[] Evaluate(double[] input)
    {
        double[] output = new double[input.Length];
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = Value(input[i], i);
        }

        return output;
    }
}
