using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers.Activations;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Expressions;

/// <summary>The functions that formulas know: elementary ones, and the activations that look at one value at a time.</summary>
internal static class FormulaFunctions
{
    private static readonly Dictionary<string, Elementary> Functions =
        Enum.GetValues(typeof(Elementary)).Cast<Elementary>().ToDictionary(function => Texts.SnakeCase(function.ToString()), StringComparer.Ordinal);

    private const string Reciprocal = "reciprocal";

    private static readonly NetworkNumbers NoSlopes = new NumberIds().Add(NumberArray.Empty);

    /// <summary>The names of all.</summary>
    public static IEnumerable<string> Names => Functions.Keys.Concat(ElementTypes.Names).Append(Reciprocal).Concat(ActivationCatalog.Names.Where(name => Find(name) is not null));

    /// <summary>A call of a function.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="values">What it is called with, and where that stands; the arguments of an activation come behind its value.</param>
    /// <param name="start">Where the name stands.</param>
    /// <param name="types">What values are.</param>
    /// <param name="fail">Notes a problem and where it is.</param>
    public static Term Create(string name, (int Position, Term Value)[] values, int start, FormulaTypes types, Func<int, string, Term> fail)
    {
        bool isElementary = Functions.TryGetValue(name, out Elementary function);
        ElementType? cast = ElementTypes.Find(name);
        if (isElementary || cast is not null || name == Reciprocal)
        {
            int needed = isElementary ? FunctionTerm.CountOf(function) : 1;
            return values.Length != needed ? fail(start, $"'{name}' takes {Texts.Count(needed, "value")}, not {values.Length}")
                : cast is { } type ? types.Cast(values[0].Value, type)
                : isElementary ? types.Function(name, start, function, values)
                : new BinaryTerm('/', new NumberTerm(1), types.Float(name, values[0]));
        }

        if (Find(name) is not { } descriptor)
        {
            return fail(start, $"function '{name}' is unknown{Suggestion.For(name, Names)}");
        }

        int least = 1 + descriptor.Parameters.Count(parameter => parameter.Default is null);
        int most = 1 + descriptor.Parameters.Count;
        if (values.Length < least || values.Length > most)
        {
            return fail(start, $"'{name}' takes {(least == most ? Texts.Count(least, "value") : $"{least} to {most} values")}, not {values.Length}");
        }

        double[] arguments = [.. descriptor.Parameters.Select(parameter => parameter.Default ?? 0)];
        for (int i = 1; i < values.Length; i++)
        {
            ActivationParameter parameter = descriptor.Parameters[i - 1];
            if (!FormulaTypes.IsOpen(values[i].Value) && values[i].Value is not NumberTerm || types.Float(name, values[i]) is not NumberTerm { Value: var number })
            {
                return fail(values[i].Position, $"'{parameter.Name}' of '{name}' must be a number");
            }

            if (parameter.IsValid?.Invoke(number) == false)
            {
                return fail(values[i].Position, $"'{parameter.Name}' of '{name}' must be {parameter.Bounds}");
            }

            arguments[i - 1] = number;
        }

        return new ActivationTerm(name, (ElementwiseActivation)descriptor.Create(arguments, NoSlopes), types.Float(name, values[0]));
    }

    private static ActivationDescriptor? Find(string name) =>
        ActivationCatalog.Find(name) is { HasSlopes: false } descriptor && descriptor.CreateDefault(NoSlopes) is ElementwiseActivation ? descriptor : null;
}
