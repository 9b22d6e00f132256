using NeuralGen.Generator.Networks;

namespace NeuralGen.Generator.Lowering;

/// <summary>Takes away what does nothing at inference: dropout and linear activations.</summary>
internal static class IdentityRemoval
{
    /// <summary>Runs the pass.</summary>
    public static Network Run(Network network)
    {
        Operation[] identities = [.. network.Operations.Where(IsIdentity)];
        return network.Redirect(
            identities.ToDictionary(operation => operation.Output, operation => operation.Inputs[0]),
            network.Operations.Where(operation => !IsIdentity(operation)));
    }

    private static bool IsIdentity(Operation operation) =>
        operation is DropoutOperation or ActivationOperation { Function: LinearActivation };
}
