using NeuralGen.Package.Tests.Consumers;

namespace NeuralGen.Package.Tests;

[Collection(SharedPackage.Name)]
public sealed class AttributedNetworkTests(PackedPackage package)
{
    [Fact]
    public void A_program_calls_the_network_of_a_library_that_builds_without_a_warning()
    {
        ConsumerFolder consumer = new ConsumerFolder(package)
            .File("Bank/Bank.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <Nullable>enable</Nullable>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <GenerateDocumentationFile>true</GenerateDocumentationFile>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="NeuralGen" Version="{package.Version}" />
                  </ItemGroup>
                </Project>
                """)
            .File("Bank/Transactions.cs", """
                using NeuralGen;

                namespace Bank;

                /// <summary>Foretells transactions.</summary>
                [NeuralNetwork(InputNames = ["children", "accounts"])]
                [Dense(2, Activation.Relu, Weights = [2, 4,   4, -5])]
                [Dense(1, Weights = [2, 7])]
                public static partial class Transactions;
                """)
            .File("Program/Program.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <OutputType>Exe</OutputType>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                  </PropertyGroup>
                  <ItemGroup>
                    <ProjectReference Include="../Bank/Bank.csproj" />
                  </ItemGroup>
                </Project>
                """)
            .File("Program/Program.cs", """
                System.Console.WriteLine(Bank.Transactions.Predict(children: 3, accounts: 5));
                System.Console.WriteLine(Bank.Transactions.Predict([1, -1]));
                """);

        Assert.Empty(consumer.Build("Program").Succeeded().Messages);

        // 2 · (2 · 3 + 4 · 5) + 7 · 0, for 4 · 3 - 5 · 5 is below zero; 2 · 0 + 7 · (4 · 1 + 5 · 1), for 2 · 1 - 4 · 1 is.
        Assert.Equal(["52", "63"], consumer.Run("Program").Succeeded().Lines);
    }

    [Fact]
    public void A_signed_and_compliant_library_for_old_frameworks_and_an_old_language_builds_without_a_warning()
    {
        ConsumerFolder consumer = new ConsumerFolder(package, hasMachinePackages: true)
            .File("Old/Old.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>netstandard2.0</TargetFramework>
                    <LangVersion>9</LangVersion>
                    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                    <SignAssembly>true</SignAssembly>
                    <AssemblyOriginatorKeyFile>key.snk</AssemblyOriginatorKeyFile>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="NeuralGen" Version="{package.Version}" />
                  </ItemGroup>
                </Project>
                """)
            .Copy("Old/key.snk", Path.Combine(PackedPackage.Repository(), "NeuralGen.snk"))
            .File("Old/Weather.cs", """
                using System;
                using NeuralGen;

                [assembly: CLSCompliant(true)]

                namespace Old
                {
                    [NeuralNetwork(Inputs = 2, Labels = new[] { "0 to 5", "Sun", "sUN" })]
                    [Dense(3, Activation.Tanh, Weights = new double[] { 0.5, -1, 2, 0.25, -0.75, 1.5 }, Bias = new double[] { 1, 2, 3 })]
                    [Dense(3, Activation.Softmax, Weights = new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 })]
                    public sealed partial class Weather
                    {
                        public static string Tell(ReadOnlySpan<float> input) => LabelNames[(int)Classify(input)];
                    }

                    [NeuralNetwork(Inputs = 1, Trainable = true)]
                    [Node("output", 2)]
                    public sealed partial class Learner
                    {
                    }
                }
                """);

        Assert.Empty(consumer.Build("Old").Succeeded().Messages);
    }
}
