using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralGen.DuckDB;
using NeuralGen.Generator.Tests.Hosting;
using NeuralGen.Training;
using NeuralGen.Training.Mpi;

namespace NeuralGen.Generator.Tests.Documentation;

/// <summary>
/// The project that a reader makes of a page: a block of C#, the blocks that declare types and nothing else, and the files, which
/// their first comments name.
/// </summary>
internal static partial class PageProject
{
    /// <summary>What the SDK opens in a new project.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The other packages, and what their users see of the libraries that they are for.</summary>
    private static readonly MetadataReference[] Packages =
    [
        .. new[] { typeof(TrainerOptions), typeof(MpiGroup), typeof(DuckDBNetworkExtensions), typeof(DuckDBConnection), typeof(DuckDBType) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    public static GeneratedProject Of(MarkdownPage page, CodeBlock block)
    {
        GeneratorHost host = new()
        {
            OutputKind = IsProgram(block) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            References = [.. new GeneratorHost().References, .. Packages],
        };
        host.Property("RootNamespace", "Flowers").Source(ImplicitUsings, "ImplicitUsings.cs").Source(CapturedConsole.Source, "Console.cs");
        foreach (CodeBlock part in page.Code("csharp").Where(part => part != block && !IsProgram(part)))
        {
            host.Source(part.Text, $"{page.Path}({part.Line})");
        }

        host.Source(UsingsBefore(page, block) + block.Text, $"{page.Path}({block.Line})");

        foreach (CodeBlock file in page.Code("json"))
        {
            host.File(FileName(file), file.Text);
        }

        return host.Run();
    }

    /// <summary>The path of a file, which its first line names in a comment.</summary>
    public static string FileName(CodeBlock file)
    {
        Match name = FirstComment().Match(file.Text);
        Assert.True(name.Success, $"The block of line {file.Line} does not begin with the name of its file.");
        return name.Groups[1].Value;
    }

    /// <summary>Whether a block has statements of its own.</summary>
    private static bool IsProgram(CodeBlock block) => Unit(block).Members.OfType<GlobalStatementSyntax>().Any();

    /// <summary>A block that opens no namespaces goes on with those that the page has opened.</summary>
    private static string UsingsBefore(MarkdownPage page, CodeBlock block) => Unit(block).Usings.Any()
        ? ""
        : string.Concat(page.Code("csharp").Where(part => part.Line < block.Line).SelectMany(part => Unit(part).Usings).Select(part => part.ToString()).Distinct());

    private static CompilationUnitSyntax Unit(CodeBlock block) => CSharpSyntaxTree.ParseText(block.Text).GetCompilationUnitRoot();

    [GeneratedRegex(@"\A// (\S+\.nn\.json)\n")]
    private static partial Regex FirstComment();
}
