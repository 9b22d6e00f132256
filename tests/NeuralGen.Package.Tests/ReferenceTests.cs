using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

/// <summary>Projects with other references than a plain one, and in other languages, in one build.</summary>
[Collection(SharedPackage.Name)]
public sealed class ReferenceTests(PackedPackage package)
{
    private const string Network = """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[2, 7]] } ] }""";

    [Fact]
    public void Each_project_gets_what_its_reference_is_for_or_is_told_once_why_not()
    {
        ConsumerFolder consumer = new ConsumerFolder(package)
            .File("All.proj", """
                <Project DefaultTargets="Build">
                  <ItemGroup>
                    <Listed Include="User/User.csproj;Late/Late.csproj;Idle/Idle.csproj;Visual/Visual.vbproj;Private/Private.csproj;Global/Global.csproj" />
                  </ItemGroup>
                  <Target Name="Restore">
                    <MSBuild Projects="@(Listed)" Targets="Restore" />
                  </Target>
                  <Target Name="Build">
                    <MSBuild Projects="@(Listed)" Targets="Build" />
                  </Target>
                </Project>
                """)

            // Calls of a library's networks are checked in the projects that use it, whose own files are none of ours.
            .File("Shared/Shared.csproj", Project(Reference("")))
            .File("Shared/iris.nn.json", Network)
            .File("User/User.csproj", Project("""<ProjectReference Include="../Shared/Shared.csproj" />"""))
            .File("User/data/foreign.nn.json", """{ "rows": [1, 2, 3] }""")
            .File("User/Use.cs", "class Use { float Call() => Shared.Iris.Predict(new float[3]); }\n")

            .File("Late/Late.csproj", Project(""))
            .File("Late/Directory.Build.targets", $"<Project><ItemGroup>{Reference("")}</ItemGroup></Project>")
            .File("Late/iris.nn.json", Network)
            .File("Late/Use.cs", "class Use { float Call() => Late.Iris.Predict(1f, 2f); }\n")

            .File("Idle/Idle.csproj", Project(Reference("PrivateAssets=\"all\"")))
            .File("Private/Private.csproj", Project(Reference("PrivateAssets=\"all\"")))
            .File("Private/iris.nn.json", Network)

            .File("Visual/Visual.vbproj", Project(Reference("")))
            .File("Visual/iris.nn.json", Network)

            .File("Global/Global.csproj", Project(""))
            .File("Global/Directory.Packages.props", $"""
                <Project>
                  <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
                  <ItemGroup><GlobalPackageReference Include="NeuralGen" Version="{package.Version}" /></ItemGroup>
                </Project>
                """)
            .File("Global/iris.nn.json", Network)
            .File("Global/rose.nn.json", Network)
            .File("Global/Use.cs", "class Use { Global.Rose? Rose; float Call() => Global.Iris.Predict(1f, 2f); }\n");

        Assert.Equal(
            [
                new BuildMessage("Use.cs", 1, 49, "NEURAL0501"),
                new BuildMessage("Visual.vbproj", 0, 0, "NEURAL0601"),
                new BuildMessage("Private.csproj", 0, 0, "NEURAL0602"),
                new BuildMessage("iris.nn.json", 1, 1, "NEURAL0030"),
            ],
            consumer.Build("All.proj").Messages);
    }

    private string Reference(string metadata) => $"""<PackageReference Include="NeuralGen" Version="{package.Version}" {metadata} />""";

    private static string Project(string references) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <NoWarn>$(NoWarn);CS0649;CS0169;CS8632</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            {references}
          </ItemGroup>
        </Project>
        """;
}
