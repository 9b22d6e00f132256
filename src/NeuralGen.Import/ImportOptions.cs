namespace NeuralGen.Import;

/// <summary>What a project says of a model, by metadata of its item; null or empty where it says nothing.</summary>
internal sealed record ImportOptions
{
    /// <summary>The class.</summary>
    public string Class { get; init; } = "";

    /// <summary>Its namespace.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Single or double.</summary>
    public string Precision { get; init; } = "";

    /// <summary>How code is written.</summary>
    public string Emission { get; init; } = "";

    /// <summary>The classes, separated by semicolons.</summary>
    public string Labels { get; init; } = "";

    /// <summary>Whether the class owns its parameters.</summary>
    public string Trainable { get; init; } = "";

    /// <summary>The loss function.</summary>
    public string Loss { get; init; } = "";

    /// <summary>Whether a call computes one step of the sequence that is declared.</summary>
    public string Stateful { get; init; } = "";

    /// <summary>Inputs that get what outputs were in the call before: pairs input=output.</summary>
    public string States { get; init; } = "";

    /// <summary>The seed of whatever is drawn.</summary>
    public string Seed { get; init; } = "";

    /// <summary>Whole shapes of inputs: pairs name=sizes.</summary>
    public string InputShapes { get; init; } = "";

    /// <summary>Inputs that are fixed: pairs name=values.</summary>
    public string Constants { get; init; } = "";

    /// <summary>Which outputs there are, and their order.</summary>
    public string Outputs { get; init; } = "";

    /// <summary>Examples that the network must reproduce: a file, or a folder in the layout of the ONNX standard.</summary>
    public string Tests { get; init; } = "";
}
