using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <content>The values of arguments, and what of them cannot be.</content>
internal sealed partial class LayerBinding
{
    /// <summary>A list of numbers with one per value of the layer.</summary>
    /// <param name="argument">The argument's name.</param>
    /// <param name="length">How many numbers there must be; null when that is hidden by another mistake.</param>
    /// <param name="absent">What to take when the argument was left out; null when it must be there.</param>
    /// <returns>The numbers, or null after a problem.</returns>
    public NumberArray? Numbers(string argument, int? length, double? absent = null)
    {
        switch (Find(argument))
        {
            case DeclaredNumbers { Values: { } values }:
                Place where = place.Key(argument);
                bool sound = _values.AreFinite(values, index => where.At(index), index => $"Value {index} of '{Spell(argument)}' of layer '{name}'");
                if (length is { } expected && values.Count != expected)
                {
                    Report(ShapeRules.ParameterLength, where, $"'{Spell(argument)}'", name, Texts.Count(values.Count, "value"), expected);
                    return null;
                }

                return sound ? values : null;
            case DeclaredTensor:
                return new WeightReader(this, Type).Tensor(argument, length is { } size ? Shape.Vector(size) : null, null);
            case null when absent is { } value:
                return length is { } count ? NumberArray.Repeat(value, count) : null;
            case null:
                ReportMissing(argument, place);
                return null;
            default:
                return null;
        }
    }

    /// <summary>A whole number of at least 1; null after a problem, and where it was left out.</summary>
    /// <param name="argument">The argument's name.</param>
    /// <param name="isNeeded">Whether leaving it out is an error.</param>
    public int? Size(string argument, bool isNeeded = false)
    {
        switch (Find(argument))
        {
            case DeclaredNumber { Value: >= 1 } number:
                return (int)number.Value;
            case DeclaredNumber number:
                Report(WeightRules.OutOfRange, Place.Key(argument), $"'{Spell(argument)}' of layer '{Name}'", Texts.Number(number.Value), "at least 1");
                return null;
            case null when isNeeded:
                Report(WeightRules.MissingValues, Place, Name, Type, Spell(argument));
                return null;
            default:
                return null;
        }
    }

    /// <summary>A network within the layer, which must be there; null after a problem.</summary>
    /// <param name="argument">The argument's name.</param>
    public (Network Network, NetworkSignature Signature)? Body(string argument)
    {
        switch (Find(argument))
        {
            case DeclaredNetwork { Network: var network }:
                return graph.Bodies(name, network, place.Key(argument));
            case null:
                Report(WeightRules.MissingValues, place, name, Type, Spell(argument));
                return null;
            default:
                return null;
        }
    }

    /// <summary>A list of whole numbers that must be there, and with at least one; null after a problem.</summary>
    /// <param name="argument">The argument's name.</param>
    public EquatableArray<int>? Integers(string argument)
    {
        switch (Find(argument))
        {
            case DeclaredSizes { Values: { Count: > 0 } values }:
                return values;
            case DeclaredSizes:
                Report(WeightRules.MissingValues, place.Key(argument), name, Type, Spell(argument));
                return null;
            case null:
                Report(WeightRules.MissingValues, place, name, Type, Spell(argument));
                return null;
            default:
                return null;
        }
    }

    /// <summary>A number within bounds.</summary>
    /// <param name="argument">The argument's name.</param>
    /// <param name="absent">What to take when the argument was left out; null when it must be there.</param>
    /// <param name="isValid">Whether a number is within bounds.</param>
    /// <param name="bounds">The bounds in words.</param>
    /// <returns>The number, or null after a problem.</returns>
    public double? Number(string argument, double? absent, Func<double, bool> isValid, string bounds)
    {
        switch (Find(argument))
        {
            case DeclaredNumber { Value: double value }:
                if (!isValid(value))
                {
                    Report(WeightRules.OutOfRange, place.Key(argument), $"'{Spell(argument)}' of layer '{name}'", Texts.Number(value), bounds);
                    return null;
                }

                return value;
            case null when absent is null:
                Report(WeightRules.MissingValues, place, name, declaration.Type, Spell(argument));
                return null;
            case null:
                return absent;
            default:
                return null;
        }
    }

    /// <summary>The member of an enum that a word names; null after a problem, which is reported once.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="argument">The argument's name.</param>
    /// <param name="word">The word.</param>
    public T? Word<T>(string argument, string word)
        where T : struct, Enum
    {
        int before = graph.Problems.Problems.Count;
        if (_words.TryGetValue(argument, out object? known))
        {
            return (T?)known;
        }

        T value = EnumBinder.Bind((word, place.Source), place.Key(argument), argument, default(T), graph.Problems, name);
        T? found = graph.Problems.Problems.Count == before ? value : null;
        _words.Add(argument, found);
        return found;
    }

    /// <summary>Reports every number that is known to be out of bounds; null numbers were reported before.</summary>
    /// <returns>Whether all are within bounds, as far as that is known.</returns>
    public bool AreInRange(string argument, NumberArray? values, Func<double, bool> isValid, string bounds)
    {
        bool sound = values is not null;
        NumberArray? all = (Find(argument) as DeclaredNumbers)?.Values ?? values;
        Place where = IsWritten(argument) ? place.Key(argument) : place;
        for (int i = 0; i < all?.Count && all.IsKnown; i++)
        {
            // What is not finite was reported before.
            if (!double.IsNaN(all[i]) && !double.IsInfinity(all[i]) && !isValid(all[i]))
            {
                Report(
                    WeightRules.OutOfRange,
                    where.At(i),
                    $"Value {i} of '{Spell(argument)}' of layer '{name}'",
                    Texts.Number(all[i]),
                    bounds);
                sound = false;
            }
        }

        return sound;
    }

    /// <summary>Whether numbers are finite and fit the precision; reports those that do not.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="placeOf">Where a number stands.</param>
    /// <param name="nameOf">What a message calls a number.</param>
    /// <param name="mayBeNaN">Whether NaN may stand for what could not be read, and was reported then.</param>
    public bool AreFinite(NumberArray values, Func<int, Place> placeOf, Func<int, string> nameOf, bool mayBeNaN = true) =>
        _values.AreFinite(values, placeOf, nameOf, mayBeNaN);
}
