using System.Globalization;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Import.Writing;

/// <summary>Gives everything in a model a name of its own that C# takes; whatever the model calls it, that never fails.</summary>
internal sealed class NameTable
{
    private const int MostLetters = 64;

    // Members and parameters differ in the first letter's case.
    private readonly HashSet<string> _taken = new(GeneratedNames.All, StringComparer.OrdinalIgnoreCase) { "infinity" };

    /// <summary>A name that is free.</summary>
    /// <param name="name">The model's name.</param>
    public string Claim(string name)
    {
        string wanted = Identifier.Parameter(name.Length > 4 * MostLetters ? name.Substring(0, 4 * MostLetters) : name).TrimStart('@');
        wanted = wanted.Trim('_').Length == 0 ? "tensor0" : wanted.Length > MostLetters ? wanted.Substring(0, MostLetters) : wanted;
        string free = wanted;
        for (int number = 2; !_taken.Add(free); number++)
        {
            string end = number.ToString(CultureInfo.InvariantCulture);
            free = wanted.Substring(0, Math.Min(wanted.Length, MostLetters - end.Length)) + end;
        }

        return free;
    }
}
