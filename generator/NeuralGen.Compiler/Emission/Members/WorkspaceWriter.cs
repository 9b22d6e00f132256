using NeuralGen.Compiler.Emission.Stages;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>
/// Writes the form of <c>Predict</c> that computes in memory of the caller's, where the values between the layers are too many for the
/// stack; the form without that memory rents it.
/// </summary>
internal static class WorkspaceWriter
{
    /// <summary>Whether a program needs more than the stack holds.</summary>
    public static bool IsNeeded(EmissionContext context, Program program) => program.Sample == Form.Stages && new StageWriter(context, program).IsLarge;

    /// <summary>Writes the rest of the form without workspace, and the form with one, which stays open.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="program">The network's program.</param>
    public static void Write(EmissionContext context, Program program)
    {
        SourceWriter writer = context.Writer;
        string rented = context.Local("rented");
        string pool = "global::System.Buffers.ArrayPool<byte>.Shared";
        string[] spans = [.. context.Inputs.Concat(context.Outputs).Select(port => port.Parameter)];
        writer.Line($"byte[] {rented} = {pool}.Rent({GeneratedNames.WorkspaceSize});");
        writer.Line($"{GeneratedNames.Predict}({string.Join(", ", spans)}, {rented}{context.StateArgument});");
        writer.Line($"{pool}.Return({rented});");
        writer.Close();
        writer.Line();
        writer.Line($"/// <summary>The bytes that <c>{GeneratedNames.Predict}</c> computes in, for the values between the layers.</summary>");
        writer.Line($"public const int {GeneratedNames.WorkspaceSize} = {Literal.Integer(new StageWriter(context, program).WorkspaceSize)};\n");
        writer.Line("/// <summary>Computes the outputs for one sample in memory of the caller's, so that nothing is rented.</summary>");
        context.WriteInputs();
        foreach (PortSpan output in context.Outputs)
        {
            writer.Line($"/// <param name=\"{output.PlainParameter}\">Receives {(context.Signature.IsSingle ? context.OutputWords : $"the values of '{Literal.Xml(output.Port.Name)}', {output.Port.Shape}")}.</param>");
        }

        writer.Line($"/// <param name=\"workspace\">At least <see cref=\"{GeneratedNames.WorkspaceSize}\"/> bytes, whatever is in them; their content is lost.</param>");
        context.WriteStateParameter();
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">A span has another length than the network needs, or the workspace is too small.</exception>");
        writer.Open($"{context.Storage.Modifiers} void {GeneratedNames.Predict}({TensorsPredictWriter.SpanParameters(context)}, global::System.Span<byte> workspace{context.StateParameter})");
        context.CheckInputs();
        foreach (PortSpan output in context.Outputs)
        {
            context.CheckLength(output.Parameter, output.SizeConstant);
        }

        writer.Entry($"if (workspace.Length < {GeneratedNames.WorkspaceSize}) global::NeuralGen.Workspace.Throw(nameof(workspace), workspace.Length, {GeneratedNames.WorkspaceSize});");
    }
}
