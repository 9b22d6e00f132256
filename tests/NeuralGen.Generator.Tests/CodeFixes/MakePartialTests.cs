using Microsoft.CodeAnalysis.CodeActions;
using NeuralGen.CodeFixes;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Generator.Tests.CodeFixes;

public class MakePartialTests
{
    private const string Network = "[NeuralGen.NeuralNetwork(Inputs = 1), NeuralGen.Dense(1, Weights = [2])]\n";

    [Theory]
    [InlineData("class Bank;", "partial class Bank;")]
    [InlineData("public static class Bank { }", "public static partial class Bank { }")]
    [InlineData("public  /* sealed */  class Bank;", "public  /* sealed */  partial class Bank;")]
    [InlineData("internal readonly struct Bank;", "internal readonly partial struct Bank;")]
    [InlineData("public ref struct Bank;", "public ref partial struct Bank;")]
    [InlineData("public record Bank;", "public partial record Bank;")]
    [InlineData("public record class Bank;", "public partial record class Bank;")]
    [InlineData("public readonly record struct Bank(int Number);", "public readonly partial record struct Bank(int Number);")]
    [InlineData("public class @class;", "public partial class @class;")]
    [InlineData("public class Bank<T>\n    where T : class;", "public partial class Bank<T>\n    where T : class;")]
    public void The_modifier_stands_right_before_the_keyword(string declaration, string expected)
    {
        AssertFixed(Network + declaration, Network + expected);
    }

    [Fact]
    public void Comments_and_attributes_stay_in_front()
    {
        AssertFixed(
            """
            // Banking.
            using NeuralGen;

            /// <summary>Foretells transactions.</summary>
            #pragma warning disable CS0618
            struct Plain;

            /// <summary>Foretells transactions.</summary>
            [NeuralNetwork(Inputs = 1)]
            // One layer will do.
            [Dense(1, Weights = [2])] // Doubles.
            /* plain */ class Bank // Done.
            {
            }
            """,
            """
            // Banking.
            using NeuralGen;

            /// <summary>Foretells transactions.</summary>
            #pragma warning disable CS0618
            struct Plain;

            /// <summary>Foretells transactions.</summary>
            [NeuralNetwork(Inputs = 1)]
            // One layer will do.
            [Dense(1, Weights = [2])] // Doubles.
            /* plain */ partial class Bank // Done.
            {
            }
            """);
    }

    [Fact]
    public void The_types_around_become_partial_too()
    {
        AssertFixed(
            $"/// <summary>Keeps its comment.</summary>\nclass Outer\n{{\n    public struct Inner<T>\n    {{\n        {Network}        class Bank;\n    }}\n}}\n",
            $"/// <summary>Keeps its comment.</summary>\npartial class Outer\n{{\n    public partial struct Inner<T>\n    {{\n        {Network}        partial class Bank;\n    }}\n}}\n");
    }

    [Fact]
    public void Only_the_types_that_lack_the_modifier_change()
    {
        AssertFixed(
            $"class Outer {{ partial record Middle {{ interface IInner {{ {Network} partial class Bank; }} }} }}",
            $"partial class Outer {{ partial record Middle {{ partial interface IInner {{ {Network} partial class Bank; }} }} }}");
    }

    [Fact]
    public void One_action_answers_all_that_is_wrong_at_a_place()
    {
        using CodeFixHost document = new($"class Outer {{ class Inner {{ {Network} class @class; }} }}");
        Assert.Equal(["NEURAL0001", "NEURAL0002", "NEURAL0002"], document.Diagnostics.Select(diagnostic => diagnostic.Id));

        (CodeAction action, var answered) = Assert.Single(document.Offers(document.Diagnostics[0].Location.SourceSpan));
        Assert.Equal("Make 'class' partial", action.Title);
        Assert.Equal("MakePartialCodeFix", action.EquivalenceKey);
        Assert.Equal(document.Diagnostics.AsEnumerable(), answered);
    }

    [Fact]
    public void A_part_elsewhere_is_not_ours_to_change()
    {
        using CodeFixHost document = new($"{Network} partial class Bank;\n class Bank;");
        Assert.Equal("NEURAL0001", Assert.Single(document.Diagnostics).Id);
        Assert.Empty(document.Offers(document.Diagnostics[0].Location.SourceSpan));
    }

    [Fact]
    public void Only_rules_about_the_modifier_are_fixed()
    {
        Assert.Equal([DeclarationRules.NotPartial.Id, DeclarationRules.ContainerNotPartial.Id], new MakePartialCodeFix().FixableDiagnosticIds.AsEnumerable());
    }

    [Fact]
    public void The_fixes_load_without_the_generator()
    {
        Assert.DoesNotContain(
            typeof(MakePartialCodeFix).Assembly.GetReferencedAssemblies(),
            name => name.Name!.StartsWith("NeuralGen", StringComparison.Ordinal));
    }

    private static void AssertFixed(string source, string expected)
    {
        using CodeFixHost document = new(source);
        string text = document.Fix();
        Assert.Equal(expected, text);
        Assert.Empty(CodeFixHost.Analyze(text));
    }
}
