using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>Writes numbers that the program works out from others.</summary>
/// <param name="context">What the writers share.</param>
/// <param name="data">The constant data.</param>
internal sealed class DerivedNumbers(EmissionContext context, ConstantData data)
{
    private const string FoldingType = "global::NeuralGen.FoldedNormalization";

    /// <summary>Writes the property that gives them.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="derivation">How they are worked out.</param>
    public void Write(string name, NumberDerivation derivation)
    {
        string layer = Identifier.Member(derivation.Layer);
        string gamma = data.Reference(derivation.Gamma, layer + "Gamma");
        string variance = data.Reference(derivation.Variance, layer + "Variance");
        string epsilon = Literal.Number(derivation.Epsilon, Precision.Double);
        if (derivation.Part == DerivedPart.Factors)
        {
            string kept = context.Stored.Derived(name, $"{FoldingType}.Factors({gamma}, {variance}, {epsilon})", "The factors of a normalisation, worked out from its numbers.");
            context.Writer.Line($"internal static {context.ReadOnlySpan} {name} => {kept};");
            return;
        }

        string part = derivation.Part.ToString();
        string source = derivation.Source is { } numbers ? data.Reference(numbers, Identifier.Member(derivation.Folded) + part) : "default";
        string shift = derivation is { Mean: { } mean, Beta: { } beta } ? $", {data.Reference(mean, layer + "Mean")}, {data.Reference(beta, layer + "Beta")}" : "";
        context.Writer.Line($"/// <summary>With '{Literal.XmlOnly(derivation.Layer)}' worked in, at each call: that is when the layer is packed.</summary>");
        context.Writer.Line($"internal static {context.ReadOnlySpan} {name} => {FoldingType}.{part}({source}, {gamma}, {variance}, {epsilon}{shift});");
    }
}
