using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Generator.Diagnostics;

namespace NeuralGen.Generator.CallSites;

/// <summary>Compares the spans of one call with what the network needs.</summary>
internal static class LengthCheck
{
    /// <summary>What is wrong with a call.</summary>
    /// <param name="member">The member that is called.</param>
    /// <param name="spans">The spans whose lengths are known.</param>
    public static IEnumerable<Diagnostic> Check(string member, IReadOnlyList<PassedSpan> spans)
    {
        if (Swapped(member, spans) is { } swapped)
        {
            return [swapped];
        }

        List<Diagnostic> found = [];
        foreach (PassedSpan span in spans)
        {
            if (!span.Needed.IsBatch && (span.Needed.MayBeLonger ? span.Length < span.Needed.Value : span.Length != span.Needed.Value))
            {
                found.Add(Create(
                    CallRules.WrongLength, span, Property(span), span.Parameter, member, Values(span.Length), span.Needed.Value, span.Needed.Value == 1 ? "is" : "are", span.Needed.Constant));
            }
            else if (span.Needed.IsBatch && span.Length % span.Needed.Value != 0)
            {
                found.Add(Create(CallRules.PartOfSample, span, Property(span), span.Parameter, member, Values(span.Length), Values(span.Needed.Value)));
            }
        }

        return found.Count > 0 ? found : SamplesDiffer(member, spans);
    }

    private static IEnumerable<Diagnostic> SamplesDiffer(string member, IReadOnlyList<PassedSpan> spans)
    {
        PassedSpan? first = spans.FirstOrDefault(span => span.Needed.IsBatch);
        foreach (PassedSpan span in spans.Where(span => span.Needed.IsBatch))
        {
            long samples = span.Length / span.Needed.Value;
            long expected = first!.Length / first.Needed.Value;
            if (samples != expected)
            {
                yield return Create(
                    CallRules.SamplesDiffer, span, ImmutableDictionary<string, string?>.Empty, span.Parameter, member, Samples(samples), first.Parameter, Samples(expected));
            }
        }
    }

    /// <summary>Two spans that are both wrong, and right for each other's parameter.</summary>
    private static Diagnostic? Swapped(string member, IReadOnlyList<PassedSpan> spans)
    {
        foreach (PassedSpan one in spans)
        {
            foreach (PassedSpan other in spans)
            {
                bool isPair = one != other && !one.Needed.IsBatch && !other.Needed.IsBatch && !one.Needed.MayBeLonger && !other.Needed.MayBeLonger && one.Needed.Value != other.Needed.Value;
                if (isPair && one.Length == other.Needed.Value && other.Length == one.Needed.Value)
                {
                    return Create(
                        CallRules.Swapped, one, ImmutableDictionary<string, string?>.Empty, member, Values(one.Length), one.Parameter, Values(other.Length), other.Parameter, one.Needed.Value, other.Needed.Value);
                }
            }
        }

        return null;
    }

    private static Diagnostic Create(
        Rule rule, PassedSpan span, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        Diagnostic.Create(rule.Descriptor(), span.Argument.GetLocation(), properties, arguments);

    /// <summary>The constant that a code fix puts in place of a wrong length.</summary>
    private static ImmutableDictionary<string, string?> Property(PassedSpan span) =>
        ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Constant, span.Needed.Constant);

    private static string Values(long count) => count == 1 ? "1 value" : FormattableString.Invariant($"{count} values");

    private static string Samples(long count) => count == 1 ? "1 sample" : FormattableString.Invariant($"{count} samples");
}
