using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Values.Names;
using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Targets;

/// <summary>Names from declarations become identifiers by one rule, and never anything else.</summary>
public class NameTests
{
    [Theory]
    [InlineData("sepal_length", "SepalLength", "sepalLength")]
    [InlineData("Iris-setosa", "IrisSetosa", "irisSetosa")]
    [InlineData("-1", "Minus1", "minus1")]
    [InlineData("+1", "Plus1", "plus1")]
    [InlineData("0", "_0", "_0")]
    [InlineData("<=50K", "_50K", "_50K")]
    [InlineData("class", "Class", "@class")]
    [InlineData("größe (cm)", "GrößeCm", "größeCm")]
    [InlineData("HTTPStatus code", "HTTPStatusCode", "hTTPStatusCode")]
    [InlineData("年齢", "年齢", "年齢")]
    [InlineData("cafe\u0301 noir", "CaféNoir", "caféNoir")]
    [InlineData("e\u0301tude", "Étude", "étude")]
    [InlineData("q\u0301x", "Q\u0301x", "q\u0301x")]
    [InlineData("हिन्दी", "हिन्दी", "हिन्दी")]
    [InlineData("\u0301a", "A", "a")]
    [InlineData("a \u0301b", "AB", "aB")]
    [InlineData("1\u0301", "_1\u0301", "_1\u0301")]
    [InlineData("\ud800x", "X", "x")]
    [InlineData("!?", "_", "_")]
    [InlineData("", "_", "_")]
    [InlineData("a\u2028b*/", "AB", "aB")]
    [InlineData("-", "_", "_")]
    public void A_name_becomes_a_member_and_a_parameter(string name, string member, string parameter)
    {
        Assert.Equal(member, Identifier.Member(name));
        Assert.Equal(parameter, Identifier.Parameter(name));
    }

    [Fact]
    public void Names_that_differ_in_marks_only_stay_different()
    {
        string[] labels = ["q", "q\u0301", "q\u0323", "के", "का", "e\u0301", "e"];
        GeneratedProject project = new GeneratorHost().File("/p/mode\u0300le.nn.json", JsonSerializer.Serialize(new
        {
            inputs = labels,
            labels,
            layers = new[] { new { type = "activation", activation = "softmax" } },
        })).Run();
        Assert.Empty(project.Analyze());
        Type type = project.Load().GetType("Project.Modèle", throwOnError: true)!;
        Assert.Equal(["Q", "Q\u0301", "Q\u0323", "के", "का", "É", "E"], Enum.GetNames(type.GetNestedType("Label")!));
    }

    [Fact]
    public void Names_that_try_to_escape_do_not()
    {
        string[] evil =
        [
            "*/ } class Evil { /*", "\" + Evil() + \"", "line\nbreak", "u\u2028v", "\u202Eright", "#if x", "@at", "output", "input", "node_0_0_input",
            "max", "sum", new string('n', 500),
        ];
        string json = JsonSerializer.Serialize(new
        {
            name = "Ev il*/",
            inputs = evil,
            outputs = new[] { "</summary>", "&amp;*/" },
            labels = new[] { "\"};//", "\\u000A}" },
            layers = new object[]
            {
                new { type = "dense", name = "hidden */ \n #error", weights = new[] { evil.Select(_ => 0.1).ToArray(), evil.Select(_ => 0.2).ToArray() }, activation = "softmax" },
                new { type = "activation", name = "int", activation = "tanh" },
            },
        });
        foreach (string emission in new[] { "unrolled", "vectorized" })
        {
            GeneratedProject project = new GeneratorHost().File("/p/evil.nn.json", json.Insert(1, $"\"emission\": \"{emission}\",")).Run();
            Assert.DoesNotContain(project.Analyze(), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
            Type type = project.Load().GetType("Project.EvIl", throwOnError: true)!;
            Assert.Equal(["EvIl"], type.Assembly.GetTypes().Where(candidate => candidate.IsVisible && !candidate.IsNested).Select(candidate => candidate.Name));
        }
    }

    [Fact]
    public void Label_names_keep_the_labels_own_text()
    {
        string[] labels = ["<=50K", "a \"quoted\" one", "tab\tand\u2028more", "\ud83d\ude00"];
        string json = JsonSerializer.Serialize(new
        {
            inputs = 4,
            labels = labels.Select((text, i) => new { text, name = $"label {i}" }),
            layers = new[] { new { type = "activation", activation = "softmax" } },
        });
        GeneratedProject project = new GeneratorHost().File("net.nn.json", json).Source("""
            public static class Caller { public static string[] Names() => Project.Net.LabelNames.ToArray(); }
            """).Run();
        Assembly assembly = project.Load();
        Assert.Equal(labels, (string[])assembly.GetType("Caller")!.GetMethod("Names")!.Invoke(null, null)!);
        Assert.Equal(["Label0", "Label1", "Label2", "Label3"], Enum.GetNames(assembly.GetType("Project.Net+Label")!));
    }
}
