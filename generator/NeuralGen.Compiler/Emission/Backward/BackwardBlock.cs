using NeuralGen.Compiler.Emission.Nodes;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Numbers;

namespace NeuralGen.Compiler.Emission.Backward;

/// <summary>The backward pass in a method body, node by node.</summary>
/// <param name="nodes">The forward pass, with the names of all nodes.</param>
/// <param name="context">What the writers share.</param>
/// <param name="wanted">Per tensor, whether the derivative with respect to it is wanted.</param>
internal sealed class BackwardBlock(NodeWriter nodes, EmissionContext context, bool[] wanted)
{
    private readonly Dictionary<(int Tensor, int Index), List<string>> _terms = [];
    private readonly Dictionary<(int Tensor, int Index), string> _deltas = [];

    /// <summary>The parameters whose derivative stands in the gradient already, to which other operations that share them add.</summary>
    private readonly HashSet<int> _written = [];

    /// <summary>Whether the derivatives with respect to the parameters are wanted.</summary>
    public bool WantsParameters { get; init; } = true;

    /// <summary>The variables that add up the derivatives of many samples with respect to the parameters; null for one sample.</summary>
    public IReadOnlyList<string>? Sums { get; init; }

    /// <summary>Where to write.</summary>
    public SourceWriter Writer => context.Writer;

    /// <summary>How numbers are written.</summary>
    public Arithmetic Arithmetic => nodes.Block.Arithmetic;

    /// <summary>The method body of the forward pass.</summary>
    public UnrolledBlock Forward => nodes.Block;

    /// <summary>The operands that hold the elements of a tensor.</summary>
    public string[] Values(int tensor) => nodes[tensor]!;

    /// <summary>Whether the derivative with respect to a tensor is wanted.</summary>
    public bool IsWanted(int tensor) => wanted[tensor];

    /// <summary>Notes the variable that holds the derivative with respect to an element.</summary>
    public void SetDelta(int tensor, int index, string variable) => _deltas[(tensor, index)] = variable;

    /// <summary>
    /// The variable that holds the derivative with respect to an element of a tensor, all of whose readers are done; null when
    /// the loss does not depend on it.
    /// </summary>
    public string? Delta(int tensor, int index)
    {
        if (_deltas.TryGetValue((tensor, index), out string? variable))
        {
            return variable;
        }

        if (!_terms.TryGetValue((tensor, index), out List<string>? terms))
        {
            return null;
        }

        string first = terms[0];
        if (terms.Count == 1 && first.StartsWith("+ ", StringComparison.Ordinal) && first.IndexOf(' ', 2) < 0)
        {
            _deltas[(tensor, index)] = first.Substring(2);
            return first.Substring(2);
        }

        variable = Forward.DeclareDelta(tensor, index);
        terms[0] = first.StartsWith("+ ", StringComparison.Ordinal) ? first.Substring(2) : "-" + first.Substring(2);
        Forward.Sum(variable, terms);
        _deltas[(tensor, index)] = variable;
        return variable;
    }

    /// <summary>Adds to the derivative with respect to an element.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="index">The element.</param>
    /// <param name="term">What is added, with its sign and a space before it.</param>
    public void Add(int tensor, int index, string term)
    {
        if (!wanted[tensor])
        {
            return;
        }

        if (!_terms.TryGetValue((tensor, index), out List<string>? terms))
        {
            terms = [];
            _terms.Add((tensor, index), terms);
        }

        terms.Add(term);
    }

    /// <summary>Adds a weight times a delta to the derivative with respect to an element.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="index">The element.</param>
    /// <param name="weights">The numbers that the weight is one of.</param>
    /// <param name="weight">The weight's position.</param>
    /// <param name="delta">The delta.</param>
    public void AddProduct(int tensor, int index, NetworkNumbers weights, int weight, string delta)
    {
        if (!Forward.AreConstant)
        {
            Add(tensor, index, $"+ {Forward.Number(weights, weight)} * {delta}");
            return;
        }

        double value = weights[weight];
        if (value != 0)
        {
            double magnitude = Math.Abs(value);
            string product = magnitude == 1 ? delta : $"{Arithmetic.Number(magnitude)} * {delta}";
            Add(tensor, index, (value < 0 ? "- " : "+ ") + product);
        }
    }

    /// <summary>Writes the derivative with respect to a parameter.</summary>
    public void Gradient(NetworkNumbers values, int index, string value)
    {
        int parameter = context.Layout!.ParameterOffset(values)!.Value + index;
        string join = _written.Add(parameter) ? "=" : "+=";
        Writer.Line(Sums is null ? $"gradient[{Literal.Integer(parameter)}] {join} {value};" : $"{Sums[parameter]} += {value};");
    }

    /// <summary>Writes the derivative with respect to a parameter that is a sum.</summary>
    /// <param name="values">The numbers that it is one of.</param>
    /// <param name="index">Its position.</param>
    /// <param name="name">What the sum is called, where it needs a variable.</param>
    /// <param name="terms">The terms; none where the loss does not depend on it.</param>
    public void GradientSum(NetworkNumbers values, int index, string name, List<string> terms)
    {
        if (terms.Count == 0)
        {
            NoGradient(values, index);
            return;
        }

        string sum = terms[0];
        if (terms.Count > 1)
        {
            sum = Forward.Declare(name);
            Forward.Sum(sum, [.. terms.Select((term, i) => i == 0 ? term : "+ " + term)]);
        }

        Gradient(values, index, sum);
    }

    /// <summary>Writes the derivative with respect to a parameter that is a product.</summary>
    public void GradientProduct(NetworkNumbers values, int index, string left, string right)
    {
        if (Sums is null)
        {
            Gradient(values, index, $"{left} * {right}");
            return;
        }

        string sum = Sums[context.Layout!.ParameterOffset(values)!.Value + index];
        Writer.Line($"{sum} = {Arithmetic.MultiplyAdd(left, right, sum)};");
    }

    /// <summary>Writes that the loss does not depend on a parameter.</summary>
    public void NoGradient(NetworkNumbers values, int index)
    {
        if (Sums is null && !_written.Contains(context.Layout!.ParameterOffset(values)!.Value + index))
        {
            Gradient(values, index, Arithmetic.Literal(0));
        }
    }

    /// <summary>Writes a local variable.</summary>
    public string Local(string name, string value)
    {
        string local = Forward.Declare(name);
        Forward.Local(local, value);
        return local;
    }

    /// <summary>Writes a local variable of a type of its own.</summary>
    public string Local(string type, string name, string value)
    {
        string local = Forward.Declare(name);
        Forward.Writer.Line($"{type} {local} = {value};");
        return local;
    }
}
