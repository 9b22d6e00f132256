using System.CommandLine;
using NeuralGen.Import;

namespace NeuralGen.Tool.Models;

/// <summary>The model that a command opens, and what is said of it: the metadata that an item of a project has.</summary>
internal sealed class ModelOptions
{
    /// <summary>The model's file.</summary>
    public Argument<string> Model { get; } = new("MODEL") { Description = "The model: .nn.json, .onnx, .nnet, or RTNeural's JSON" };

    private readonly Option<string> _precision = Text("--precision", "single|double", "Compute with 32 or with 64 bits; the model's own types when left out", "single", "double");
    private readonly Option<string> _labels = Text("--labels", "a;b;c", "The classes, in the order of the outputs");
    private readonly Option<string> _emission = Text("--emission", "auto|unrolled|vectorized", "How code is written", "auto", "unrolled", "vectorized");
    private readonly Option<string> _inputShapes = Text("--input-shapes", "x=1,3,224,224", "Whole shapes of inputs that an ONNX model leaves open");
    private readonly Option<string> _constants = Text("--constants", "sr=16000", "Inputs of an ONNX model that are fixed");
    private readonly Option<string> _states = Text("--states", "h=hn;c=cn", "Inputs of an ONNX model that receive what outputs were in the call before");
    private readonly Option<string> _outputs = Text("--outputs", "a;b", "Which outputs of an ONNX model there are, and their order");
    private readonly Option<string> _stateful = Text("--stateful", "true|false", "Whether a call computes one step of the sequence", "true", "false");
    private readonly Option<string> _loss = Text("--loss", "LOSS", "The loss function");
    private readonly Option<string> _seed = Text("--seed", "N", "The seed of whatever is drawn");
    private readonly Option<string> _tests = Text("--tests", "FILE|FOLDER", "Examples to reproduce: a JSON file with an array of them, or a folder in the layout of the ONNX standard");
    private readonly Option<string> _trainable = Text("--trainable", "true|false", "Whether the class owns its parameters", "true", "false");

    /// <summary>Adds the model and its options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Model);
        AddOptionsTo(command);
    }

    /// <summary>Adds what is said of the model, behind a command's own options.</summary>
    public void AddOptionsTo(Command command)
    {
        foreach (Option option in (Option[])[_precision, _labels, _emission, _inputShapes, _constants, _states, _outputs, _stateful, _trainable, _loss, _seed, _tests])
        {
            command.Add(option);
        }
    }

    /// <summary>What a command line says.</summary>
    public ModelRequest Request(ParseResult parsed) => new(parsed.GetRequiredValue(Model), new ImportOptions
    {
        Precision = parsed.GetValue(_precision) ?? "",
        Labels = parsed.GetValue(_labels) ?? "",
        Emission = parsed.GetValue(_emission) ?? "",
        InputShapes = parsed.GetValue(_inputShapes) ?? "",
        Constants = parsed.GetValue(_constants) ?? "",
        States = parsed.GetValue(_states) ?? "",
        Outputs = parsed.GetValue(_outputs) ?? "",
        Stateful = parsed.GetValue(_stateful) ?? "",
        Trainable = parsed.GetValue(_trainable) ?? "",
        Loss = parsed.GetValue(_loss) ?? "",
        Seed = parsed.GetValue(_seed) ?? "",
        Tests = parsed.GetValue(_tests) ?? "",
    });

    private static Option<string> Text(string name, string form, string description, params string[] allowed)
    {
        Option<string> option = new(name) { Description = description, HelpName = form };
        if (allowed.Length > 0)
        {
            option.AcceptOnlyFromAmong(allowed);
        }

        return option;
    }
}
