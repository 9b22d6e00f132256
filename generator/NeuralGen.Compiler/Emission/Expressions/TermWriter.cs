using NeuralGen.Compiler.Networks.Expressions;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>Writes a formula in C#: what functions are applied to, and what they give, are local variables.</summary>
/// <param name="arithmetic">How numbers and functions are written.</param>
/// <param name="operands">The variables that hold the operands.</param>
/// <param name="local">Writes a local variable, given its name and value, and gives the name it really got.</param>
internal sealed class TermWriter(Arithmetic arithmetic, IReadOnlyList<string> operands, Func<string, string, string> local)
{
    private const int Primary = 5;

    private readonly Dictionary<Term, string> _variables = [];

    /// <summary>A formula as the value of a variable.</summary>
    public string Root(Term term) => term is ActivationTerm activation && !_variables.ContainsKey(term) ? Activation(activation) : Text(term, 0);

    /// <summary>A variable that holds a term's value.</summary>
    public string Variable(Term term)
    {
        if (term is OperandTerm operand)
        {
            return operands[operand.Index];
        }

        if (!_variables.TryGetValue(term, out string? variable))
        {
            string name = term is ActivationTerm function ? function.Name : "term";
            variable = local(name, Root(term));
            _variables.Add(term, variable);
        }

        return variable;
    }

    /// <summary>A term as part of an expression.</summary>
    /// <param name="term">The term.</param>
    /// <param name="level">How strongly what stands around it holds its parts together.</param>
    public string Text(Term term, int level)
    {
        if (_variables.TryGetValue(term, out string? known))
        {
            return known;
        }

        int own = term is FunctionTerm { Function: Elementary.Sign } ? 0 : FormulaText.LevelOf(term);
        string text = term switch
        {
            NumberTerm number => arithmetic.Literal(number.Value),
            OperandTerm operand => operands[operand.Index],
            NegativeTerm negative => $"-{Text(negative.Value, Primary)}",
            BinaryTerm binary => $"{Text(binary.Left, own)} {binary.Sign} {Text(binary.Right, own + 1)}",
            ComparisonTerm comparison => $"{Condition(comparison)} ? {arithmetic.Literal(1)} : {arithmetic.Literal(0)}",
            ConditionalTerm conditional => $"{Condition(conditional.Condition)} ? {Text(conditional.Chosen, 2)} : {Text(conditional.Other, 0)}",
            ActivationTerm => Variable(term),
            _ => Function((FunctionTerm)term),
        };
        return (term is ComparisonTerm ? 0 : own) < level ? $"({text})" : text;
    }

    /// <summary>A comparison as a condition; of a value with itself only NaN says something.</summary>
    public string Condition(ComparisonTerm comparison)
    {
        (string left, string right) = (Text(comparison.Left, 2), Text(comparison.Right, 2));
        return left != right ? $"{left} {comparison.Relation} {right}"
            : comparison.Relation is "<" or ">" ? "false"
            : $"{(comparison.Relation == "!=" ? "" : "!")}{arithmetic.Type}.IsNaN({left})";
    }

    private string Activation(ActivationTerm activation) => activation.Function.Expression(Variable(activation.Value), "", arithmetic);

    private string Function(FunctionTerm function)
    {
        string x = function.Function == Elementary.Sign ? Variable(function.Values[0]) : Text(function.Values[0], 0);
        string y = function.Values.Count > 1 ? Text(function.Values[1], 0) : "";
        return function.Function switch
        {
            Elementary.Abs => arithmetic.Abs(x),
            Elementary.Sqrt => arithmetic.Sqrt(x),
            Elementary.Exp => arithmetic.Exp(x),
            Elementary.Log => arithmetic.Log(x),
            Elementary.Erf => arithmetic.Erf(x),
            Elementary.Sign => $"{x} > {arithmetic.Literal(0)} ? {arithmetic.Literal(1)} : {x} < {arithmetic.Literal(0)} ? {arithmetic.Literal(-1)} : {x}",
            Elementary.Min => arithmetic.Min(x, y),
            Elementary.Max => arithmetic.Max(x, y),
            Elementary.Pow => arithmetic.Mathematics("Pow", x, y),
            Elementary.Ceil => arithmetic.Mathematics("Ceiling", x),
            var other => arithmetic.Mathematics(other.ToString(), x),
        };
    }
}
