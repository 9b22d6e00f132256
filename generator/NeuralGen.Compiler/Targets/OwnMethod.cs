using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Targets;

/// <summary>A method of the user's that has the name of a generated one.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">The types of its parameters, as messages write them.</param>
internal sealed record OwnMethod(string Name, EquatableArray<string> Parameters)
{
    /// <summary>Whether a network's type cannot hold this method, because the network has one with the same parameters.</summary>
    /// <param name="signature">The network.</param>
    /// <param name="isBroken">Whether the network's members only stand in; some of those are less exact.</param>
    public bool Clashes(NetworkSignature signature, bool isBroken)
    {
        string number = signature.Precision == Precision.Single ? "float" : "double";
        if (GeneratedNames.Trainable.Contains(Name))
        {
            string wanted = Name switch
            {
                GeneratedNames.Initialize => "int",
                GeneratedNames.FitNormalization => $"System.ReadOnlySpan<{number}>",
                _ => "System.IO.Stream",
            };
            bool hasMethod = Name == GeneratedNames.FitNormalization && Parameters.Count == 2 && Parameters[1] == "NeuralGen.NormalizationMethod";
            return signature.IsTrainable && (Parameters.Count == 1 || hasMethod) && Parameters[0] == wanted;
        }

        if (Name == GeneratedNames.Prepare)
        {
            return Parameters.Count == 0;
        }

        string[] types = [.. signature.Inputs.Concat(signature.Outputs).Select(port => port.Type == ElementType.Float ? number : ElementTypes.Name(port.Type)).Append(number).Append("byte").Distinct()];
        bool areSpans = Parameters.All(parameter => types.Any(type => parameter == $"System.ReadOnlySpan<{type}>" || parameter == $"System.Span<{type}>"));
        bool areInputs = Name == GeneratedNames.Predict
            && Parameters.Count == (signature.Inputs.Count == 1 ? signature.InputSize : signature.Inputs.Count)
            && (isBroken || (signature.Outputs.Count == 1 && signature.OutputSize == 1))
            && Parameters.All(types.Contains);
        bool isStandIn = isBroken && Name == GeneratedNames.Predict && Parameters.Count == 1 && Parameters[0] == $"{number}[]";
        return Parameters.Count > 0 && (areSpans || areInputs || isStandIn);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}({string.Join(", ", Parameters)})";
}
