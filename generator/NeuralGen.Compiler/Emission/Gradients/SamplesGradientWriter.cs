using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Gradients;

/// <summary>Writes the methods of the nested class that the public members of batches and of large networks call.</summary>
/// <param name="context">What the writers share.</param>
/// <param name="program">The program of the gradients.</param>
/// <param name="layers">The methods that take samples through the layers.</param>
internal sealed class SamplesGradientWriter(EmissionContext context, Program program, SamplesWriter layers)
{
    /// <summary>Samples that go through all layers together: enough for the kernels, few enough for the caches.</summary>
    private const int SamplesAtOnce = 64;

    /// <summary>The same without a backward pass: whole tiles of six and of eight samples.</summary>
    private const int PredictedSamplesAtOnce = 48;

    /// <summary>A workspace of up to so many values is on the stack.</summary>
    private const int MostStackValues = 4096;

    /// <summary>A workspace has at most so many values, if a single sample does not need more.</summary>
    private const int MostValues = 1 << 20;

    private readonly SourceWriter _writer = context.Writer;

    /// <summary>Writes the method that adds up gradients.</summary>
    public void WriteAddGradient()
    {
        string training = context.Storage.SampleWeights;
        string seed = layers.HasDropout ? ", int? seed" : "";
        int perSample = layers.Memory.Values.Size + layers.Memory.Deltas.Size;
        _writer.Line();
        _writer.Line("/// <summary>Adds up the gradients of some samples, and gives the sum of their losses.</summary>");
        _writer.Open($"internal static double AddGradient({context.Storage.Parameters}{context.InnerInputs}, {context.ReadOnlySpan} targets, {context.Span} gradient{training}, int samples{seed})");
        _writer.Line("double loss = 0.0;");
        OpenChunks(perSample);
        WriteSlices();
        string drawn = layers.HasDropout ? ", seed, first" : "";
        _writer.Line($"Forward({context.Storage.Arguments}{context.SomeInputs}, values, count{drawn});");
        string weights = context.Storage.SampleWeightsOf("weights.Length == 0 ? weights : weights.Slice(first, count)");
        WriteLoss(weights);
        if (program.DependsOnParameters[program.LossTensor])
        {
            _writer.Line($"Backward({context.Storage.Arguments}{context.SomeInputs}, values, deltas, gradient, count, first == 0{drawn});");
        }

        CloseChunks();
        _writer.Line();
        _writer.Line("return loss;");
        _writer.Close();
    }

    /// <summary>Writes the method that adds up losses.</summary>
    public void WriteSumLosses()
    {
        _writer.Line();
        _writer.Line("/// <summary>Gives the sum of the losses of some samples.</summary>");
        _writer.Open($"internal static double SumLosses({context.Storage.Parameters}{context.InnerInputs}, {context.ReadOnlySpan} targets, int samples)");
        _writer.Line("double loss = 0.0;");
        OpenChunks(layers.Memory.Values.Size + layers.Memory.Deltas.Size);
        WriteSlices();
        _writer.Line($"Forward({context.Storage.Arguments}{context.SomeInputs}, values, count{(layers.HasDropout ? ", null, 0L" : "")});");
        WriteLoss(context.Storage.SampleWeightsOf("default"));
        CloseChunks();
        _writer.Line();
        _writer.Line("return loss;");
        _writer.Close();
    }

    /// <summary>Writes the method that predicts samples.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="forward">The name of the method that computes all layers.</param>
    public void WritePredict(string name, string forward)
    {
        _writer.Line("/// <summary>Computes the outputs of some samples.</summary>");
        _writer.Open($"internal static void {name}({context.Storage.Parameters}{context.InnerInputs}, {string.Join(", ", context.Outputs.Select(output => $"{output.Span} {output.Inner}"))}, int samples)");
        OpenChunks(layers.Memory.Values.Size, PredictedSamplesAtOnce);
        WriteSome();
        _writer.Line($"{context.Span} values = workspace.Slice(0, {Literal.Times("count", layers.Memory.Values.Size)});");
        _writer.Line($"{forward}({context.Storage.Arguments}{context.SomeInputs}, values, count{(layers.HasDropout ? ", null, 0L" : "")});");
        if (program.OutputStep is not null)
        {
            _writer.Line($"Activate({context.SomeInputs}, values, count);");
        }

        for (int i = 0; i < context.Outputs.Count; i++)
        {
            PortSpan output = context.Outputs[i];
            _writer.Line($"{layers.Values(program.Network.OutputTensors[i], "count")}.CopyTo({Part(output, output.Inner, "first", "count")});");
        }

        if (context.Storage.AreConstant && program.IgnoresInputs)
        {
            WriteExactSamples();
        }

        CloseChunks();
        _writer.Close();
    }

    /// <summary>Writes the method that computes the Jacobian, an output per row.</summary>
    public void WriteJacobian()
    {
        _writer.Line();
        _writer.Line("/// <summary>Computes the derivatives of the outputs: in the backward pass each output is a sample of its own.</summary>");
        string inputs = string.Join(", ", context.Inputs.Select(input => $"{input.ReadOnlySpan} {Single(input)}"));
        _writer.Open($"internal static void Jacobian({context.Storage.Parameters}{inputs}, {context.Span} jacobian)");
        _writer.Line($"const int samples = {OutputSize};");
        int[] columns = [.. layers.JacobianInputs];
        bool isOne = context.Inputs.Count == 1;
        int offset = layers.Memory.Values.Size + layers.Memory.Deltas.Size;
        PortSpan[] others = [.. context.Inputs.Where(input => input.Port.Type != ElementType.Float)];
        foreach (PortSpan input in others)
        {
            _writer.Line($"{input.Type}[] {Rented(input)} = {Pool(input)}.Rent({Literal.Times("samples", input.Size)});");
        }

        OpenChunks(offset + columns.Sum(input => context.Inputs[input].Size * (isOne ? 1 : 2)));
        foreach (PortSpan input in context.Inputs.Where(input => input.Port.Type == ElementType.Float))
        {
            _writer.Line($"{context.Span} {input.Some} = workspace.Slice({Literal.Times("count", offset)}, {Literal.Times("count", input.Size)});");
            offset += input.Size;
        }

        foreach (PortSpan input in others)
        {
            _writer.Line($"{input.Span} {input.Some} = {Rented(input)};");
        }

        if (!isOne)
        {
            foreach (int input in columns)
            {
                _writer.Line($"{context.Span} {layers.Jacobian(input)} = workspace.Slice({Literal.Times("count", offset)}, {Literal.Times("count", context.Inputs[input].Size)});");
                _writer.Line($"{layers.Jacobian(input)}.Clear();");
                offset += context.Inputs[input].Size;
            }
        }

        _writer.Open("for (int sample = 0; sample < count; sample++)");
        foreach (PortSpan input in context.Inputs)
        {
            _writer.Line($"{Single(input)}.CopyTo({input.Some}.Slice({Literal.Times("sample", input.Size)}));");
        }

        _writer.Close();
        _writer.Line();
        WriteParts();
        _writer.Line($"Forward({context.Storage.Arguments}{context.SomeInputs}, values, count{(layers.HasDropout ? ", null, 0L" : "")});");
        if (program.OutputStep is not null)
        {
            _writer.Line($"Activate({context.SomeInputs}, values, count);");
        }

        _writer.Line($"{context.Span} seeds = {layers.Deltas(program.Network.OutputTensor, "count")};");
        _writer.Open("for (int sample = 0; sample < count; sample++)");
        _writer.Line($"seeds[{Outputs("sample")} + first + sample] = {context.Arithmetic.Literal(1)};");
        _writer.Close();
        _writer.Line();
        string jacobians = isOne
            ? $"jacobian.Slice({Literal.Times("first", context.Inputs[0].Size)}, {Literal.Times("count", context.Inputs[0].Size)})"
            : string.Join(", ", columns.Select(layers.Jacobian));
        _writer.Line($"BackwardToInput({context.Storage.Arguments}{context.SomeInputs}, values, deltas, {jacobians}, count{(layers.HasDropout ? ", null, 0L" : "")});");
        if (!isOne)
        {
            WriteColumns(columns);
        }

        CloseChunks();
        foreach (PortSpan input in others)
        {
            _writer.Line($"{Pool(input)}.Return({Rented(input)});");
        }

        _writer.Close();
    }

    /// <summary>The name of an input of one sample within the nested class.</summary>
    private string Single(PortSpan input) => context.Inputs.Count == 1 ? "input" : input.Inner;

    private static string Rented(PortSpan input) => $"rented_{input.Inner}";

    private static string Pool(PortSpan input) => $"global::System.Buffers.ArrayPool<{input.Type}>.Shared";

    /// <summary>Puts the derivatives with respect to each input into its columns.</summary>
    private void WriteColumns(int[] inputs)
    {
        int width = inputs.Sum(input => context.Inputs[input].Size);
        int column = 0;
        _writer.Open("for (int sample = 0; sample < count; sample++)");
        _writer.Line($"{context.Span} row = jacobian.Slice({Literal.Times("(first + sample)", width)}, {Literal.Integer(width)});");
        foreach (int input in inputs)
        {
            int size = context.Inputs[input].Size;
            _writer.Line($"{layers.Jacobian(input)}.Slice({Literal.Times("sample", size)}, {Literal.Integer(size)}).CopyTo(row.Slice({Literal.Integer(column)}));");
            column += size;
        }

        _writer.Close();
    }

    /// <summary>A weight of zero ignores its input, which products of matrices do not.</summary>
    private void WriteExactSamples()
    {
        _writer.Open($"if ({AnyNaN("first", "count")})");
        _writer.Line("// A weight of zero ignores its input, NaN and infinities included. Other samples stay as they are.");
        _writer.Open("for (int sample = first; sample < first + count; sample++)");
        _writer.Open($"if ({AnyNaN("sample", "1")})");
        IEnumerable<string> parts = context.Inputs.Concat(context.Outputs).Select(port => Part(port, port.Inner, "sample", "1"));
        _writer.Line($"{context.Target.Type.FullName}.Predict({string.Join(", ", parts)});");
        _writer.Close();
        _writer.Close();
        _writer.Close();
    }

    private string AnyNaN(string first, string count) => string.Join(
        " || ",
        context.Outputs.Where(output => output.Port.Type == ElementType.Float).Select(output => $"global::NeuralGen.SpecialValues.AnyNaN({Part(output, output.Inner, first, count)})"));

    /// <summary>The part of a span that belongs to some samples.</summary>
    private static string Part(PortSpan port, string span, string first, string count) => $"{span}.Slice({Literal.Times(first, port.Size)}, {Literal.Times(count, port.Size)})";

    private void WriteSome()
    {
        foreach (PortSpan input in context.Inputs)
        {
            _writer.Line($"{input.ReadOnlySpan} {input.Some} = {Part(input, input.Inner, "first", "count")};");
        }
    }

    private string Outputs(string samples) => Literal.Times(samples, context.Signature.OutputSize);

    private string OutputSize => Literal.Integer(context.Signature.OutputSize);

    private void WriteLoss(string weights)
    {
        string predictions = layers.Values(program.LossTensor, "count");
        string targets = $"targets.Slice({Outputs("first")}, {Outputs("count")})";
        _writer.Line($"loss += Loss({predictions}, {targets}, {layers.Deltas(program.LossTensor, "count")}{weights}, count);");
    }

    private void WriteSlices()
    {
        WriteSome();
        WriteParts();
    }

    private void WriteParts()
    {
        string values = Literal.Times("count", layers.Memory.Values.Size);
        string deltas = Literal.Times("count", layers.Memory.Deltas.Size);
        _writer.Line($"{context.Span} values = workspace.Slice(0, {values});");
        _writer.Line($"{context.Span} deltas = workspace.Slice({values}, {deltas});");
        _writer.Line("deltas.Clear();");
    }

    /// <summary>Opens the loop over as many samples at a time as the workspace holds.</summary>
    private void OpenChunks(int perSample, int samplesAtOnce = SamplesAtOnce)
    {
        string values = Literal.Times("most", Math.Max(perSample, 1));
        string most = Literal.Integer(Math.Max(1, Math.Min(samplesAtOnce, MostValues / Math.Max(perSample, 1))));
        string pool = $"global::System.Buffers.ArrayPool<{context.Type}>.Shared";
        _writer.Line($"int most = global::System.Math.Min(samples, {most});");
        _writer.Line($"bool isRented = {values} > {Literal.Integer(MostStackValues)};");
        _writer.Line($"{context.Type}[] rented = isRented ? {pool}.Rent({values}) : global::System.Array.Empty<{context.Type}>();");
        _writer.Line($"{context.Span} workspace = isRented ? rented : stackalloc {context.Type}[{values}];");
        _writer.Open("for (int first = 0; first < samples; first += most)");
        _writer.Line("int count = global::System.Math.Min(most, samples - first);");
    }

    private void CloseChunks()
    {
        _writer.Close();
        _writer.Line();
        _writer.Open("if (isRented)");
        _writer.Line($"global::System.Buffers.ArrayPool<{context.Type}>.Shared.Return(rented);");
        _writer.Close();
    }
}
