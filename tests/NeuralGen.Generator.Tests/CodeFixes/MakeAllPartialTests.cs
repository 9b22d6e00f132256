using Microsoft.CodeAnalysis.CodeActions;

namespace NeuralGen.Generator.Tests.CodeFixes;

public class MakeAllPartialTests
{
    private const string Network = "[NeuralGen.NeuralNetwork(Inputs = 1), NeuralGen.Dense(1, Weights = [2])]";

    [Fact]
    public void All_types_of_a_document_are_fixed_at_once()
    {
        AssertFixed(
            $$"""
            {{Network}} public class First;
            {{Network}} public partial class Second;
            {{Network}} struct Third;
            class Plain;
            /// <summary>The last.</summary>
            {{Network}} public sealed record Fourth;
            """,
            $$"""
            {{Network}} public partial class First;
            {{Network}} public partial class Second;
            {{Network}} partial struct Third;
            class Plain;
            /// <summary>The last.</summary>
            {{Network}} public sealed partial record Fourth;
            """,
            "NEURAL0001");
    }

    [Fact]
    public void Networks_in_one_type_share_its_modifier()
    {
        AssertFixed(
            $$"""
            class Outer
            {
                {{Network}} class First;
                static class Inner
                {
                    {{Network}} class Second;
                    {{Network}} partial class Third;
                }
            }
            """,
            $$"""
            partial class Outer
            {
                {{Network}} partial class First;
                static partial class Inner
                {
                    {{Network}} partial class Second;
                    {{Network}} partial class Third;
                }
            }
            """,
            "NEURAL0001",
            "NEURAL0002");
    }

    private static void AssertFixed(string source, string expected, params string[] rules)
    {
        using CodeFixHost document = new(source);
        CodeAction start = document.Offers(document.Diagnostics[0].Location.SourceSpan)[0].Action;
        string text = document.FixAll(start, rules);
        Assert.Equal(expected, text);
        Assert.Empty(CodeFixHost.Analyze(text));
    }
}
