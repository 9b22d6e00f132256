using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes <c>Prepare</c>: what first calls take longer for is done by calls with zeros.</summary>
internal static class PrepareWriter
{
    /// <summary>Writes the method.</summary>
    /// <param name="context">What the writers share.</param>
    public static void Write(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        string spans = string.Join(", ", context.Inputs.Concat(context.Outputs).Select(port => $"new {port.Type}[{port.SizeConstant}]"));
        string state = context.Signature.HasState ? $", new {GeneratedNames.State}()" : "";
        writer.Line("/// <summary>Does what the first calls would do besides computing, such as packing weights for vectors, so that no later call takes longer for it.</summary>");
        writer.Open($"{context.Storage.Modifiers} void {GeneratedNames.Prepare}()");
        writer.Line($"{GeneratedNames.Predict}({spans}{state});");
        if (context.HasBatches)
        {
            writer.Line($"{GeneratedNames.PredictBatch}({spans}{state});");
        }

        writer.Close();
        writer.Line();
    }
}
