using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Generator.CallSites;

/// <summary>The sizes of a network as its constants give them, so that networks of other projects and packages are known too.</summary>
/// <param name="type">The network's type.</param>
internal sealed class CalledNetwork(INamedTypeSymbol type)
{
    /// <summary>The type's name.</summary>
    public string Name => type.Name;

    /// <summary>The network whose member a method is; null for all other methods, and for networks with errors of their own.</summary>
    public static CalledNetwork? Of(INamedTypeSymbol? type)
    {
        bool isNetwork = type is not null
            && Constant(type, GeneratedNames.ParameterCount) is not null
            && !(type.GetMembers(GeneratedNames.PredictBatch).IsEmpty && type.GetMembers(GeneratedNames.Prepare).IsEmpty)
            && type.GetMembers(GeneratedNames.StandIn).IsEmpty
            && Constant(type, GeneratedNames.InputSize) is null or > 0
            && Constant(type, GeneratedNames.OutputSize) is null or > 0;
        return isNetwork ? new CalledNetwork(type!) : null;
    }

    /// <summary>What a parameter of a member needs: its length, and the constant that says so; null for other parameters.</summary>
    /// <param name="method">The member.</param>
    /// <param name="parameter">The parameter's name.</param>
    public NeededLength? LengthOf(string method, string parameter)
    {
        bool isBatch = method is GeneratedNames.PredictBatch or GeneratedNames.GradientBatch or GeneratedNames.FitNormalization;
        return parameter switch
        {
            "gradient" => Needed(GeneratedNames.ParameterCount, isBatch: false),
            "jacobian" => Jacobian(),
            "workspace" => Needed(GeneratedNames.WorkspaceSize, isBatch: false) is { } least ? least with { MayBeLonger = true } : null,
            "target" => Needed(GeneratedNames.OutputSize, isBatch: false),
            "targets" => Needed(GeneratedNames.OutputSize, isBatch: true),
            "inputs" when isBatch && Constant(type, GeneratedNames.InputSize) is not null => Needed(GeneratedNames.InputSize, isBatch),
            "outputs" when isBatch && Constant(type, GeneratedNames.OutputSize) is not null => Needed(GeneratedNames.OutputSize, isBatch),
            _ => Needed(char.ToUpperInvariant(parameter[0]) + parameter.Substring(1) + "Size", isBatch) ?? Single(method, parameter, isBatch),
        };
    }

    /// <summary>A single input or output among several outputs or inputs has the size of its kind, whatever its name.</summary>
    private NeededLength? Single(string method, string parameter, bool isBatch)
    {
        IMethodSymbol? member = type.GetMembers(method).OfType<IMethodSymbol>().FirstOrDefault(candidate => candidate.Parameters.Any(other => other.Name == parameter));
        return member?.Parameters.First(other => other.Name == parameter).Type.Name switch
        {
            "ReadOnlySpan" => Needed(GeneratedNames.InputSize, isBatch),
            "Span" => Needed(GeneratedNames.OutputSize, isBatch),
            _ => null,
        };
    }

    /// <summary>Of several inputs, the types alone say which of them have derivatives; their sizes are left to the check at run time.</summary>
    private NeededLength? Jacobian() =>
        Constant(type, GeneratedNames.InputSize) is { } inputs && Constant(type, GeneratedNames.OutputSize) is { } outputs && (long)inputs * outputs <= int.MaxValue
            ? new NeededLength(inputs * outputs, $"{GeneratedNames.OutputSize} * {GeneratedNames.InputSize}", IsBatch: false)
            : null;

    private NeededLength? Needed(string constant, bool isBatch) =>
        Constant(type, constant) is { } value and > 0 ? new NeededLength(value, constant, isBatch) : null;

    private static int? Constant(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).FirstOrDefault() is IFieldSymbol { IsConst: true, ConstantValue: int value } ? value : null;
}
