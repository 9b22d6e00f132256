using Microsoft.CodeAnalysis.CSharp;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Generator.Tests.Values.Names;

/// <summary>What the compiler core knows of C#'s words and names is what Roslyn knows.</summary>
public class KeywordTests
{
    [Fact]
    public void Keywords_are_those_of_the_language()
    {
        string[] reserved = [.. SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText)];
        string[] contextual = [.. SyntaxFacts.GetContextualKeywordKinds().Select(SyntaxFacts.GetText)];
        Assert.DoesNotContain(reserved, word => !Keywords.IsReserved(word));
        Assert.DoesNotContain(contextual, word => Keywords.IsReserved(word));
        Assert.DoesNotContain(contextual, word => !Keywords.IsReservedSomewhere(word));
        Assert.False(Keywords.IsReservedSomewhere("layer"));
    }

    [Fact]
    public void Names_are_valid_where_the_language_takes_them()
    {
        for (int code = 0; code <= char.MaxValue; code++)
        {
            char letter = (char)code;
            foreach (string text in new[] { $"{letter}", $"a{letter}", $"{letter}b" })
            {
                Assert.True(SyntaxFacts.IsValidIdentifier(text) == Identifier.IsValid(text), $"U+{code:X4} in '{text}'");
            }
        }

        Assert.False(Identifier.IsValid(""));
        Assert.True(Identifier.IsValid("class"));
    }
}
