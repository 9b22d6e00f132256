using System.Globalization;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Build;

/// <summary>Rules about the files that <c>NeuralNetwork</c> items name.</summary>
internal static class ModelFileRules
{
    public static readonly Rule Unreadable = Rule.Error(401, "The file of an item can be read", "'{0}' cannot be read: {1}");

    public static readonly Rule UnknownFormat = Rule.Error(402, "The format of a model's file is known", "'{0}' is no .safetensors file{1}");

    public static readonly Rule Damaged = Rule.Error(403, "Weights files are whole", "{0}");

    public static readonly Rule TooLarge = Rule.Error(404, "An assembly can hold the weights", "The values of '{0}' take {1} bytes; an assembly holds up to {2}");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } = [Unreadable, UnknownFormat, Damaged, TooLarge];

    /// <summary>What a rule says of something.</summary>
    public static string Text(this Rule rule, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, rule.Message, arguments);
}
