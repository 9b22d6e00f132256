using NeuralGen.Compiler.Emission.Operations;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Nodes;

/// <summary>Writes steps with a local variable per node, and keeps the variables' names.</summary>
internal sealed class NodeWriter
{
    private readonly EmissionContext _context;
    private readonly Arithmetic _arithmetic;
    private readonly Network _network;
    private readonly bool[][] _needed;
    private readonly string?[][] _values;

    /// <summary>Begins a method.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="network">The network.</param>
    /// <param name="needed">Per tensor, which elements matter.</param>
    /// <param name="taken">The names of the method's parameters.</param>
    /// <param name="arithmetic">How numbers are written, if not as usual.</param>
    /// <param name="names">The names of local variables, if some are known already.</param>
    public NodeWriter(EmissionContext context, Network network, bool[][] needed, IEnumerable<string> taken, Arithmetic? arithmetic = null, NameScope? names = null)
    {
        _context = context;
        _arithmetic = arithmetic ?? context.Arithmetic;
        _network = network;
        _needed = needed;
        _values = new string?[network.Tensors.Count][];
        Names = names ?? new NameScope();
        Names.Take(taken);
        Block = new UnrolledBlock(context.Writer, Names, new TensorNames(network), _arithmetic, context.Numbers);
    }

    private NodeWriter(NodeWriter outer)
    {
        _context = outer._context;
        _arithmetic = outer._arithmetic;
        _network = outer._network;
        _needed = outer._needed;
        _values = outer._values;
        Names = outer.Names.Fork();
        Block = new UnrolledBlock(_context.Writer, Names, new TensorNames(_network), _arithmetic, _context.Numbers);
    }

    /// <summary>The names of local variables.</summary>
    public NameScope Names { get; }

    /// <summary>The method body.</summary>
    public UnrolledBlock Block { get; }

    /// <summary>The operands that hold the elements of a tensor; null for those that do not matter.</summary>
    public string?[] this[int tensor] => _values[tensor];

    /// <summary>Goes on within a block, whose variables nobody sees behind it.</summary>
    public NodeWriter Fork() => new(this);

    /// <summary>Gives the inputs local variables.</summary>
    /// <param name="parameterOf">The parameter that an input is; null when it is in the span <c>input</c>.</param>
    public void WriteInputs(Func<int, string?> parameterOf)
    {
        bool hasLoads = false;
        for (int tensor = 0; tensor < _network.InputCount; tensor++)
        {
            PortSpan port = _context.AllInputs[tensor];
            _values[tensor] = new string?[port.Size];
            for (int i = 0; i < port.Size; i++)
            {
                _values[tensor][i] = parameterOf(i);
                if (_values[tensor][i] is null && _needed[tensor][i])
                {
                    _values[tensor][i] = Names.Declare(InputName(tensor, i));
                    _context.Writer.Line($"{port.Type} {_values[tensor][i]} = {port.Parameter}[{Literal.Integer(i)}];");
                    hasLoads = true;
                }
            }
        }

        if (hasLoads)
        {
            _context.Writer.Line();
        }
    }

    /// <summary>Notes the variables of the inputs.</summary>
    public void SetInputs(string?[] names) => _values[0] = names;

    /// <summary>What an input is called.</summary>
    public string InputName(int index) => InputName(0, index);

    private string InputName(int tensor, int index)
    {
        if (_network.InputCount == 1 && _context.Signature.InputNames is { Count: > 0 } names)
        {
            return Identifier.Parameter(names[index]).TrimStart('@');
        }

        string port = _network.InputCount == 1 ? "input" : _context.AllInputs[tensor].PlainParameter;
        Shape shape = _network.Tensors[tensor].Shape;
        return shape.Rank > 1 || _network.InputCount > 1 ? $"{port}_{TensorNames.Position(shape, index)}" : $"{port}{Literal.Integer(index)}";
    }

    /// <summary>Writes a step, unless only weights of zero read it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="comment">What it does, in a sentence.</param>
    public void WriteStep(Step step, string comment)
    {
        if (!_needed[step.Output].Contains(true))
        {
            _values[step.Output] = new string?[_needed[step.Output].Length];
            return;
        }

        _context.Writer.Line($"// {comment}");
        _values[step.Output] = OperationEmitters.For(step.Operation).Unrolled(
            Block, step, [.. step.Inputs.Select(input => _values[input])], _needed[step.Output]);
        _context.Writer.Line();
    }
}
