using System.Diagnostics;
using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests.Matrix;

/// <summary>A web project with a Razor page and a minimal API that predict, asked by many at the same time.</summary>
[Collection(SharedPackage.Name)]
public sealed class WebProjectTests(PackedPackage package)
{
    private const int Askers = 16;
    private const int Questions = 30;

    [Fact]
    public async Task Pages_and_services_predict_for_all_who_ask_at_once_and_models_are_no_content()
    {
        ConsumerFolder consumer = new ConsumerFolder(package, hasMachinePackages: true)
            .File("Site/Site.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk.Web">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="NeuralGen" Version="{package.Version}" />
                  </ItemGroup>
                </Project>
                """)
            .File("Site/models/price.nn.json", """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[2, 1]] } ] }""")
            .File("Site/Pages/Price.cshtml", """
                @page "/page/{x:float}"
                @{ float x = float.Parse((string)RouteData.Values["x"]!, System.Globalization.CultureInfo.InvariantCulture); }
                <p>@Site.Price.Predict(x, 1f)</p>
                """)
            .File("Site/Program.cs", """
                var builder = WebApplication.CreateBuilder(args);
                builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
                builder.Services.AddRazorPages();
                var app = builder.Build();
                app.MapRazorPages();
                app.MapGet("/service/{x:float}", (float x) => Site.Price.Predict(x, 1f));
                app.Run();
                """);
        Assert.Empty(consumer.Build("Site").Succeeded().Messages);
        Assert.DoesNotContain(".nn.json", consumer.Items("Site", "Content"), StringComparison.Ordinal);

        using Process site = Process.Start(new ProcessStartInfo("dotnet", [consumer.Folder("Site/bin/Debug/net10.0/Site.dll"), "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = consumer.Folder("Site") })!;
        try
        {
            using HttpClient client = new() { BaseAddress = await Address(site) };
            await Parallel.ForEachAsync(Enumerable.Range(0, Askers * Questions), new ParallelOptions { MaxDegreeOfParallelism = Askers }, async (x, stop) =>
            {
                string expected = ((2 * x) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal(expected, await client.GetStringAsync($"/service/{x}", stop));
                Assert.Equal($"<p>{expected}</p>", (await client.GetStringAsync($"/page/{x}", stop)).Trim());
            });
        }
        finally
        {
            site.Kill(entireProcessTree: true);
            await site.WaitForExitAsync();
        }
    }

    private static async Task<Uri> Address(Process site)
    {
        const string Listening = "Now listening on: ";
        string all = "";
        while (await site.StandardOutput.ReadLineAsync() is { } line)
        {
            all += line + "\n";
            if (line.Contains(Listening, StringComparison.Ordinal))
            {
                _ = site.StandardOutput.ReadToEndAsync();
                return new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("The site ended: " + all);
    }
}
