using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>Writes the backward pass of a formula, from its value to its operands: each part gets its share of the delta.</summary>
/// <param name="values">The forward pass.</param>
/// <param name="arithmetic">How numbers and functions are written.</param>
/// <param name="isWanted">Which operands' derivatives are wanted.</param>
/// <param name="local">Writes a local variable, given its name and value, and gives the name it really got.</param>
/// <param name="add">Adds a variable to the derivative with respect to an operand.</param>
internal sealed class TermBackward(
    TermWriter values, Arithmetic arithmetic, Func<int, bool> isWanted, Func<string, string, string> local, Action<int, string> add)
{
    private const int Factor = Precedence.Product;

    private string Zero => arithmetic.Literal(0);

    private string One => arithmetic.Literal(1);

    /// <summary>Writes the derivatives.</summary>
    /// <param name="term">The formula, or a part of it.</param>
    /// <param name="delta">The variable that holds the derivative with respect to its value.</param>
    public void Write(Term term, string delta)
    {
        if (!term.Reads(isWanted) || term.Type != ElementType.Float)
        {
            return;
        }

        switch (term)
        {
            case OperandTerm operand:
                add(operand.Index, delta);
                break;
            case NegativeTerm negative:
                Hand(negative.Value, () => $"-{delta}");
                break;
            case BinaryTerm binary:
                WriteBinary(binary, delta);
                break;
            case ConditionalTerm conditional:
                string condition = values.Condition(conditional.Condition);
                Hand(conditional.Chosen, () => $"{condition} ? {delta} : {Zero}");
                Hand(conditional.Other, () => $"{condition} ? {Zero} : {delta}");
                break;
            case ActivationTerm activation:
                (string x, string y) = (values.Variable(activation.Value), values.Variable(term));
                Hand(activation.Value, () => activation.Function.Backward(new BackwardOperands(x, y, delta, "", arithmetic, local)));
                break;
            case FunctionTerm function:
                WriteFunction(function, delta);
                break;
        }
    }

    private void WriteBinary(BinaryTerm binary, string delta)
    {
        string Left() => values.Text(binary.Left, Factor + 1);
        string Right() => values.Text(binary.Right, Factor + 1);
        switch (binary.Sign)
        {
            case '+':
                Write(binary.Left, delta);
                Write(binary.Right, delta);
                break;
            case '-':
                Write(binary.Left, delta);
                Hand(binary.Right, () => $"-{delta}");
                break;
            case '*':
                Hand(binary.Left, () => $"{delta} * {Right()}");
                Hand(binary.Right, () => $"{delta} * {Left()}");
                break;
            case '/':
                Hand(binary.Left, () => $"{delta} / {Right()}");
                Hand(binary.Right, () => $"-{delta} * {values.Variable(binary)} / {Right()}");
                break;
            default:
                Write(binary.Left, delta);
                Hand(binary.Right, () => $"-{delta} * {arithmetic.Mathematics("Truncate", $"{Left()} / {Right()}")}");
                break;
        }
    }

    private void WriteFunction(FunctionTerm function, string delta)
    {
        Term value = function.Values[0];
        string X() => values.Variable(value);
        switch (function.Function)
        {
            case Elementary.Abs:
                Hand(value, () => $"{X()} > {Zero} ? {delta} : {X()} < {Zero} ? -{delta} : {Zero}");
                break;
            case Elementary.Sqrt:
                Hand(value, () => $"{arithmetic.Literal(0.5)} * {delta} / {values.Variable(function)}");
                break;
            case Elementary.Exp:
                Hand(value, () => $"{delta} * {values.Variable(function)}");
                break;
            case Elementary.Log:
                Hand(value, () => $"{delta} / {values.Text(value, Factor + 1)}");
                break;
            case Elementary.Erf:
                Hand(value, () => $"{delta} * {arithmetic.Literal(1.1283791670955126)} * {arithmetic.Exp($"-{X()} * {X()}")}");
                break;
            case Elementary.Sin:
                Hand(value, () => $"{delta} * {arithmetic.Mathematics("Cos", X())}");
                break;
            case Elementary.Cos:
                Hand(value, () => $"-{delta} * {arithmetic.Mathematics("Sin", X())}");
                break;
            case Elementary.Tan:
                Hand(value, () => $"{delta} * ({One} + {values.Variable(function)} * {values.Variable(function)})");
                break;
            case Elementary.Asin:
                Hand(value, () => $"{delta} / {arithmetic.Sqrt($"{One} - {X()} * {X()}")}");
                break;
            case Elementary.Acos:
                Hand(value, () => $"-{delta} / {arithmetic.Sqrt($"{One} - {X()} * {X()}")}");
                break;
            case Elementary.Atan:
                Hand(value, () => $"{delta} / ({One} + {X()} * {X()})");
                break;
            case Elementary.Sinh:
                Hand(value, () => $"{delta} * {arithmetic.Mathematics("Cosh", X())}");
                break;
            case Elementary.Cosh:
                Hand(value, () => $"{delta} * {arithmetic.Mathematics("Sinh", X())}");
                break;
            case Elementary.Asinh:
                Hand(value, () => $"{delta} / {arithmetic.Sqrt($"{X()} * {X()} + {One}")}");
                break;
            case Elementary.Acosh:
                Hand(value, () => $"{delta} / {arithmetic.Sqrt($"{X()} * {X()} - {One}")}");
                break;
            case Elementary.Atanh:
                Hand(value, () => $"{delta} / ({One} - {X()} * {X()})");
                break;
            case Elementary.Mod:
                Write(value, delta);
                Hand(function.Values[1], () => $"-{delta} * {arithmetic.Mathematics("Floor", $"{values.Text(value, Factor)} / {values.Text(function.Values[1], Factor + 1)}")}");
                break;
            case Elementary.Min or Elementary.Max:
                WriteExtreme(function, delta);
                break;
            case Elementary.Pow:
                WritePower(function, delta);
                break;
        }
    }

    /// <summary>Two equal values share the delta, as with PyTorch's minimum and maximum.</summary>
    private void WriteExtreme(FunctionTerm function, string delta)
    {
        (string x, string y) = (values.Variable(function.Values[0]), values.Variable(function.Values[1]));
        if (x == y)
        {
            Write(function.Values[0], delta);
            return;
        }

        string half = $"{arithmetic.Literal(0.5)} * {delta}";
        (string first, string second) = function.Function == Elementary.Min ? ("<", ">") : (">", "<");
        Hand(function.Values[0], () => $"{x} {first} {y} ? {delta} : {x} == {y} ? {half} : {Zero}");
        Hand(function.Values[1], () => $"{x} {second} {y} ? {delta} : {x} == {y} ? {half} : {Zero}");
    }

    private void WritePower(FunctionTerm function, string delta)
    {
        (Term value, Term exponent) = (function.Values[0], function.Values[1]);
        string x = values.Variable(value);
        if (exponent is NumberTerm { Value: var power })
        {
            string less = power == 2 ? x : arithmetic.Mathematics("Pow", x, arithmetic.Literal(power - 1));
            Hand(value, () => power == 0 ? Zero : $"{delta} * {arithmetic.Literal(power)} * {less}");
            return;
        }

        string y = values.Variable(exponent);
        Hand(value, () => $"{y} == {Zero} ? {Zero} : {delta} * {y} * {arithmetic.Mathematics("Pow", x, $"{y} - {arithmetic.Literal(1)}")}");
        Hand(exponent, () => $"{x} == {Zero} ? {Zero} : {delta} * {values.Variable(function)} * {arithmetic.Log(x)}");
    }

    /// <summary>Hands a delta on, which a variable holds, where somebody wants it.</summary>
    private void Hand(Term term, Func<string> delta)
    {
        if (term.Reads(isWanted))
        {
            Write(term, local("part", delta()));
        }
    }
}
