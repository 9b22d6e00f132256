using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;

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
        _writer.Open($"internal static double AddGradient({context.Storage.Parameters}{context.ReadOnlySpan} inputs, {context.ReadOnlySpan} targets, {context.Span} gradient{training}, int samples{seed})");
        _writer.Line("double loss = 0.0;");
        OpenChunks(perSample);
        WriteSlices();
        string drawn = layers.HasDropout ? ", seed, first" : "";
        _writer.Line($"Forward({context.Storage.Arguments}some, values, count{drawn});");
        string weights = context.Storage.SampleWeightsOf("weights.Length == 0 ? weights : weights.Slice(first, count)");
        WriteLoss(weights);
        if (program.DependsOnParameters[program.LossTensor])
        {
            _writer.Line($"Backward({context.Storage.Arguments}some, values, deltas, gradient, count, first == 0{drawn});");
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
        _writer.Open($"internal static double SumLosses({context.Storage.Parameters}{context.ReadOnlySpan} inputs, {context.ReadOnlySpan} targets, int samples)");
        _writer.Line("double loss = 0.0;");
        OpenChunks(layers.Memory.Values.Size + layers.Memory.Deltas.Size);
        WriteSlices();
        _writer.Line($"Forward({context.Storage.Arguments}some, values, count{(layers.HasDropout ? ", null, 0L" : "")});");
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
        _writer.Open($"internal static void {name}({context.Storage.Parameters}{context.ReadOnlySpan} inputs, {context.Span} outputs, int samples)");
        OpenChunks(layers.Memory.Values.Size, PredictedSamplesAtOnce);
        _writer.Line($"{context.ReadOnlySpan} some = inputs.Slice({Inputs("first")}, {Inputs("count")});");
        _writer.Line($"{context.Span} values = workspace.Slice(0, {Literal.Times("count", layers.Memory.Values.Size)});");
        _writer.Line($"{forward}({context.Storage.Arguments}some, values, count{(layers.HasDropout ? ", null, 0L" : "")});");
        if (program.OutputStep is not null)
        {
            _writer.Line("Activate(some, values, count);");
        }

        _writer.Line($"{layers.Values(program.Network.OutputTensor, "count", "some")}.CopyTo(outputs.Slice({Outputs("first")}, {Outputs("count")}));");
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
        _writer.Open($"internal static void Jacobian({context.Storage.Parameters}{context.ReadOnlySpan} input, {context.Span} jacobian)");
        _writer.Line($"const int samples = {OutputSize};");
        int perSample = layers.Memory.Values.Size + layers.Memory.Deltas.Size + context.Signature.InputSize;
        OpenChunks(perSample);
        string offset = Literal.Times("count", layers.Memory.Values.Size + layers.Memory.Deltas.Size);
        _writer.Line($"{context.Span} some = workspace.Slice({offset}, {Inputs("count")});");
        _writer.Open("for (int sample = 0; sample < count; sample++)");
        _writer.Line($"input.CopyTo(some.Slice({Inputs("sample")}));");
        _writer.Close();
        _writer.Line();
        WriteParts();
        _writer.Line($"Forward({context.Storage.Arguments}some, values, count{(layers.HasDropout ? ", null, 0L" : "")});");
        if (program.OutputStep is not null)
        {
            _writer.Line("Activate(some, values, count);");
        }

        _writer.Line($"{context.Span} seeds = {layers.Deltas(program.Network.OutputTensor, "count")};");
        _writer.Open("for (int sample = 0; sample < count; sample++)");
        _writer.Line($"seeds[{Outputs("sample")} + first + sample] = {context.Arithmetic.Literal(1)};");
        _writer.Close();
        _writer.Line();
        _writer.Line($"BackwardToInput({context.Storage.Arguments}some, values, deltas, jacobian.Slice({Inputs("first")}, {Inputs("count")}), count{(layers.HasDropout ? ", null, 0L" : "")});");
        CloseChunks();
        _writer.Close();
    }

    /// <summary>A weight of zero ignores its input, which products of matrices do not.</summary>
    private void WriteExactSamples()
    {
        _writer.Open($"if (global::NeuralGen.SpecialValues.AnyNaN(outputs.Slice({Outputs("first")}, {Outputs("count")})))");
        _writer.Line("// A weight of zero ignores its input, NaN and infinities included. Other samples stay as they are.");
        _writer.Open("for (int sample = first; sample < first + count; sample++)");
        _writer.Open($"if (global::NeuralGen.SpecialValues.AnyNaN(outputs.Slice({Outputs("sample")}, {Outputs("1")})))");
        _writer.Line($"{context.Target.Type.FullName}.Predict(inputs.Slice({Inputs("sample")}, {Inputs("1")}), outputs.Slice({Outputs("sample")}, {Outputs("1")}));");
        _writer.Close();
        _writer.Close();
        _writer.Close();
    }

    private string Inputs(string samples) => Literal.Times(samples, context.Signature.InputSize);

    private string Outputs(string samples) => Literal.Times(samples, context.Signature.OutputSize);

    private string OutputSize => Literal.Integer(context.Signature.OutputSize);

    private void WriteLoss(string weights)
    {
        string predictions = layers.Values(program.LossTensor, "count", "some");
        string targets = $"targets.Slice({Outputs("first")}, {Outputs("count")})";
        _writer.Line($"loss += Loss({predictions}, {targets}, {layers.Deltas(program.LossTensor, "count")}{weights}, count);");
    }

    private void WriteSlices()
    {
        _writer.Line($"{context.ReadOnlySpan} some = inputs.Slice({Inputs("first")}, {Inputs("count")});");
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
