namespace NeuralGen.Package.Tests.Consumers;

/// <summary>A folder with projects that use the package, as far from this repository as those of its users.</summary>
internal sealed class ConsumerFolder
{
    private readonly string _path;

    /// <summary>Makes an empty folder, whose only source of packages is the feed.</summary>
    /// <param name="package">The package.</param>
    /// <param name="hasMachinePackages">Whether packages that the machine has at hand, for packing ours needed them, may be used too.</param>
    public ConsumerFolder(PackedPackage package, bool hasMachinePackages = false)
    {
        _path = Directory.CreateDirectory(Path.Combine(package.Folder, Path.GetRandomFileName())).FullName;
        File("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="../feed" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                {(hasMachinePackages ? $"""<add key="machine" value="{MachinePackages(package)}" />""" : "")}
              </fallbackPackageFolders>
            </configuration>
            """);

        // Settings that a machine may hold further up end here, and its cache of packages stays as it is.
        File("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <RestorePackagesPath>$(MSBuildThisFileDirectory)../packages</RestorePackagesPath>
              </PropertyGroup>
            </Project>
            """);
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

    public ConsumerFolder File(string path, byte[] bytes)
    {
        File(path, "");
        System.IO.File.WriteAllBytes(Path.Combine(_path, path), bytes);
        return this;
    }

    /// <summary>Copies a file.</summary>
    public ConsumerFolder Copy(string path, string from)
    {
        System.IO.File.Copy(from, Path.Combine(Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_path, path))!).FullName, Path.GetFileName(path)));
        return this;
    }

    /// <summary>Copies a folder of the repository, without what was built in it.</summary>
    public ConsumerFolder CopyAll(string path, string from)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string within = Path.GetRelativePath(from, file);
            if (within.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            {
                Copy(Path.Combine(path, within), file);
            }
        }

        return this;
    }

    /// <summary>Restores and builds.</summary>
    public CommandResult Build(string project, params IEnumerable<string> options) =>
        Dotnet.Run(_path, ["build", project, .. options]);

    /// <summary>Publishes for release.</summary>
    public CommandResult Publish(string project, string output, params IEnumerable<string> options) =>
        Dotnet.Run(_path, ["publish", project, "-c", "Release", "-o", Folder(output), .. options]);

    /// <summary>Deletes what was built.</summary>
    public CommandResult Clean(string project) => Dotnet.Run(_path, ["clean", project]);

    /// <summary>Runs what was built.</summary>
    public CommandResult Run(string project, params IEnumerable<string> arguments) =>
        RunAssembly($"{project}/bin/Debug/net10.0/{project}.dll", arguments);

    /// <summary>Runs a program.</summary>
    public CommandResult RunAssembly(string path, params IEnumerable<string> arguments) => Dotnet.Run(_path, [path, .. arguments]);

    /// <summary>What a restored project passes to the compiler as additional files, with their metadata.</summary>
    public string Files(string project, params IEnumerable<string> options) =>
        Items(project, "AdditionalFiles", options);

    /// <summary>The items of a kind that a restored project has.</summary>
    public string Items(string project, string kind, params IEnumerable<string> options) =>
        Dotnet.Run(_path, ["msbuild", project, $"-getItem:{kind}", .. options]).Succeeded().Output;

    /// <summary>The full path of a folder of a project.</summary>
    public string Folder(string project) => Path.Combine(_path, project);

    private static string MachinePackages(PackedPackage package) =>
        Dotnet.Run(package.Folder, "nuget", "locals", "global-packages", "--list").Succeeded().Output.Split(": ", 2)[1].Trim();
}
