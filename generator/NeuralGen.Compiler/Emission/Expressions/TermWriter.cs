using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Expressions;

/// <summary>Writes a formula in C#: what functions are applied to, and what they give, are local variables.</summary>
/// <param name="arithmetic">How numbers and functions are written.</param>
/// <param name="operands">The variables that hold the operands.</param>
/// <param name="local">Writes a local variable, given its type, its name and its value, and gives the name it really got.</param>
internal sealed class TermWriter(Arithmetic arithmetic, IReadOnlyList<string> operands, Func<string, string, string, string> local)
{
    private readonly Dictionary<Term, string> _variables = [];

    /// <summary>The conditions under which what is being written matters: a division by zero that nobody asked for must not throw.</summary>
    private readonly Stack<string> _guards = [];

    /// <summary>A formula as the value of a variable.</summary>
    public string Root(Term term) => term is ActivationTerm activation && !_variables.ContainsKey(term) ? Activation(activation) : Wrapped(term, Text(term, 0));

    /// <summary>A variable that holds a term's value.</summary>
    public string Variable(Term term)
    {
        if (term is OperandTerm operand)
        {
            return operands[operand.Index];
        }

        if (_variables.TryGetValue(term, out string? variable))
        {
            return variable;
        }

        string name = term is ActivationTerm function ? function.Name : "term";
        if (_guards.Count > 0 && term.MayThrow)
        {
            string value = term is ActivationTerm guarded ? Activation(guarded) : Text(term, Precedence.Sum);
            return local(arithmetic.TypeOf(term.Type), name, $"{string.Join(" && ", _guards.Reverse())} ? {Wrapped(term, value)} : default");
        }

        variable = local(arithmetic.TypeOf(term.Type), name, Root(term));
        _variables.Add(term, variable);
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

        (string text, int own) = term switch
        {
            NumberTerm number => (arithmetic.Literal(number.Value), FormulaText.LevelOf(term)),
            WholeTerm whole => (Literal.Element(whole.Value, whole.Is, arithmetic.Precision), whole.Is is ElementType.Byte or ElementType.SByte ? Precedence.Unary : FormulaText.LevelOf(term)),
            OperandTerm operand => (operands[operand.Index], operands[operand.Index][0] is '-' or '(' ? Precedence.Unary : Precedence.Primary),
            NegativeTerm { Type: ElementType.Float } negative => ($"-{Text(negative.Value, Precedence.Primary)}", Precedence.Unary),
            BinaryTerm { Type: ElementType.Float } binary => Binary(binary, FormulaText.LevelOf(term)),
            ComparisonTerm comparison => (Comparison(comparison), Precedence.OfRelation(comparison.Relation)),
            BitTerm { Type: ElementType.Bool, Sign: var sign } logic => Logic(logic, Precedence.OfBits(sign)),
            NotTerm { Type: ElementType.Bool } not => ($"!{Text(not.Value, Precedence.Primary)}", Precedence.Unary),
            ConditionalTerm conditional => (Conditional(conditional), Precedence.Conditional),
            CastTerm cast => Cast(cast),
            ActivationTerm => (Variable(term), Precedence.Primary),
            FunctionTerm { Type: ElementType.Float or ElementType.Bool } function => (Function(function), function.Function == Elementary.Sign ? Precedence.Conditional : Precedence.Primary),
            _ => WholeText.Of(term, Text),
        };
        return own < level ? $"({text})" : text;
    }

    /// <summary>A truth value as a condition.</summary>
    public string Condition(Term term) => Wrapped(term, Text(term, Precedence.Conditional + 1));

    private (string Text, int Level) Binary(BinaryTerm binary, int own) => ($"{Text(binary.Left, own)} {binary.Sign} {Text(binary.Right, own + 1)}", own);

    /// <summary>What wraps does so whatever the project's settings are.</summary>
    private static string Wrapped(Term term, string text) => term.HasWholeNumbers ? $"unchecked({text})" : text;

    /// <summary>A comparison; of a value with itself only NaN says something.</summary>
    private string Comparison(ComparisonTerm comparison)
    {
        (string left, string right) = (Text(comparison.Left, Precedence.Sum), Text(comparison.Right, Precedence.Sum));
        return left != right ? $"{left} {comparison.Relation} {right}"
            : comparison.Relation is "<" or ">" ? "false"
            : comparison.Left.Type != ElementType.Float ? Literal.Flag(comparison.Relation != "!=")
            : $"{(comparison.Relation == "!=" ? "" : "!")}{arithmetic.Type}.IsNaN({left})";
    }

    private (string Text, int Level) Logic(BitTerm logic, int own)
    {
        if (logic.Sign is not ("&&" or "||") || !logic.Right.MayThrow)
        {
            return ($"{Text(logic.Left, own)} {logic.Sign} {Text(logic.Right, own + 1)}", own);
        }

        string left = Variable(logic.Left);
        return ($"{left} {logic.Sign} {Under(logic.Sign == "&&" ? left : $"!{left}", logic.Right, own + 1)}", own);
    }

    private string Conditional(ConditionalTerm conditional)
    {
        if (!conditional.Chosen.MayThrow && !conditional.Other.MayThrow)
        {
            return $"{Text(conditional.Condition, Precedence.Conditional + 1)} ? {Text(conditional.Chosen, Precedence.Sum)} : {Text(conditional.Other, Precedence.Conditional)}";
        }

        string condition = Variable(conditional.Condition);
        return $"{condition} ? {Under(condition, conditional.Chosen, Precedence.Sum)} : {Under($"!{condition}", conditional.Other, Precedence.Conditional)}";
    }

    private string Under(string condition, Term term, int level)
    {
        _guards.Push(condition);
        string text = Text(term, level);
        _guards.Pop();
        return text;
    }

    private (string Text, int Level) Cast(CastTerm cast)
    {
        string Of(long value) => Literal.Element(value, cast.To, arithmetic.Precision);
        ElementType from = cast.Value.Type;
        string type = arithmetic.TypeOf(cast.To);
        return from == ElementType.Bool
            ? cast.To == ElementType.Bool ? (Text(cast.Value, Precedence.Primary), Precedence.Primary)
                : ($"{Text(cast.Value, Precedence.Conditional + 1)} ? {Of(1)} : {Of(0)}", Precedence.Conditional)
            : cast.To == ElementType.Bool ? ($"{Text(cast.Value, Precedence.Sum)} != {(from == ElementType.Float ? arithmetic.Literal(0) : Literal.Element(0, from, arithmetic.Precision))}", Precedence.Equality)

            // By way of long, which every number is cut to alike; the rest wraps.
            : (from == ElementType.Float && cast.To is not (ElementType.Float or ElementType.Long) ? $"({type})(long){Text(cast.Value, Precedence.Primary)}" : $"({type}){Text(cast.Value, Precedence.Primary)}", Precedence.Unary);
    }

    private string Activation(ActivationTerm activation) => activation.Function.Expression(Variable(activation.Value), "", arithmetic);

    private string Function(FunctionTerm function)
    {
        bool isSquare = function.Function == Elementary.Pow && function.Values[1] is NumberTerm { Value: 2 };
        string x = function.Function == Elementary.Sign || isSquare ? Variable(function.Values[0]) : Text(function.Values[0], 0);
        string y = function.Values.Count > 1 ? Text(function.Values[1], 0) : "";
        return function.Function switch
        {
            Elementary.Abs => arithmetic.Abs(x),
            Elementary.Sqrt => arithmetic.Sqrt(x),
            Elementary.Exp => arithmetic.Exp(x),
            Elementary.Log => arithmetic.Log(x),
            Elementary.Erf => arithmetic.Erf(x),
            Elementary.Asinh or Elementary.Acosh or Elementary.Atanh => $"global::NeuralGen.NeuralMath.{function.Function}({x})",
            Elementary.Sign => $"{x} > {arithmetic.Literal(0)} ? {arithmetic.Literal(1)} : {x} < {arithmetic.Literal(0)} ? {arithmetic.Literal(-1)} : {x}",
            Elementary.Min => arithmetic.Min(x, y),
            Elementary.Max => arithmetic.Max(x, y),
            Elementary.Pow when isSquare => $"({x} * {x})",
            Elementary.Pow => arithmetic.Mathematics("Pow", x, y),
            Elementary.Mod => $"global::NeuralGen.NeuralMath.Modulo({x}, {y})",
            Elementary.IsNan => $"{arithmetic.Type}.IsNaN({x})",
            Elementary.IsInfinite => $"{arithmetic.Type}.IsInfinity({x})",
            Elementary.Ceil => arithmetic.Mathematics("Ceiling", x),
            var other => arithmetic.Mathematics(other.ToString(), x),
        };
    }
}
