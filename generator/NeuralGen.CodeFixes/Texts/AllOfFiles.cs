using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace NeuralGen.CodeFixes.Texts;

/// <summary>Fixes all places of files; what comes with the workspace knows C# documents only.</summary>
/// <param name="fix">Fixes one place.</param>
internal sealed class AllOfFiles(FileCodeFix fix) : FixAllProvider
{
    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        IEnumerable<Project> projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project];
        Solution solution = fixAllContext.Solution;
        foreach (Project project in projects)
        {
            IEnumerable<Diagnostic> found = await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            ILookup<string, Diagnostic> diagnostics = found
                .Where(diagnostic => diagnostic.Location.Kind == LocationKind.ExternalFile)
                .ToLookup(diagnostic => diagnostic.Location.GetLineSpan().Path);
            foreach (TextDocument file in project.AdditionalDocuments.Where(file => file.FilePath is not null && IsInScope(file, fixAllContext)))
            {
                SourceText text = await file.GetTextAsync(fixAllContext.CancellationToken).ConfigureAwait(false);
                solution = solution.WithAdditionalDocumentText(file.Id, Fix(text, diagnostics[file.FilePath!], fixAllContext.CancellationToken));
            }
        }

        return CodeAction.Create("Fix all", _ => Task.FromResult(solution), nameof(AllOfFiles));
    }

    private static bool IsInScope(TextDocument file, FixAllContext context) =>
        context.Scope != FixAllScope.Document || context.CodeActionEquivalenceKey?.EndsWith(":" + file.FilePath, StringComparison.Ordinal) == true;

    /// <summary>From the end, so that places before stay where they are, and each in the text as the others have left it.</summary>
    private SourceText Fix(SourceText text, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        foreach (Diagnostic diagnostic in diagnostics.OrderByDescending(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (fix.Find(text, diagnostic, cancellationToken) is { } edit)
            {
                text = TextEdit.Apply(text, [edit]);
            }
        }

        return text;
    }
}
