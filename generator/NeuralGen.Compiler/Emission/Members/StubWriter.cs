using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Emission.Training;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>
/// Writes the members of a network with errors: they have their types and throw, so that its callers compile and nothing
/// hides the errors that matter.
/// </summary>
internal static class StubWriter
{
    /// <summary>Writes the members whose names are free.</summary>
    /// <param name="context">What the writers share.</param>
    public static void Write(EmissionContext context)
    {
        SourceWriter writer = context.Writer;
        string network = Literal.String($"The network '{context.Signature.Name}' was built with errors.");
        string failure = $"throw new global::System.InvalidOperationException({network});";
        string input = context.InputSpans;
        string spans = TensorsPredictWriter.SpanParameters(context);
        writer.Line($"private const bool {GeneratedNames.StandIn} = true;\n");
        foreach (PortSpan port in context.Inputs.Concat(context.Outputs))
        {
            Constant(context, port.SizeConstant, port.Size);
        }

        Constant(context, GeneratedNames.ParameterCount, context.Signature.ParameterCount);
        if (IsFree(context, GeneratedNames.Predict) && !context.Signature.IsSingle)
        {
            if (TensorsPredictWriter.HasNamed(context))
            {
                Method(context, $"{context.Outputs[0].Type} {GeneratedNames.Predict}({TensorsPredictWriter.NamedParameters(context)})", failure);
            }

            if (context.Outputs.Count == 1 && context.Inputs.Count > 0)
            {
                Method(context, $"{context.Outputs[0].Type} {GeneratedNames.Predict}({input}{context.StateParameter})", failure);
            }

            if (TensorsPredictWriter.HasNamedValues(context))
            {
                Method(context, $"{context.Outputs[0].Type} {GeneratedNames.Predict}({TensorsPredictWriter.NamedValues(context)})", failure);
            }

            Method(context, $"void {GeneratedNames.Predict}({spans}{context.StateParameter})", failure);
        }
        else if (IsFree(context, GeneratedNames.Predict))
        {
            bool isNamed = context.Signature.InputSize is > 0 and <= EmissionContext.MostNamedInputs;
            string named = isNamed
                ? string.Join(", ", context.InputParameters.Select(parameter => $"{context.Type} {parameter}"))
                : $"params {context.Type}[] input";
            Method(context, $"{context.Type} {GeneratedNames.Predict}({named})", failure);
            Method(context, $"{context.Type} {GeneratedNames.Predict}({input})", failure);
            Method(context, $"void {GeneratedNames.Predict}({spans})", failure);
        }

        if (IsFree(context, GeneratedNames.PredictBatch) && context.HasBatches)
        {
            Method(context, $"void {GeneratedNames.PredictBatch}({TensorsBatchWriter.Parameters(context)})", failure);
        }

        // Only a network without errors says whether it needs so much memory.
        if (IsFree(context, GeneratedNames.Predict) && IsFree(context, GeneratedNames.WorkspaceSize))
        {
            Constant(context, GeneratedNames.WorkspaceSize, 0);
            Method(context, $"void {GeneratedNames.Predict}({spans}, global::System.Span<byte> workspace{context.StateParameter})", failure);
        }

        if (IsFree(context, GeneratedNames.Prepare))
        {
            Method(context, $"void {GeneratedNames.Prepare}()", failure);
        }

        if (!context.Signature.HasState)
        {
            WriteGradients(context, failure, input);
        }
        else if (IsFree(context, GeneratedNames.State))
        {
            StateWriter.Write(context);
        }

        if (IsFree(context, GeneratedNames.Parameters))
        {
            writer.Line("/// <summary>Stands in.</summary>");
            writer.Line($"{context.Storage.Modifiers} {(context.IsTrainable ? context.Span : context.ReadOnlySpan)} {GeneratedNames.Parameters} => {failure.TrimEnd(';')};\n");
        }

        foreach (string name in NamesWriter.Properties.Where(name => IsFree(context, name)))
        {
            writer.Line("/// <summary>Stands in.</summary>");
            writer.Line($"public static global::System.ReadOnlySpan<string> {name} => {failure.TrimEnd(';')};\n");
        }

        foreach (string name in context.Inputs.Concat(context.Outputs).Select(port => port.ShapeProperty).Where(name => IsFree(context, name)))
        {
            writer.Line("/// <summary>Stands in.</summary>");
            writer.Line($"public static global::System.ReadOnlySpan<int> {name} => {failure.TrimEnd(';')};\n");
        }

        if (context.IsTrainable)
        {
            WriteTrainable(context, failure);
        }

        if (context.Signature.Labels.Count > 0 && context.Inputs.Count > 0 && IsFree(context, GeneratedNames.Label))
        {
            WriteLabels(context, failure, input);
        }

        SourceMemberWriter.Write(context, null);
        InterfaceWriter.Write(context);
    }

    private static void WriteGradients(EmissionContext context, string failure, string input)
    {
        if (context.Inputs.Count == 0)
        {
            return;
        }

        string batch = $"{context.InputBatches}, {context.ReadOnlySpan} targets, {context.Span} gradient";
        (string Name, string Signature)[] members =
        [
            (GeneratedNames.Loss, $"{context.Type} {GeneratedNames.Loss}({input}, {context.ReadOnlySpan} target)"),
            (GeneratedNames.Gradient, $"{context.Type} {GeneratedNames.Gradient}({input}, {context.ReadOnlySpan} target, {context.Span} gradient)"),
            (GeneratedNames.GradientBatch, $"{context.Type} {GeneratedNames.GradientBatch}({batch})"),
            (GeneratedNames.InputJacobian, $"void {GeneratedNames.InputJacobian}({input}, {context.Span} jacobian)"),
        ];
        foreach ((string name, string signature) in members)
        {
            if (IsFree(context, name) && (context.HasBatches || name != GeneratedNames.GradientBatch))
            {
                Method(context, signature, failure);
            }
        }
    }

    /// <summary>The members of trainable networks, and those of their interface that nobody sees otherwise.</summary>
    private static void WriteTrainable(EmissionContext context, string failure)
    {
        (string Name, string Parameter)[] members =
        [
            (GeneratedNames.Initialize, "int seed"),
            (GeneratedNames.FitNormalization, $"{context.ReadOnlySpan} inputs"),
            (GeneratedNames.FitNormalization, $"{context.ReadOnlySpan} inputs, global::NeuralGen.NormalizationMethod method"),
            (GeneratedNames.Save, "global::System.IO.Stream stream"),
            (GeneratedNames.Load, "global::System.IO.Stream stream"),
            (GeneratedNames.SaveWeights, "global::System.IO.Stream stream"),
            (GeneratedNames.LoadWeights, "global::System.IO.Stream stream"),
        ];
        // Without the library, the type of one parameter is missing too.
        foreach ((string name, string parameter) in members.Where(member => IsFree(context, member.Name) && (context.Platform.HasLibrary || !member.Parameter.Contains("global::NeuralGen."))))
        {
            Method(context, $"void {name}({parameter})", failure);
        }

        if (!TrainableWriter.IsNeeded(context))
        {
            return;
        }

        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Stands in.</summary>");
        writer.Line($"public bool {GeneratedNames.NeedsNormalization} => {failure}\n");
        string owner = TrainableWriter.Interface(context);
        foreach (string name in new[] { GeneratedNames.InputSize, GeneratedNames.OutputSize, GeneratedNames.ParameterCount })
        {
            writer.Line($"int {owner}.{name} => {name};\n");
        }

        writer.Line($"global::NeuralGen.LossFunction {owner}.LossFunction => {failure}\n");
        writer.Line($"{context.Span} {owner}.Statistics => {failure}\n");
        writer.Line($"global::System.Collections.Generic.IReadOnlyList<string> {owner}.Architecture => {failure}\n");
        NamesWriter.WriteInstance(context);
        writer.Line($"{OutputScalingWriter.Head(context)} => {failure}\n");
        string batch = $"{context.ReadOnlySpan} inputs, {context.ReadOnlySpan} targets, {context.ReadOnlySpan} weights, int seed, {context.Span} gradient";
        writer.Line($"{context.Type} {owner}.TrainingGradient({batch}) => {failure}\n");
    }

    private static void WriteLabels(EmissionContext context, string failure, string input)
    {
        SourceWriter writer = context.Writer;
        if (IsFree(context, GeneratedNames.Classify))
        {
            Method(context, $"{GeneratedNames.Label} {GeneratedNames.Classify}({input}{context.StateParameter})", failure);
        }

        writer.Line("/// <summary>What the network tells apart.</summary>");
        writer.Open($"public enum {GeneratedNames.Label}");
        foreach (string identifier in context.Signature.Labels.Select(label => label.Identifier).Distinct())
        {
            writer.Line($"/// <summary>{Literal.Xml(identifier)}.</summary>");
            writer.Line($"{Identifier.Escape(identifier)},");
        }

        writer.Close();
    }

    private static bool IsFree(EmissionContext context, string name) => !context.Target.TakenNames.Contains(name) && !context.Target.TakenByTrainable.Contains(name) && !(context.Signature.HasState && context.Target.TakenByState.Contains(name));

    private static void Constant(EmissionContext context, string name, int value)
    {
        if (IsFree(context, name))
        {
            context.Writer.Line("/// <summary>Stands in.</summary>");
            context.Writer.Line($"public const int {name} = {Literal.Integer(value)};\n");
        }
    }

    private static void Method(EmissionContext context, string signature, string failure)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Stands in.</summary>");
        writer.Open($"{context.Storage.Modifiers} {signature}");
        writer.Line(failure);
        writer.Close();
        writer.Line();
    }
}
