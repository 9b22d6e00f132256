using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NeuralGen.Compiler.Emission;

namespace NeuralGen.Generator.Tests.Fingerprints;

/// <summary>What is remembered of the code of a network: a hash of its text, and numbers that stand for all it computes.</summary>
/// <param name="Network">The network.</param>
/// <param name="Code">The hash of its generated files.</param>
/// <param name="Outputs">What it predicts, one sample at a time and as a batch, as one number.</param>
/// <param name="Derivatives">Its losses, gradients and the derivatives of its outputs, as one number.</param>
internal sealed record Fingerprint(string Network, string Code, double Outputs, double Derivatives)
{
    /// <summary>Hashes generated files.</summary>
    public static string Hash(IEnumerable<GeneratedFile> files)
    {
        string text = string.Join('\0', files.Select(file => file.Suffix + '\0' + file.Text));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    public static Fingerprint Parse(string line)
    {
        string[] parts = line.Split(' ');
        return new Fingerprint(parts[0], parts[1], Number(parts[2]), Number(parts[3]));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Network} {Code} {Outputs:R} {Derivatives:R}");

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
