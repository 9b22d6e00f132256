using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>An additional file in memory; one without a text cannot be read.</summary>
internal sealed class MemoryText(string path, string? text) : AdditionalText
{
    private readonly SourceText? _text = text is null ? null : SourceText.From(text, Encoding.UTF8);

    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text;
}
