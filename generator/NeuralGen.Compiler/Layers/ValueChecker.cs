using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers;

/// <summary>Checks that numbers can be computed with.</summary>
/// <param name="precision">The precision of the network.</param>
/// <param name="problems">Where to report.</param>
internal sealed class ValueChecker(Precision precision, ProblemList problems)
{
    /// <summary>Beyond this a list gets no more reports: the first ones say enough.</summary>
    private const int MostReports = 20;

    /// <summary>Reports every number that is not finite, or not finite in the network's precision.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="placeOf">Where a number stands.</param>
    /// <param name="nameOf">What a message calls a number.</param>
    /// <param name="mayBeNaN">Whether NaN may stand for what could not be read, and was reported then.</param>
    /// <returns>Whether all are sound.</returns>
    [MethodImpl(ColdBuild.Optimized)]
    public bool AreFinite(NumberArray values, Func<int, Place> placeOf, Func<int, string> nameOf, bool mayBeNaN = true)
    {
        if (values.Stored is { } stored)
        {
            return AreFinite(stored, placeOf, nameOf);
        }

        int reports = 0;
        for (int i = 0; i < values.Count && reports < MostReports; i++)
        {
            double value = values[i];
            if (mayBeNaN && double.IsNaN(value) && placeOf(i).Source == DeclarationSource.File)
            {
                // A file has no NaN: this is what could not be read, and was reported then.
                reports++;
            }
            else if (double.IsNaN(value) || double.IsInfinity(value))
            {
                problems.Report(WeightRules.NotFinite, placeOf(i), nameOf(i), Texts.Number(value));
                reports++;
            }
            else if (precision == Precision.Single && float.IsInfinity((float)value))
            {
                problems.Report(WeightRules.TooLargeForSingle, placeOf(i), nameOf(i), Texts.Number(value));
                reports++;
            }
        }

        return reports == 0;
    }

    /// <summary>The same of numbers of which only facts are known.</summary>
    private bool AreFinite(StoredNumbers stored, Func<int, Place> placeOf, Func<int, string> nameOf)
    {
        if (stored.FirstNotFinite is { } first)
        {
            problems.Report(WeightRules.NotFinite, placeOf(first), nameOf(first), "infinite or NaN");
            return false;
        }

        if (precision == Precision.Single && float.IsInfinity((float)stored.Largest))
        {
            problems.Report(WeightRules.TooLargeForSingle, placeOf(0), $"The largest magnitude in tensor '{stored.Tensor}'", Texts.Number(stored.Largest));
            return false;
        }

        return true;
    }
}
