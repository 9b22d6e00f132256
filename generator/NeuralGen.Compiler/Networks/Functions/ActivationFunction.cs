using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Functions;

/// <summary>An activation function: its reference arithmetic and, in the derived types, its C#.</summary>
internal abstract record ActivationFunction
{
    /// <summary>The name in JSON files.</summary>
    public abstract string Name { get; }

    /// <summary>The arguments that a declaration names.</summary>
    public virtual IReadOnlyList<(string Name, double Value)> Arguments => [];

    /// <summary>
    /// The runtime library's structure that computes the function for many values at once, whose constructor takes the arguments;
    /// null where it has none and the function is written out.
    /// </summary>
    public virtual string? Kernel => null;

    /// <summary>Whether the structure's derivatives hold for these arguments, too.</summary>
    public virtual bool HasKernelGradient => Kernel is not null;

    /// <summary>Whether the values stay what they are.</summary>
    public virtual bool IsIdentity => false;

    /// <summary>Whether the function lets about half of its values through, as a rectifier does: He's initialisation suits it.</summary>
    public virtual bool IsRectifier => false;

    /// <summary>The loss that is computed from the values before the function, since its logarithm and the function cancel.</summary>
    public virtual LossKind? Loss => null;

    /// <summary>The slopes that training would change, for the one function that has any.</summary>
    public virtual NetworkNumbers? Slopes => null;

    /// <summary>Whether the output is a probability, or one of several that add up to one.</summary>
    public virtual bool IsProbability => false;

    /// <summary>What the outputs can be, given what the inputs can be; too wide rather than too narrow.</summary>
    /// <param name="inputs">The bounds of the values before activation.</param>
    public virtual Interval[] Bounds(Interval[] inputs) => [.. inputs.Select(_ => Interval.Any)];

    /// <summary>Applies the function in double precision.</summary>
    /// <param name="input">The values before activation.</param>
    public abstract double[] Evaluate(double[] input);

    /// <summary>Applies the function as generated code does, where every result is rounded to the network's precision.</summary>
    /// <param name="input">The values before activation, of that precision.</param>
    /// <param name="rounding">The rounding.</param>
    public virtual double[] Evaluate(double[] input, Rounding rounding) => rounding.Of(Rounded(rounding).Evaluate(input));

    /// <summary>The function with its arguments as generated code holds them.</summary>
    /// <param name="rounding">The rounding of the network's precision.</param>
    protected virtual ActivationFunction Rounded(Rounding rounding) => this;

    /// <summary>Whether the function is made of products, sums and comparisons, which give the same on every machine.</summary>
    public virtual bool IsPiecewiseLinear => false;
}
