namespace NeuralGen.Package.Tests.Consumers;

/// <summary>A folder with projects that use the package, as far from this repository as those of its users.</summary>
internal sealed class ConsumerFolder
{
    private readonly string _path;

    /// <summary>Makes an empty folder.</summary>
    /// <param name="package">The package.</param>
    /// <param name="isOffline">Whether the feed is the only source of packages, or one more beside those of the machine.</param>
    public ConsumerFolder(PackedPackage package, bool isOffline = true)
    {
        _path = Directory.CreateDirectory(Path.Combine(package.Folder, Path.GetRandomFileName())).FullName;
        File("nuget.config", $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="../packages" />
              </config>
              <packageSources>
                {(isOffline ? "<clear />" : "")}
                <add key="packed" value="../feed" />
              </packageSources>
              {(isOffline ? "" : Fallback())}
            </configuration>
            """);

        // Settings that a machine may hold further up end here.
        File("Directory.Build.props", "<Project />");
        File("Directory.Build.targets", "<Project />");
        File("Directory.Packages.props", "<Project />");
    }

    public ConsumerFolder File(string path, string text)
    {
        string file = Path.Combine(_path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Restores and builds; each error and warning is printed once.</summary>
    public CommandResult Build(string project, params IEnumerable<string> options) =>
        Dotnet.Run(_path, ["build", project, "-clp:NoSummary", .. options]);

    /// <summary>Runs what was built.</summary>
    public CommandResult Run(string project) => Dotnet.Run(_path, "run", "--no-build", "--project", project);

    /// <summary>What the machine has downloaded before need not be downloaded once more.</summary>
    private static string Fallback()
    {
        string path = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(path)
            ? $"""<fallbackPackageFolders><add key="machine" value="{path}" /></fallbackPackageFolders>"""
            : "";
    }
}
