using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.Convolutions;
using NeuralGen.Benchmarks.OnnxRuntime;

namespace NeuralGen.Benchmarks.Recurrent;

/// <summary>A model as C# and as the file that it was made of.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="File">The file.</param>
/// <param name="Start">Makes a new stream: a call with a state of its own.</param>
/// <param name="Input">The name of the input.</param>
/// <param name="InputShape">Its shape.</param>
/// <param name="Output">The name of the output.</param>
/// <param name="OutputShape">Its shape.</param>
/// <param name="States">The states: an input, an output and the shape of both.</param>
/// <param name="Constants">Inputs that are known while compiling.</param>
internal sealed record RecurrentModel(
    string Name,
    string File,
    Func<Func<float[], float>> Start,
    string Input,
    long[] InputShape,
    string Output,
    long[] OutputShape,
    (string Input, string Output, long[] Shape)[] States,
    OnnxPort[] Constants)
{
    public static readonly RecurrentModel[] All =
    [
        Step("LSTM 1 → 20, a step", "amplifier.onnx", StartAmplifier, 1, 20, "h", "c") with { MultiplyAdds = Amplifier.Source.MultiplyAdds, Parameters = Amplifier.Source.Parameters },
        Step("GRU 40 → 64, a step", "gru_step.onnx", StartGru, 40, 64, "h") with { MultiplyAdds = GruStep.Source.MultiplyAdds, Parameters = GruStep.Source.Parameters },
        Step("LSTM 40 → 64, a step", "lstm_step.onnx", StartLstm, 40, 64, "h", "c") with { MultiplyAdds = LstmStep.Source.MultiplyAdds, Parameters = LstmStep.Source.Parameters },
        Step("LSTM 128 → 128, a step", "lstm_128_step.onnx", StartLstm128, 128, 128, "h", "c") with { MultiplyAdds = Lstm128Step.Source.MultiplyAdds, Parameters = Lstm128Step.Source.Parameters },
        new("LSTM 40 → 64, 100 steps", "lstm_sequence.onnx", () => input => LstmSequence.Predict(input), "x", [100, 1, 40], "y", [1], [], []) { MultiplyAdds = LstmSequence.Source.MultiplyAdds, Parameters = LstmSequence.Source.Parameters, Passes = 100 },
        new("Silero's voice detector, 32 ms", "silero_vad_v5.onnx", StartVoiceDetector, "input", [1, 576], "output", [1, 1], [("state", "stateN", [2, 1, 128])], [new("sr", [], new long[] { 16_000 })]) { MultiplyAdds = VoiceDetector.Source.MultiplyAdds, Parameters = VoiceDetector.Source.Parameters },
    ];

    /// <summary>Gets the folder of the file.</summary>
    public string Folder { get; init; } = "Recurrent";

    /// <summary>Gets the numbers that every call is given.</summary>
    public float[] Numbers { get; } = RandomNumbers.Make((int)InputShape.Aggregate(1L, (size, axis) => size * axis));

    /// <summary>Gets the multiply-adds of a call.</summary>
    public required long MultiplyAdds { get; init; }

    /// <summary>Gets the number of its weights.</summary>
    public required long Parameters { get; init; }

    /// <summary>Gets how often a call reads them: once a step.</summary>
    public int Passes { get; init; } = 1;

    /// <summary>Gets where our results lie; null where there is only the one that a call returns.</summary>
    public float[]? Results { get; init; }

    public ICandidate Ours() => new StepCandidate(Start(), Numbers);

    public ICandidate Onnx(OnnxFunctions functions) => new OnnxPrediction(
        functions,
        System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, Folder, "Models", File)),
        [OnnxPort.Of(Input, Numbers, InputShape), .. States.Select(state => OnnxPort.Output(state.Input, state.Shape)), .. Constants],
        [OnnxPort.Output(Output, OutputShape), .. States.Select(state => OnnxPort.Output(state.Output, state.Shape))],
        [.. States.Select(state => (state.Output, state.Input))]);

    private static RecurrentModel Step(string name, string file, Func<Func<float[], float>> start, long inputs, long units, params string[] states) =>
        new(name, file, start, "x", [1, 1, inputs], "y", [1], [.. states.Select(state => (state, state + "n", new[] { 1, 1, units }))], []) { MultiplyAdds = 0, Parameters = 0 };

    private static Func<float[], float> StartAmplifier()
    {
        Amplifier.State state = new();
        return input => Amplifier.Predict(input, state);
    }

    private static Func<float[], float> StartGru()
    {
        GruStep.State state = new();
        return input => GruStep.Predict(input, state);
    }

    private static Func<float[], float> StartLstm()
    {
        LstmStep.State state = new();
        return input => LstmStep.Predict(input, state);
    }

    private static Func<float[], float> StartLstm128()
    {
        Lstm128Step.State state = new();
        return input => Lstm128Step.Predict(input, state);
    }

    private static Func<float[], float> StartVoiceDetector()
    {
        VoiceDetector.State state = new();
        return input => VoiceDetector.Predict(input, state);
    }
}
