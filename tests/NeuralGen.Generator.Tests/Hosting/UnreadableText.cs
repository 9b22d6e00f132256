using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NeuralGen.Generator.Tests.Hosting;

/// <summary>A file that fails to be read.</summary>
internal sealed class UnreadableText(string path) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => throw new IOException("The file\nis gone");
}
