namespace NeuralGen.Package.Tests.Consumers;

/// <summary>An error or a warning of a build.</summary>
internal sealed record BuildMessage(string File, int Line, int Column, string Code);
