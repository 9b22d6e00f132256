using NeuralGen.Compiler.Emission.Gradients;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Numbers;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Training;

/// <summary>Writes the members that only trainable networks have: what they own, and how it is first filled, learned, saved and loaded.</summary>
internal static class TrainableWriter
{
    /// <summary>Whether the type implements the interface of trainable networks.</summary>
    public static bool IsNeeded(EmissionContext context) =>
        context.IsTrainable && context.Signature.IsSingle && context.HasBatches && context.Platform.HasLibrary && context.Target.IsClass && context.Target.TakenNames.Count == 0 && context.Target.TakenByTrainable.Count == 0;

    /// <summary>The interface with its argument.</summary>
    public static string Interface(EmissionContext context) => $"global::NeuralGen.ITrainableNetwork<{context.Type}>";

    /// <summary>Writes the members.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="network">The network.</param>
    /// <param name="gradients">The writer of the gradients.</param>
    public static void Write(EmissionContext context, Network network, GradientWriter gradients)
    {
        SourceWriter writer = context.Writer;
        string layers = context.LayersType;
        bool learns = network.Operations.Any(operation => operation is NormalizationOperation { IsDeclared: false });
        writer.Line($"private readonly {context.Type}[] {context.ParametersField} = {layers}.FirstParameters({Literal.Integer(network.Seed)});\n");
        writer.Line($"private readonly {context.Type}[] {context.StatisticsField} = {layers}.FirstStatistics();\n");
        if (learns)
        {
            writer.Line($"private bool {context.NeedsField} = true;\n");
        }

        writer.Line("/// <summary>");
        ParametersWriter.WriteSummary(context, network);
        writer.Line("/// Whoever writes to them changes the network.");
        writer.Line("/// </summary>");
        writer.Line($"public {context.Span} {GeneratedNames.Parameters} => {context.ParametersField};\n");
        writer.Line("/// <summary>Whether a normalisation is declared without numbers and has not been given any yet.</summary>");
        writer.Line($"public bool {GeneratedNames.NeedsNormalization} => {(learns ? context.NeedsField : "false")};\n");
        WriteInitialize(context, learns);
        if (learns)
        {
            WriteFit(context, network);
        }

        WriteFiles(context, learns);
        if (IsNeeded(context))
        {
            WriteInterface(context, network, learns);
            WriteTrainingGradient(context, gradients);
        }
    }

    private static void WriteInitialize(EmissionContext context, bool learns)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Gives all parameters the values they had at first: those declared, and fresh ones where none are.</summary>");
        writer.Line("/// <param name=\"seed\">The seed of the fresh ones; the same seed gives the same values on every machine.</param>");
        writer.Open($"public void {GeneratedNames.Initialize}(int seed)");
        writer.Line($"{context.LayersType}.FillParameters({context.ParametersField}, seed);");
        writer.Line($"{context.LayersType}.FillStatistics({context.StatisticsField});");
        if (learns)
        {
            writer.Line($"{context.NeedsField} = true;");
        }

        writer.Close();
        writer.Line();
    }

    private static void WriteFit(EmissionContext context, Network network)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>Sets the normalisations that are declared without numbers to the mean and the standard deviation of each input.</summary>");
        writer.Line("/// <param name=\"inputs\"><see cref=\"InputSize\"/> values per sample, one sample behind the other.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The inputs are not whole samples, there is none, or one is not finite.</exception>");
        writer.Open($"public void {GeneratedNames.FitNormalization}({context.ReadOnlySpan} inputs)");
        writer.Line($"{GeneratedNames.FitNormalization}(inputs, global::NeuralGen.NormalizationMethod.Standard);");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>Sets the normalisations that are declared without numbers from each input, by a method.</summary>");
        writer.Line("/// <param name=\"inputs\"><see cref=\"InputSize\"/> values per sample, one sample behind the other.</param>");
        writer.Line("/// <param name=\"method\">What to take: mean and standard deviation, or minimum and range.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The inputs are not whole samples, there is none, or one is not finite.</exception>");
        writer.Open($"public void {GeneratedNames.FitNormalization}({context.ReadOnlySpan} inputs, global::NeuralGen.NormalizationMethod method)");
        writer.Line($"int samples = global::System.Math.Max(1, inputs.Length / {GeneratedNames.InputSize});");
        context.CheckLength("inputs", $"samples * {GeneratedNames.InputSize}");
        foreach (NormalizationOperation operation in network.Operations.OfType<NormalizationOperation>().Where(operation => !operation.IsDeclared))
        {
            string Part(NetworkNumbers values) =>
                $"new {context.Span}({context.StatisticsField}, {Literal.Integer(context.Layout!.StatisticOffset(values)!.Value)}, {Literal.Integer(values.Count)})";
            writer.Line($"global::NeuralGen.Standardization.Fit(inputs, {Part(operation.Mean)}, {Part(operation.Scale)}, method);");
        }

        writer.Line($"{context.NeedsField} = false;");
        writer.Close();
        writer.Line();
    }

    private static void WriteFiles(EmissionContext context, bool learns)
    {
        SourceWriter writer = context.Writer;
        string state = $"{context.ParametersField}, {context.StatisticsField}";
        writer.Line("/// <summary>Writes the network as a .nn.json file that a build can bake in; every number reads back to the same bits.</summary>");
        writer.Line("/// <param name=\"stream\">Where to write; it stays open.</param>");
        writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">A number is one that no build reads, or a normalisation has none yet; nothing is written then.</exception>");
        writer.Open($"public void {GeneratedNames.Save}(global::System.IO.Stream stream)");
        writer.Line($"{context.LayersType}.File.Save(stream, {state}{(learns ? $", {context.NeedsField}" : "")});");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>Reads the parameters from a .nn.json file of a network with the same layers.</summary>");
        writer.Line("/// <param name=\"stream\">Where to read; it stays open.</param>");
        writer.Line("/// <exception cref=\"global::System.FormatException\">The file is no such file, or its layers differ; nothing has changed then.</exception>");
        writer.Open($"public void {GeneratedNames.Load}(global::System.IO.Stream stream)");
        writer.Line($"{context.LayersType}.File.Load(stream, {state});");
        if (learns)
        {
            writer.Line($"{context.NeedsField} = false;");
        }

        writer.Close();
        writer.Line();
        WriteWeightsFiles(context, learns);
    }

    private static void WriteWeightsFiles(EmissionContext context, bool learns)
    {
        SourceWriter writer = context.Writer;
        string weights = $"{context.LayersType}.{WeightsLayoutWriter.Property}";
        string state = $"{context.ParametersField}, {context.StatisticsField}";
        writer.Line("/// <summary>Writes the network's numbers as a .safetensors file, by the names that PyTorch gives them.</summary>");
        writer.Line("/// <param name=\"stream\">Where to write; it stays open.</param>");
        writer.Line("/// <exception cref=\"global::System.InvalidOperationException\">A number is not finite, or a normalisation has none yet; nothing is written then.</exception>");
        writer.Open($"public void {GeneratedNames.SaveWeights}(global::System.IO.Stream stream)");
        writer.Line($"{weights}.Save(stream, {state}{(learns ? $", {context.NeedsField}" : "")});");
        writer.Close();
        writer.Line();
        writer.Line("/// <summary>Reads the network's numbers from a .safetensors file whose tensors have PyTorch's names.</summary>");
        writer.Line("/// <param name=\"stream\">Where to read; it stays open.</param>");
        writer.Line("/// <exception cref=\"global::System.FormatException\">The file is no such file, or a tensor is missing or has another shape; nothing has changed then.</exception>");
        writer.Open($"public void {GeneratedNames.LoadWeights}(global::System.IO.Stream stream)");
        writer.Line($"{weights}.Load(stream, {state});");
        if (learns)
        {
            writer.Line($"{context.NeedsField} = false;");
        }

        writer.Close();
        writer.Line();
    }

    private static void WriteInterface(EmissionContext context, Network network, bool learns)
    {
        foreach (string name in new[] { GeneratedNames.InputSize, GeneratedNames.OutputSize, GeneratedNames.ParameterCount })
        {
            Explicit(context, $"int {{0}}.{name} => {name};");
        }

        Explicit(context, $"global::NeuralGen.LossFunction {{0}}.LossFunction => global::NeuralGen.LossFunction.{network.Loss.Kind};");
        Explicit(context, $"{context.Span} {{0}}.Statistics => {context.StatisticsField};");
        Explicit(context, $"global::System.Collections.Generic.IReadOnlyList<string> {{0}}.Architecture => {context.LayersType}.File.Architecture;");
        NamesWriter.WriteInstance(context);
        if (!learns)
        {
            Explicit(context, $"void {{0}}.{GeneratedNames.FitNormalization}({context.ReadOnlySpan} inputs)\n{{\n}}");
            Explicit(context, $"void {{0}}.{GeneratedNames.FitNormalization}({context.ReadOnlySpan} inputs, global::NeuralGen.NormalizationMethod method)\n{{\n}}");
        }

        OutputScalingWriter.Write(context, network);
    }

    private static void WriteTrainingGradient(EmissionContext context, GradientWriter gradients)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <inheritdoc/>");
        writer.Open($"{context.Type} {Interface(context)}.TrainingGradient({context.ReadOnlySpan} inputs, {context.ReadOnlySpan} targets, {context.ReadOnlySpan} weights, int seed, {context.Span} gradient)");
        GradientForms.CheckSamples(context);
        context.CheckLength("weights", "samples", isOptional: true);
        gradients.WriteMean("weights", "seed");
    }

    private static void Explicit(EmissionContext context, string member)
    {
        context.Writer.Line("/// <inheritdoc/>");
        context.Writer.Line(member.Replace("{0}", Interface(context)) + "\n");
    }
}
