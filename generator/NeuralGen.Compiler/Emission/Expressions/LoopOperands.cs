using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Fusion;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>The operands of a formula within loops over axes: each is read in the outermost loop in which it does not change.</summary>
/// <param name="block">The method body, whose inputs are the operands.</param>
/// <param name="formula">The formula.</param>
/// <param name="axes">The axes, in the order of the loops.</param>
/// <param name="variables">The loops' variables, a letter each.</param>
internal sealed class LoopOperands(LoopBlock block, Term formula, IReadOnlyList<MapAxis> axes, string variables = LoopOperands.Variables)
{
    /// <summary>The variables of loops.</summary>
    public const string Variables = "ijklmnop";

    /// <summary>Shorter runs of neighbours gain nothing from vectors.</summary>
    private const int FewestNeighbours = 16;

    private readonly string[] _values = new string[block.Inputs.Count];
    private readonly string[] _vectors = new string[block.Inputs.Count];

    private SourceWriter Writer => block.Writer;

    /// <summary>The variable of a loop.</summary>
    public string Variable(int axis) => variables[axis].ToString();

    /// <summary>The position of a value in a span, by the loops' variables.</summary>
    /// <param name="step">How far apart neighbours along an axis lie.</param>
    /// <param name="start">Where the first lies.</param>
    public string Position(Func<MapAxis, int> step, int start = 0)
    {
        List<string> terms = start == 0 ? [] : [Literal.Integer(start)];
        for (int axis = 0; axis < axes.Count; axis++)
        {
            int distance = step(axes[axis]);
            if (distance != 0)
            {
                terms.Add(distance == 1 ? Variable(axis) : $"{Literal.Integer(distance)} * {Variable(axis)}");
            }
        }

        return terms.Count == 0 ? "0" : string.Join(" + ", terms);
    }

    /// <summary>Writes variables for the operands that change along an axis, and along none within it; those that never change for -1.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="start">Where the first value of the operands lies.</param>
    public void Write(int axis, int start = 0)
    {
        for (int input = 0; input < _values.Length; input++)
        {
            if (LastAxis(input) == axis && formula.TypeOf(input) is { } type)
            {
                _values[input] = block.Local(block.Arithmetic.TypeOf(type), Name(input), $"{block.Inputs[input]}[{Position(a => a.Steps[input], start)}]");
            }
        }
    }

    /// <summary>The formula of the values, whose parts are written as variables.</summary>
    public string Result() => Terms().Root(formula);

    /// <summary>Writes parts of the formula of the values.</summary>
    public TermWriter Terms() => new(block.Arithmetic, _values, block.Local);

    /// <summary>The formula of vectors of neighbours along the last axis; null where the platform or the formula has none.</summary>
    public string? VectorResult()
    {
        MapAxis last = axes[axes.Count - 1];
        if (block.Arithmetic.Lanes is not { } lanes || last.Size < FewestNeighbours
            || Enumerable.Range(0, _values.Length).Any(input => formula.TypeOf(input) is not (null or ElementType.Float) || last.Steps[input] is not (0 or 1))
            || last.Steps.All(step => step == 0))
        {
            return null;
        }

        for (int input = 0; input < _vectors.Length; input++)
        {
            _vectors[input] = formula.TypeOf(input) is null ? "" : block.Names.Declare(_values.Length == 1 ? "vector" : Name(input) + "s");
        }

        return new LaneTerm(lanes, _vectors).Text(formula);
    }

    /// <summary>Writes the vectors of the operands that do not change along the last axis, before its loop.</summary>
    public void WriteSpread() => WriteVectors(0, input => $"({_values[input]})");

    /// <summary>Writes those of the others, within its loop.</summary>
    /// <param name="start">Where the first value of the operands lies.</param>
    public void WriteNeighbours(int start = 0) => WriteVectors(1, input => $"({block.Inputs[input]}.Slice({Position(axis => axis.Steps[input], start)}))");

    private void WriteVectors(int step, Func<int, string> argument)
    {
        for (int input = 0; input < _vectors.Length; input++)
        {
            if (_vectors[input].Length > 0 && axes[axes.Count - 1].Steps[input] == step)
            {
                Writer.Line($"{VectorAliases.Floats} {_vectors[input]} = new {VectorAliases.Floats}{argument(input)};");
            }
        }
    }

    private int LastAxis(int input)
    {
        for (int axis = axes.Count - 1; axis >= 0; axis--)
        {
            if (axes[axis].Steps[input] != 0)
            {
                return axis;
            }
        }

        return -1;
    }

    private string Name(int input) => $"value{(block.Inputs.Count == 1 ? "" : Literal.Integer(input))}";
}
