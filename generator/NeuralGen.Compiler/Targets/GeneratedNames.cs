using System.Globalization;

namespace NeuralGen.Compiler.Targets;

/// <summary>The names that a network's type reserves for generated members.</summary>
internal static class GeneratedNames
{
    /// <summary>The sizes of the input along its axes.</summary>
    public const string InputShape = "InputShape";

    /// <summary>The sizes of the output along its axes.</summary>
    public const string OutputShape = "OutputShape";

    /// <summary>The number of inputs.</summary>
    public const string InputSize = "InputSize";

    /// <summary>The number of outputs.</summary>
    public const string OutputSize = "OutputSize";

    /// <summary>The number of values that training would change.</summary>
    public const string ParameterCount = "ParameterCount";

    /// <summary>The values that training would change.</summary>
    public const string Parameters = "Parameters";

    /// <summary>The forward pass.</summary>
    public const string Predict = "Predict";

    /// <summary>The forward pass of many rows.</summary>
    public const string PredictBatch = "PredictBatch";

    /// <summary>The forward pass to a label.</summary>
    public const string Classify = "Classify";

    /// <summary>Does beforehand what first calls take longer for.</summary>
    public const string Prepare = "Prepare";

    /// <summary>How many bytes the values between layers take, where they are too many for the stack.</summary>
    public const string WorkspaceSize = "WorkspaceSize";

    /// <summary>The enum of labels.</summary>
    public const string Label = "Label";

    /// <summary>The nested class of what a network keeps from call to call.</summary>
    public const string State = "State";

    /// <summary>The inputs' names.</summary>
    public const string InputNames = "InputNames";

    /// <summary>The outputs' names.</summary>
    public const string OutputNames = "OutputNames";

    /// <summary>The labels' own texts.</summary>
    public const string LabelNames = "LabelNames";

    /// <summary>The nested class that says of which model a network was made; another name will do.</summary>
    public const string Source = "Source";

    /// <summary>The nested class with a method per layer; private, so that another name will do.</summary>
    public const string Layers = "Layers";

    /// <summary>The member that holds the parameters where the property alone cannot; private, so that another name will do.</summary>
    public const string ParametersData = "ParametersData";

    /// <summary>The field with the sizes of the input along its axes.</summary>
    public const string InputAxes = "InputAxes";

    /// <summary>The field with the sizes of the output along its axes.</summary>
    public const string OutputAxes = "OutputAxes";

    /// <summary>The field with the inputs' names; private, so that another name will do.</summary>
    public const string InputTexts = "InputTexts";

    /// <summary>The field with the outputs' names; private, so that another name will do.</summary>
    public const string OutputTexts = "OutputTexts";

    /// <summary>The field with the labels' texts; private, so that another name will do.</summary>
    public const string LabelTexts = "LabelTexts";

    /// <summary>The field with the parameters of a trainable network; private, so that another name will do.</summary>
    public const string ParametersField = "_parameters";

    /// <summary>The field with the statistics of a trainable network; private, so that another name will do.</summary>
    public const string StatisticsField = "_statistics";

    /// <summary>The field that says whether statistics have still to be learned; private, so that another name will do.</summary>
    public const string NeedsField = "_needsNormalization";

    /// <summary>The loss of one sample.</summary>
    public const string Loss = "Loss";

    /// <summary>The gradient of one sample.</summary>
    public const string Gradient = "Gradient";

    /// <summary>The gradient of many samples.</summary>
    public const string GradientBatch = "GradientBatch";

    /// <summary>The derivatives of the outputs with respect to the inputs.</summary>
    public const string InputJacobian = "InputJacobian";

    /// <summary>Marks a network with errors, whose sizes may be wrong.</summary>
    public const string StandIn = "__StandIn";

    /// <summary>Gives the parameters of a trainable network their first values.</summary>
    public const string Initialize = "Initialize";

    /// <summary>Learns the statistics of a trainable network.</summary>
    public const string FitNormalization = "FitNormalization";

    /// <summary>Whether the statistics of a trainable network have still to be learned.</summary>
    public const string NeedsNormalization = "NeedsNormalization";

    /// <summary>Writes a trainable network to a file.</summary>
    public const string Save = "Save";

    /// <summary>Reads a trainable network from a file.</summary>
    public const string Load = "Load";

    /// <summary>Writes the numbers of a trainable network as a file of weights.</summary>
    public const string SaveWeights = "SaveWeights";

    /// <summary>Reads the numbers of a trainable network from a file of weights.</summary>
    public const string LoadWeights = "LoadWeights";

    /// <summary>Those that only trainable networks have.</summary>
    public static IReadOnlyList<string> Trainable { get; } = [Initialize, FitNormalization, NeedsNormalization, Save, Load, SaveWeights, LoadWeights];

    /// <summary>Those that only networks with a state have.</summary>
    public static IReadOnlyList<string> Stateful { get; } = [State];

    /// <summary>The names of members, most of them private, which give way to members of the user's.</summary>
    public static IReadOnlyList<string> Private { get; } = [Source, Layers, ParametersData, InputAxes, OutputAxes, InputTexts, OutputTexts, LabelTexts, ParametersField, StatisticsField, NeedsField];

    /// <summary>A private name and what stands in for it where it is taken: the same with the numbers from 2 behind it.</summary>
    public static IEnumerable<string> Forms(string name) =>
        Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : name + number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The forms of private names up to the first that is free.</summary>
    /// <param name="isTaken">Whether the type of the user's has a member of a name.</param>
    public static IEnumerable<string> TakenForms(Func<string, bool> isTaken) => Private.SelectMany(name => Forms(name).TakeWhile(isTaken));

    /// <summary>Those of methods, which stand beside methods of the same name and other parameters.</summary>
    public static IReadOnlyList<string> Methods { get; } =
        [Predict, PredictBatch, Classify, Prepare, Loss, Gradient, GradientBatch, InputJacobian];

    /// <summary>The parameters beside inputs and outputs, whose names no tensor can have.</summary>
    public static string[] PortParameters { get; } = ["target", "targets", "gradient", "jacobian", "workspace", "state"];

    /// <summary>The words that make names of other members where a tensor makes those of its size and shape.</summary>
    public static string[] PortWords { get; } = ["Workspace"];

    /// <summary>What stands behind a tensor's word in the names of its members.</summary>
    private static string[] PortEndings { get; } = ["Size", "Shape", "Axes"];

    /// <summary>Whether a name ends as those of the members of an input or output do.</summary>
    public static bool EndsAsPort(string name) => PortEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>All public ones, with those that only some networks have, so that adding labels breaks no type's name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        InputSize, OutputSize, ParameterCount, Parameters, Predict, PredictBatch, Classify, Prepare, WorkspaceSize, Label,
        InputNames, OutputNames, LabelNames, InputShape, OutputShape,
        Loss, Gradient, GradientBatch, InputJacobian,
    ];
}
