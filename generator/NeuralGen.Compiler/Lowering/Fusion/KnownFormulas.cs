using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Compiler.Layers.Expressions;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Fusion;

/// <summary>What activations are, written out: so they come from frameworks that do not know their names.</summary>
internal static class KnownFormulas
{
    /// <summary>Numbers that were rounded to 32-bit floats, and what is computed from them, agree in so many digits.</summary>
    private const int DigitsOfSingle = 6;

    private const int DigitsOfDouble = 14;

    private static readonly NetworkNumbers NoSlopes = new NumberIds().Add(NumberArray.Empty);

    private static readonly (string Name, string Formula)[] Formulas =
    [
        ("relu", "max(x, 0)"),
        ("relu6", "min(max(x, 0), 6)"),
        ("relu6", "max(min(x, 6), 0)"),
        ("sigmoid", "1 / (1 + exp(-x))"),
        ("tanh", "tanh(x)"),
        ("exponential", "exp(x)"),
        ("silu", "x * sigmoid(x)"),
        ("mish", "x * tanh(softplus(x))"),
        ("softplus", "log(1 + exp(x))"),
        ("softsign", "x / (1 + abs(x))"),
        ("hard_sigmoid", "min(max(x + 3, 0), 6) / 6"),
        ("hard_sigmoid", "max(min(x + 3, 6), 0) / 6"),
        ("hard_swish", "x * min(max(x + 3, 0), 6) / 6"),
        ("hard_swish", "x * max(min(x + 3, 6), 0) / 6"),
        ("gelu", "0.5 * x * (1 + erf(x / 1.4142135623730951))"),
        ("gelu_tanh", "0.5 * x * (1 + tanh(0.7978845608028654 * (x + 0.044715 * x * x * x)))"),
    ];

    private static readonly Dictionary<string, string> OfSingle = Named(DigitsOfSingle);

    private static readonly Dictionary<string, string> OfDouble = Named(DigitsOfDouble);

    /// <summary>The activation that a formula of one operand, number 0, writes out; null where it is none.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="precision">The network's precision: numbers that differ by no more are the same.</param>
    public static ElementwiseActivation? Find(Term formula, Precision precision)
    {
        (int digits, Dictionary<string, string> names) = precision == Precision.Single ? (DigitsOfSingle, OfSingle) : (DigitsOfDouble, OfDouble);
        return new FormulaKey(digits).Of(formula) is { } key && names.TryGetValue(key, out string? name)
            ? ActivationCatalog.Find(name)!.CreateDefault(NoSlopes) as ElementwiseActivation
            : null;
    }

    private static Dictionary<string, string> Named(int digits)
    {
        FormulaKey key = new(digits);
        return Formulas.ToDictionary(known => key.Of(Read(known.Formula))!, known => known.Name, StringComparer.Ordinal);
    }

    private static Term Read(string formula) => new FormulaParser(formula, [("x", ElementType.Float)], null, number => number).Read();
}
