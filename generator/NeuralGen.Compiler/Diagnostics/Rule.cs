using System.Globalization;

namespace NeuralGen.Compiler.Diagnostics;

/// <summary>A rule of ours, before a host makes what it reports of it.</summary>
/// <param name="Id">The prefix and the number.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Message">The message with its places for arguments, and the page of the rule.</param>
/// <param name="Severity">How much a breach matters, unless a project says otherwise.</param>
/// <param name="IsConfigurable">Whether a project may say otherwise.</param>
internal sealed record Rule(string Id, string Title, string Message, Severity Severity, bool IsConfigurable)
{
    /// <summary>The prefix of every rule's number.</summary>
    public const string Prefix = "NEURAL";

    /// <summary>The category of all rules.</summary>
    public const string Category = "NeuralGen";

    /// <summary>A rule whose breach leaves no network to compile: nobody can silence it.</summary>
    /// <param name="number">The rule's number.</param>
    /// <param name="title">The rule in a few words.</param>
    /// <param name="message">The message with its places for arguments.</param>
    public static Rule Error(int number, string title, string message) => Create(number, title, message, Severity.Error, false);

    /// <summary>A rule whose breach fails at run time at the latest, but leaves every network intact: severity can be set.</summary>
    /// <param name="number">The rule's number.</param>
    /// <param name="title">The rule in a few words.</param>
    /// <param name="message">The message with its places for arguments.</param>
    public static Rule ConfigurableError(int number, string title, string message) => Create(number, title, message, Severity.Error, true);

    /// <summary>A rule whose breach is probably a mistake.</summary>
    /// <param name="number">The rule's number.</param>
    /// <param name="title">The rule in a few words.</param>
    /// <param name="message">The message with its places for arguments.</param>
    public static Rule Warning(int number, string title, string message) => Create(number, title, message, Severity.Warning, true);

    /// <summary>A remark about something that is allowed.</summary>
    /// <param name="number">The rule's number.</param>
    /// <param name="title">The rule in a few words.</param>
    /// <param name="message">The message with its places for arguments.</param>
    public static Rule Note(int number, string title, string message) => Create(number, title, message, Severity.Note, true);

    /// <summary>The address of its page; null while there is none.</summary>
    public string? Link => RulePages.OfBuild.Link(Id);

    private static Rule Create(int number, string title, string message, Severity severity, bool isConfigurable)
    {
        string id = Prefix + number.ToString("D4", CultureInfo.InvariantCulture);
        return new Rule(id, title, message + RulePages.OfBuild.Words(id), severity, isConfigurable);
    }
}
