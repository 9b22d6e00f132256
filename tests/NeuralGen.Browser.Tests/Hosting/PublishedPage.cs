using System.Diagnostics;
using Microsoft.Playwright;

namespace NeuralGen.Browser.Tests.Hosting;

/// <summary>The sample's page as it is published, with a server and a browser.</summary>
public sealed class PublishedPage : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("neuralgen-page-");
    private PageServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The page's address.</summary>
    public string Address => _server!.Address;

    /// <summary>The published files.</summary>
    public string Folder => Path.Combine(_folder.FullName, "wwwroot");

    /// <summary>What went wrong in the pages that are open.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What the pages asked of other hosts.</summary>
    public List<string> Foreign { get; } = [];

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
        {
            return;
        }

        string sample = Path.Combine(RepositoryRoot(), "samples", "DigitsInBrowser");
        using Process publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", sample, "-c", "Release", "-o", _folder.FullName, "-nologo", "-v", "q", "-nodeReuse:false"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output);
        // A machine that is busy with other tests takes its time.
        Assertions.SetDefaultExpectTimeout(60_000);
        _server = new PageServer(Folder);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Opens the page and waits until one can draw.</summary>
    public async Task<IPage> Open(BrowserNewContextOptions options)
    {
        IBrowserContext context = await _browser!.NewContextAsync(options);
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Problems.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Problems.Add(error);
        page.RequestFailed += (_, request) => Problems.Add($"{request.Url}: {request.Failure}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                Foreign.Add(request.Url);
            }
        };
        await page.GotoAsync(Address);
        await Assertions.Expect(page.Locator("#answer")).ToHaveTextAsync("Draw a digit.");
        return page;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    public void Dispose()
    {
        _server?.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "NeuralGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run within the repository.");
    }
}
