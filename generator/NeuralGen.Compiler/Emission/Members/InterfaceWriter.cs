using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes what generic code sees of a network.</summary>
internal static class InterfaceWriter
{
    /// <summary>Whether the type implements the interface.</summary>
    public static bool IsNeeded(EmissionContext context) =>
        context.Signature.IsSingle && context.HasBatches && context.Storage.AreConstant && context.Target.CanImplement && context.Platform.HasStaticInterface && context.Target.TakenNames.Count == 0;

    /// <summary>The interface with its arguments.</summary>
    public static string Interface(EmissionContext context) =>
        $"global::NeuralGen.INeuralNetwork<{context.Target.Type.FullName}, {context.Type}>";

    /// <summary>Writes the members that constants cannot implement by themselves.</summary>
    /// <param name="context">What the writers share.</param>
    public static void Write(EmissionContext context)
    {
        if (!IsNeeded(context))
        {
            return;
        }

        foreach (string name in new[] { GeneratedNames.InputSize, GeneratedNames.OutputSize, GeneratedNames.ParameterCount })
        {
            context.Writer.Line();
            context.Writer.Line("/// <inheritdoc/>");
            context.Writer.Line($"static int {Interface(context)}.{name} => {name};");
        }
    }
}
