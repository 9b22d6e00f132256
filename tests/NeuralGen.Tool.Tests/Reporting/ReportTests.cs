using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NeuralGen.Tool.Tests.Running;

namespace NeuralGen.Tool.Tests.Reporting;

public sealed partial class ReportTests
{
    [Fact]
    public void ThePageIsWholeAndNeedsNothingElse()
    {
        using WorkFolder folder = new WorkFolder().File("iris.nn.json", WorkFolder.Iris);
        folder.Run("report", "iris.nn.json", "--data", Models.IrisRows, "--target", "species", "--output", "report.html", "--no-bench").Succeeded();
        string page = folder.Read("report.html");
        Assert.Contains("Accuracy <strong>0.", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">setosa</th><td class=\"number\">50</td>", page, StringComparison.Ordinal);
        Assert.Equal(14, Regex.Count(page, "<line class=\"(plus|minus)\""));
        Assert.DoesNotMatch(Outside(), page);

        // Well-formed, so that no tag of it can be taken for another; every drawing has words, every table a caption, every link a place.
        XElement html = XElement.Parse(Void().Replace(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<$1/>"));
        Assert.Equal("en", html.Attribute("lang")!.Value);
        Assert.All(html.Descendants("svg"), svg => Assert.NotEqual("", svg.Attribute("aria-label")!.Value));
        Assert.All(html.Descendants("table"), table => Assert.NotEmpty(table.Elements("caption")));
        string[] ids = [.. html.Descendants().Attributes("id").Select(id => id.Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(html.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value.TrimStart('#'), ids));
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
        folder.Run("report", "iris.nn.json", "--output", "report.html").Failed(1, "report.html: exists already; --force");
    }

    [Fact]
    public void RegressionsHaveResidualsAndTrainingsCurves()
    {
        using WorkFolder folder = new();
        File.WriteAllText(folder.Of("history.json"), folder.Run("train", Models.PenguinRows, "--target", "body_mass_g", "--missing", "skip", "--epochs", "5", "--output", "mass.nn.json", "--json").Succeeded().Output);
        folder.Run("report", "mass.nn.json", "--data", Models.PenguinRows, "--target", "body_mass_g", "--history", "history.json", "--output", "report.html", "--no-bench").Succeeded();
        string page = folder.Read("report.html");
        Assert.Contains("R² <strong>", page, StringComparison.Ordinal);
        Assert.Contains("<polyline class=\"curve c1\"", page, StringComparison.Ordinal);
        folder.Run("report", "mass.nn.json", "--data", Models.PenguinRows, "--target", "mass", "--output", "r.html", "--no-bench").Failed(1, "'mass', which is no column");
        folder.Run("report", "mass.nn.json", "--data", Models.PenguinRows, "--output", "r.html").Failed(2, "--data and --target belong together");
        folder.File("bad.json", "{}").Run("report", "mass.nn.json", "--history", "bad.json", "--output", "r.html", "--no-bench").Failed(1, "is not what 'train --json' writes");
    }

    [NeedsTheory(Need.Browser)]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task NothingIsWiderThanTheWindow(int width)
    {
        using WorkFolder folder = new WorkFolder().File("iris.nn.json", WorkFolder.Iris);
        folder.Run("report", "iris.nn.json", "--data", Models.IrisRows, "--target", "species", "--output", "report.html", "--no-bench").Succeeded();
        string probe = "<script>document.title = window.innerWidth + (document.documentElement.scrollWidth > document.documentElement.clientWidth ? ' is too narrow' : ' is enough');</script></body>";
        folder.File("probed.html", $"<!DOCTYPE html><html><body style=\"margin:0\"><iframe id=\"f\" style=\"border:0;width:{width}px;height:3000px\" srcdoc=\"{System.Net.WebUtility.HtmlEncode(folder.Read("report.html").Replace("</body>", probe, StringComparison.Ordinal))}\"></iframe><script>onload = () => document.title = document.getElementById('f').contentDocument.title</script></body></html>");
        ProcessStartInfo start = new(Needs.Browser!, ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder.Of("profile")}", "--virtual-time-budget=3000", "--dump-dom", "file://" + folder.Of("probed.html")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string page = await process.StandardOutput.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)), await error);
        Assert.Contains($"<title>{width} is enough</title>", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("(src|href)=\"(?!#)|url\\(|@import|https?://|<script", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();

    [GeneratedRegex("<(meta[^>]*)>")]
    private static partial Regex Void();
}
