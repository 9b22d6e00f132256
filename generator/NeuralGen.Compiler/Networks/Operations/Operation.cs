using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>
/// A step of the computation. A new kind of operation is a record that derives from this one, with its reference
/// arithmetic, and a writer for it under <c>Emission/Operations</c>.
/// </summary>
/// <param name="Layer">The name of the layer that the operation belongs to.</param>
/// <param name="Inputs">The indices of the tensors it reads.</param>
/// <param name="Output">The index of the tensor it writes.</param>
internal abstract record Operation(string Layer, EquatableArray<int> Inputs, int Output)
{
    /// <summary>Above so many values nobody asks which of them matter one by one.</summary>
    protected const int MostExactElements = 4096;

    /// <summary>What the declaration says of the layer, where the operation alone does not tell.</summary>
    public EquatableArray<LayerArgument> Arguments { get; init; }

    /// <summary>The layer, where several operations make it up; else null.</summary>
    public CompositeLayer? Whole { get; init; }

    /// <summary>The word for the operation in tables and comments.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether it can be written as a statement per value: what it reads does not depend on values.</summary>
    public virtual bool HasStatements => true;

    /// <summary>
    /// Whether each value of the output may be written where a value of an input lies: it is at the same position, and is read for no other.
    /// </summary>
    /// <param name="input">The position of the input in <see cref="Inputs"/>.</param>
    public virtual bool IsInPlace(int input) => false;

    /// <summary>Whether its output changes smoothly with its inputs or parameters.</summary>
    public virtual bool IsDifferentiable => true;

    /// <summary>The values that training would change.</summary>
    public virtual IEnumerable<Parameter> Parameters => [];

    /// <summary>The values that are stored beside the parameters and that no gradient changes.</summary>
    public virtual IEnumerable<Parameter> Statistics => [];

    /// <summary>Whether the program reads some of its numbers from a resource, so that nothing can be said of single ones.</summary>
    public bool HasStoredNumbers => Numbers.Any(numbers => !numbers.IsKnown);

    /// <summary>All numbers that it computes with.</summary>
    public virtual IEnumerable<NetworkNumbers> Numbers => Parameters.Concat(Statistics).Select(parameter => parameter.Values);

    /// <summary>The single numbers that a declaration of the operation names.</summary>
    public virtual IEnumerable<(string Name, double Value)> Settings => [];

    /// <summary>How many multiplications with an addition one evaluation takes.</summary>
    public virtual long MultiplyAdds => 0;

    /// <summary>How many values or products its code reads with a statement per output; null where these are about as many as outputs.</summary>
    public virtual long? UnrolledTerms => null;

    /// <summary>Computes the operation in double precision, in the textbook's order: the oracle of all generated code.</summary>
    /// <param name="inputs">The values of the tensors in <see cref="Inputs"/>.</param>
    public abstract double[] Evaluate(double[][] inputs);

    /// <summary>Computes the operation as generated code does, where every result is rounded to the network's precision.</summary>
    /// <param name="inputs">The values of the tensors in <see cref="Inputs"/>, of that precision.</param>
    /// <param name="rounding">The rounding.</param>
    public virtual double[] Evaluate(double[][] inputs, Rounding rounding) => rounding.Of(Evaluate(inputs));

    /// <summary>
    /// Which elements of input number <paramref name="input"/> matter when only the elements of the output marked in
    /// <paramref name="needed"/> do.
    /// </summary>
    /// <param name="input">The position of the input in <see cref="Inputs"/>.</param>
    /// <param name="size">The size of that input.</param>
    /// <param name="needed">A mark per element of the output.</param>
    public virtual bool[] NeededInputs(int input, int size, bool[] needed)
    {
        bool any = Array.IndexOf(needed, true) >= 0;
        bool[] result = new bool[size];
        for (int i = 0; i < size; i++)
        {
            result[i] = any;
        }

        return result;
    }

    /// <summary>What the outputs can be, given what the inputs can be; too wide rather than too narrow.</summary>
    /// <param name="inputs">Per input, the bounds of its elements.</param>
    /// <param name="size">The size of the output.</param>
    public virtual Interval[] Bounds(Interval[][] inputs, int size) => [.. Enumerable.Repeat(Interval.Any, size)];

    /// <summary>A copy that reads and writes other tensors.</summary>
    public Operation Rewire(EquatableArray<int> inputs, int output) => this with { Inputs = inputs, Output = output };
}
