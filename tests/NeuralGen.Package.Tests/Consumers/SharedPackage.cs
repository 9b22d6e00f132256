namespace NeuralGen.Package.Tests.Consumers;

/// <summary>The tests that share one package.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPackage : ICollectionFixture<PackedPackage>
{
    public const string Name = "Package";
}
