namespace NeuralGen.Generator.Networks;

/// <summary>An activation function: its reference arithmetic and, in the derived types, its C#.</summary>
internal abstract record ActivationFunction
{
    /// <summary>The name in JSON files.</summary>
    public abstract string Name { get; }

    /// <summary>The parameter of the functions that have one, which does not change.</summary>
    public virtual double? Parameter => null;

    /// <summary>The slopes that training would change, for the one function that has any.</summary>
    public virtual NumberArray? Slopes => null;

    /// <summary>Whether the output is a probability, or one of several that add up to one.</summary>
    public virtual bool IsProbability => false;

    /// <summary>What the outputs can be, given what the inputs can be; too wide rather than too narrow.</summary>
    /// <param name="inputs">The bounds of the values before activation.</param>
    public virtual Interval[] Bounds(Interval[] inputs) => [.. inputs.Select(_ => Interval.Any)];

    /// <summary>Applies the function in double precision.</summary>
    /// <param name="input">The values before activation.</param>
    public abstract double[] Evaluate(double[] input);
}
