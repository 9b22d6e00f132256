using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Generator.CallSites;

/// <summary>The sizes of a network as its constants give them, so that networks of other projects and packages are known too.</summary>
/// <param name="Name">The type's name.</param>
/// <param name="InputSize">The number of inputs.</param>
/// <param name="OutputSize">The number of outputs.</param>
/// <param name="ParameterCount">The number of values that training would change.</param>
internal sealed record CalledNetwork(string Name, int InputSize, int OutputSize, int ParameterCount)
{
    /// <summary>The network whose member a method is; null for all other methods, and for networks with errors of their own.</summary>
    public static CalledNetwork? Of(INamedTypeSymbol? type)
    {
        if (type is null
            || Constant(type, GeneratedNames.InputSize) is not { } inputs
            || Constant(type, GeneratedNames.OutputSize) is not { } outputs
            || Constant(type, GeneratedNames.ParameterCount) is not { } parameters
            || type.GetMembers(GeneratedNames.PredictBatch).IsEmpty
            || !type.GetMembers(GeneratedNames.StandIn).IsEmpty)
        {
            return null;
        }

        return inputs > 0 && outputs > 0 ? new CalledNetwork(type.Name, inputs, outputs, parameters) : null;
    }

    /// <summary>What a parameter of a member needs: its length, and the constant that says so; null for other parameters.</summary>
    /// <param name="parameter">The parameter's name.</param>
    public NeededLength? LengthOf(string parameter) => parameter switch
    {
        "input" => new NeededLength(InputSize, GeneratedNames.InputSize, IsBatch: false),
        "output" or "target" => new NeededLength(OutputSize, GeneratedNames.OutputSize, IsBatch: false),
        "gradient" => new NeededLength(ParameterCount, GeneratedNames.ParameterCount, IsBatch: false),
        "jacobian" when (long)InputSize * OutputSize <= int.MaxValue =>
            new NeededLength(InputSize * OutputSize, $"{GeneratedNames.OutputSize} * {GeneratedNames.InputSize}", IsBatch: false),
        "inputs" => new NeededLength(InputSize, GeneratedNames.InputSize, IsBatch: true),
        "outputs" or "targets" => new NeededLength(OutputSize, GeneratedNames.OutputSize, IsBatch: true),
        _ => null,
    };

    private static int? Constant(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).FirstOrDefault() is IFieldSymbol { IsConst: true, ConstantValue: int value } ? value : null;
}
