using System.Globalization;
using System.Text;
using NeuralGen.Build;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Generator.Tests.Diagnostics;
using NeuralGen.Generator.Tests.SafeTensors;

namespace NeuralGen.Generator.Tests.Builds;

/// <summary>The rules about the files of items: their pages quote what a build says.</summary>
public sealed class ModelFileRuleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("neuralgen-rules-").FullName;

    public static TheoryData<string> Rules => new(ModelFileRules.All.Select(rule => rule.Id));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Ids_are_in_the_range_of_their_family() => Assert.All(ModelFileRules.All, rule =>
        Assert.InRange(int.Parse(rule.Id[Rule.Prefix.Length..], CultureInfo.InvariantCulture), 401, 499));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_has_its_title_and_sections_and_quotes_the_message(string id)
    {
        Rule rule = ModelFileRules.All.Single(rule => rule.Id == id);
        RulePage page = new(id);
        Assert.Equal($"# {id}: {rule.Title}", page.Title);
        Assert.Equal(["Cause", "Example", "Fix", "How to silence"], page.Sections);
        Assert.All(page.Sections, section => Assert.NotEmpty(page.Text(section)));

        FileProblem problem = Assert.Single(Problems(id));
        Assert.Equal(id, problem.Rule.Id);
        string end = $" (docs/diagnostics/{id}.md in the package)";
        Assert.True(problem.Message.EndsWith(end, StringComparison.Ordinal) || rule.Link is not null, problem.Message);
        Assert.Equal(Assert.Single(page.Blocks("Example"), block => block.Language == "text").Text, problem.Message.Replace(end, "", StringComparison.Ordinal) + "\n");
    }

    [Theory]
    [InlineData("PK\u0003\u0004 archive", ", but an archive or pickle such as torch.save writes; write the tensors with safetensors.torch.save_file")]
    [InlineData("{ \"inputs\": 2 }", ", but text that looks like JSON; .nn.json files of the project need no item")]
    [InlineData("short", "")]
    [InlineData("", "")]
    public void What_helps_is_said(string text, string advice) => Assert.StartsWith(
        $"'models/digits.bin' is no .safetensors file{advice} (docs/", Assert.Single(Problems("digits.bin", Encoding.Latin1.GetBytes(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_is_no_file()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "digits"));
        Assert.StartsWith("'models/digits' cannot be read: it is a folder", Assert.Single(Problems("digits", null)).Message, StringComparison.Ordinal);
    }

    /// <summary>What a build says of the example of a page.</summary>
    private IReadOnlyList<FileProblem> Problems(string id) => id switch
    {
        "NEURAL0401" => Problems("digits.safetensors", null),
        "NEURAL0402" => Problems("digits.pt", [(byte)'P', (byte)'K', 3, 4, 0, 0, 8, 8, 0, 0]),
        "NEURAL0404" => Problems(600_000_000),
        _ => Problems("digits.safetensors", TensorBytes.Of($"{{{TensorBytes.Member("fc1.weight", "F32", "10, 784", 0, 31_360)}}}", 20_000)),
    };

    /// <summary>What a build says of a file with so many numbers, which are a hole on the disk.</summary>
    private IReadOnlyList<FileProblem> Problems(long count)
    {
        long length = count * sizeof(float);
        byte[] header = TensorBytes.Of($"{{{TensorBytes.Member("fc1.weight", "F32", count.ToString(CultureInfo.InvariantCulture), 0, length)}}}", 0);
        using (FileStream file = File.Create(Path.Combine(_folder, "digits.safetensors")))
        {
            file.Write(header);
            file.SetLength(header.Length + length);
        }

        return Problems("digits.safetensors", null);
    }

    private IReadOnlyList<FileProblem> Problems(string name, byte[]? bytes)
    {
        string path = Path.Combine(_folder, name);
        if (bytes is not null)
        {
            File.WriteAllBytes(path, bytes);
        }

        return new ModelFile("models/" + name, path, Path.Combine(_folder, "obj", name)).Convert();
    }
}
