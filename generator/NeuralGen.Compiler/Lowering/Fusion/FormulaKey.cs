using System.Globalization;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Functions;

namespace NeuralGen.Compiler.Lowering.Fusion;

/// <summary>
/// Brings formulas of one value into one order: sums of products of functions. Those that are the same by the rules of algebra get the same text,
/// whatever the order and the steps in which somebody wrote them down.
/// </summary>
/// <param name="digits">How many digits of a number count.</param>
internal sealed class FormulaKey(int digits)
{
    /// <summary>Longer sums are no function that has a name.</summary>
    private const int MostProducts = 24;

    /// <summary>The text of a formula; null where it is too long, or has parts that have no order.</summary>
    public string? Of(Term formula) => Sum(formula) is { } sum ? Text(sum) : null;

    /// <summary>A formula as a sum: for each product of functions its factor.</summary>
    private SortedDictionary<string, double>? Sum(Term term)
    {
        switch (term)
        {
            case NumberTerm number:
                return Number(number.Value);
            case OperandTerm operand:
                return Single("x" + operand.Index.ToString(CultureInfo.InvariantCulture));
            case NegativeTerm negative:
                return Product(Sum(negative.Value), Number(-1));
            case BinaryTerm { Sign: '+' } binary:
                return Add(Sum(binary.Left), Sum(binary.Right));
            case BinaryTerm { Sign: '-' } binary:
                return Add(Sum(binary.Left), Product(Sum(binary.Right), Number(-1)));
            case BinaryTerm { Sign: '*' } binary:
                return Product(Sum(binary.Left), Sum(binary.Right));
            case BinaryTerm { Sign: '/' } binary:
                return Product(Sum(binary.Left), Inverse(Sum(binary.Right)));
            case FunctionTerm { Function: Elementary.Max or Elementary.Min } function:
                return Bound(Sum(function.Values[0]), Sum(function.Values[1]), function.Function == Elementary.Max);
            case FunctionTerm { Function: Elementary.Pow } function:
                return function.Values[1] is NumberTerm { Value: 2 or 3 } power ? Power(Sum(function.Values[0]), (int)power.Value) : null;
            case FunctionTerm { Function: Elementary.Log } function:
                return Logarithm(Sum(function.Values[0]));
            case FunctionTerm { Values.Count: 1 } function:
                return Call(function.Function.ToString(), Sum(function.Values[0]));
            case ActivationTerm activation:
                return Activation(activation.Function, Sum(activation.Value));
            default:
                return null;
        }
    }

    private SortedDictionary<string, double>? Activation(ElementwiseActivation function, SortedDictionary<string, double>? value) => function switch
    {
        _ when value is null => null,
        ReluActivation => Bound(value, Number(0), isLowest: true),
        Relu6Activation => Bound(Bound(value, Number(0), isLowest: true), Number(6), isLowest: false),
        HardSigmoidActivation => HardSigmoid(value, 1.0 / 6, 0.5),
        LinearSigmoidActivation linear => HardSigmoid(value, linear.Alpha, linear.Beta),
        SigmoidActivation or TanhActivation or SoftplusActivation => Call(function.Name, value),
        _ => null,
    };

    private SortedDictionary<string, double>? HardSigmoid(SortedDictionary<string, double> value, double slope, double offset) =>
        Bound(Bound(Add(Product(value, Number(slope)), Number(offset)), Number(0), isLowest: true), Number(1), isLowest: false);

    private static SortedDictionary<string, double> Number(double value) => value == 0 ? new(StringComparer.Ordinal) : new(StringComparer.Ordinal) { [""] = value };

    private static SortedDictionary<string, double> Single(string factor) => new(StringComparer.Ordinal) { [factor] = 1 };

    private SortedDictionary<string, double>? Call(string function, SortedDictionary<string, double>? value) =>
        value is null ? null : Single($"{function.ToLowerInvariant()}({Text(value)})");

    private static SortedDictionary<string, double>? Add(SortedDictionary<string, double>? left, SortedDictionary<string, double>? right)
    {
        if (left is null || right is null || left.Count + right.Count > MostProducts)
        {
            return null;
        }

        SortedDictionary<string, double> sum = new(left, StringComparer.Ordinal);
        foreach (KeyValuePair<string, double> product in right)
        {
            sum.TryGetValue(product.Key, out double factor);
            sum[product.Key] = factor + product.Value;
        }

        return sum;
    }

    private static SortedDictionary<string, double>? Product(SortedDictionary<string, double>? left, SortedDictionary<string, double>? right)
    {
        if (left is null || right is null || left.Count * right.Count > MostProducts)
        {
            return null;
        }

        SortedDictionary<string, double>? sum = Number(0);
        foreach (KeyValuePair<string, double> one in left)
        {
            foreach (KeyValuePair<string, double> other in right)
            {
                string[] factors = [.. one.Key.Split('·').Concat(other.Key.Split('·')).Where(factor => factor.Length > 0)];
                Array.Sort(factors, StringComparer.Ordinal);
                sum = Add(sum, new SortedDictionary<string, double>(StringComparer.Ordinal) { [string.Join("·", factors)] = one.Value * other.Value });
            }
        }

        return sum;
    }

    private static SortedDictionary<string, double>? Power(SortedDictionary<string, double>? value, int power) =>
        power == 1 ? value : Product(value, Power(value, power - 1));

    private SortedDictionary<string, double>? Inverse(SortedDictionary<string, double>? value)
    {
        if (value is null)
        {
            return null;
        }

        if (Constant(value) is { } number)
        {
            return number == 0 ? null : Number(1 / number);
        }

        // 1 / (1 + exp(-x)) has a name.
        return Exponent(value) is { } exponent ? Single($"sigmoid({Negated(exponent)})") : Single($"inverse({Text(value)})");
    }

    private SortedDictionary<string, double>? Logarithm(SortedDictionary<string, double>? value) =>
        value is not null && Exponent(value) is { } exponent ? Single($"softplus({exponent})") : Call("log", value);

    /// <summary>The exponent of a value that is 1 and an exponential; null where it is something else.</summary>
    private static string? Exponent(SortedDictionary<string, double> value)
    {
        KeyValuePair<string, double> exponential = value.LastOrDefault();
        return value.Count == 2 && value.TryGetValue("", out double one) && one == 1 && exponential.Value == 1 && exponential.Key.StartsWith("exp(", StringComparison.Ordinal)
            && exponential.Key.LastIndexOf('(') == 3 && exponential.Key.IndexOf('E') < 0
            ? exponential.Key.Substring(4, exponential.Key.Length - 5)
            : null;
    }

    /// <summary>The text of a sum with all signs changed.</summary>
    private static string Negated(string sum) => string.Join("+", sum.Split('+').Select(product => product[0] == '-' ? product.Substring(1) : "-" + product));

    /// <summary>A value that is not below, or not above, a number.</summary>
    private SortedDictionary<string, double>? Bound(SortedDictionary<string, double>? left, SortedDictionary<string, double>? right, bool isLowest)
    {
        (SortedDictionary<string, double>? value, double? bound) = left is not null && Constant(left) is { } number ? (right, number) : (left, right is null ? null : Constant(right));
        if (value is null || bound is null || value.Count == 0)
        {
            return null;
        }

        // The factor of the last product stands outside, so that all scales read the same.
        double factor = value.Last().Value;
        SortedDictionary<string, double>? inner = factor > 0 ? Product(value, Number(1 / factor)) : null;
        return inner is null ? null : Product(Single($"{(isLowest ? "max" : "min")}({Text(inner)},{Rounded(bound.Value / factor)})"), Number(factor));
    }

    /// <summary>The number that a sum is; null where it is none.</summary>
    private static double? Constant(SortedDictionary<string, double> sum) =>
        sum.Count == 0 ? 0 : sum.Count == 1 && sum.TryGetValue("", out double number) ? number : null;

    private string Text(SortedDictionary<string, double> sum)
    {
        string text = string.Join("+", sum.Where(product => product.Value != 0).Select(product => $"{Rounded(product.Value)}{(product.Key.Length == 0 ? "" : "·" + product.Key)}"));
        return text.Length == 0 ? "0" : text.Replace('·', '*');
    }

    private string Rounded(double value) => value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
