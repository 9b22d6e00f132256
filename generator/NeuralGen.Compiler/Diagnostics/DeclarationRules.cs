namespace NeuralGen.Compiler.Diagnostics;

/// <summary>Rules about the declaration as a whole: 00xx.</summary>
internal static class DeclarationRules
{
    /// <summary>The type of a network is partial.</summary>
    public static readonly Rule NotPartial = Rule.Error(
        1,
        "The type of a network is partial",
        "'{0}' declares a network but is not partial: add 'partial' so that the generated members can join it");

    /// <summary>The types around the type of a network are partial.</summary>
    public static readonly Rule ContainerNotPartial = Rule.Error(
        2,
        "The types around the type of a network are partial",
        "'{0}' declares a network, but the type '{1}' around it is not partial: add 'partial' to '{1}'");

    /// <summary>A network has layers.</summary>
    public static readonly Rule NoLayers = Rule.Error(
        3,
        "A network has layers",
        "Network '{0}' has no layers");

    /// <summary>A network has inputs.</summary>
    public static readonly Rule NoInputs = Rule.Error(
        4,
        "A network has inputs",
        "Network '{0}' {1}");

    /// <summary>The file of a network is among the additional files.</summary>
    public static readonly Rule FileNotFound = Rule.Error(
        5,
        "The file of a network is among the additional files",
        "Network '{0}' names the file '{1}', which is not among the project's additional files{2}");

    /// <summary>The file of weights is an item of the project.</summary>
    public static readonly Rule WeightsNotFound = Rule.Error(
        32,
        "The file of weights is an item of the project",
        "Network '{0}' takes its weights from '{1}', {2}; the project needs <NeuralNetwork Include=\"{1}\" />{3}");

    /// <summary>Elements have a type that callers have.</summary>
    public static readonly Rule ElementTypeUnknown = Rule.Error(
        33,
        "Elements have a type that callers have",
        "Tensor '{0}' of network '{1}' has elements of type '{2}', which does not exist{3}");

    /// <summary>Outputs are tensors of layers.</summary>
    public static readonly Rule OutputUnknown = Rule.Error(
        34,
        "Outputs are tensors of layers",
        "Output '{0}' of network '{1}' is '{2}', which is not the input or a layer{3}");

    /// <summary>Trainable networks have a gradient.</summary>
    public static readonly Rule TrainableNeedsDerivative = Rule.Error(
        35,
        "Trainable networks have a gradient",
        "Network '{0}' is trainable and has no gradient, since {1}");

    /// <summary>Networks that are trained keep no state.</summary>
    public static readonly Rule TrainableKeepsNothing = Rule.Error(
        36,
        "Networks that are trained keep no state",
        "Network '{0}' is trainable and keeps a state; train the network over sequences, and run what it saves in a class with 'Stateful = true'");

    /// <summary>The file of a network is found once.</summary>
    public static readonly Rule FileAmbiguous = Rule.Error(
        6,
        "The file of a network is found once",
        "Network '{0}' names the file '{1}', which fits {2} additional files: {3}; write more of its path");

    /// <summary>The layers of a network stand on one declaration.</summary>
    public static readonly Rule LayersOnSeveralDeclarations = Rule.Error(
        7,
        "The layers of a network stand on one declaration",
        "Network '{0}' has layer attributes on more than one partial declaration, so their order is undefined: put them on one");

    /// <summary>A network is declared in one form.</summary>
    public static readonly Rule MixedForms = Rule.Error(
        8,
        "A network is declared in one form",
        "Network '{0}' is declared by {1} and by {2}; use one of them");

    /// <summary>Nodes are named by layer and position.</summary>
    public static readonly Rule NodeName = Rule.Error(
        9,
        "Nodes are named by layer and position",
        "Node '{0}' {1}");

    /// <summary>Names stay different as identifiers.</summary>
    public static readonly Rule NamesCollide = Rule.Error(
        10,
        "Names stay different as identifiers",
        "{0} '{1}' and '{2}' both become '{3}' in C#");

    /// <summary>The names of generated members are free.</summary>
    public static readonly Rule NameTaken = Rule.Error(
        11,
        "The names of generated members are free",
        "'{0}' cannot hold a network: {1}");

    /// <summary>Attributes and file agree.</summary>
    public static readonly Rule DiffersFromFile = Rule.Error(
        12,
        "Attributes and file agree",
        "{0} is {1} in the attribute but {2} in '{3}'");

    /// <summary>A network declared by its file alone gets a type of its own.</summary>
    public static readonly Rule TypeExists = Rule.Error(
        13,
        "A network declared by its file alone gets a type of its own",
        "File '{0}' declares the type '{1}', which {2}");

    /// <summary>Inputs and their names agree in number.</summary>
    public static readonly Rule InputCountDiffers = Rule.Error(
        14,
        "Inputs and their names agree in number",
        "Network '{0}' has {1} but {2}");

    /// <summary>The type of a network can have a second part.</summary>
    public static readonly Rule FileLocalType = Rule.Error(
        15,
        "The type of a network can have a second part",
        "'{0}' declares a network but is file-local, so the generated part cannot join it");

    /// <summary>Hidden and output activation belong to nodes.</summary>
    public static readonly Rule NodeActivationWithoutNodes = Rule.Error(
        16,
        "Hidden and output activation belong to nodes",
        "'{0}' is for networks declared node by node; network '{1}' has layers, and each has its own activation");

    /// <summary>Trainable networks are classes.</summary>
    public static readonly Rule TrainableNeedsClass = Rule.Error(
        17,
        "Trainable networks are classes",
        "Network '{0}' is trainable and owns its parameters, so its type must be a class that can be instantiated; it is a {1}");

    /// <summary>The project has spans.</summary>
    public static readonly Rule MissingSpan = Rule.Error(
        18,
        "The project has spans",
        "Network '{0}' needs System.ReadOnlySpan<T>, which the project does not reference; add the package System.Memory");

    /// <summary>Settings have known values.</summary>
    public static readonly Rule SettingUnknown = Rule.Error(
        19,
        "Settings have known values",
        "{0} '{1}'{3} is unknown{2}");

    /// <summary>Names are not empty and occur once.</summary>
    public static readonly Rule NameUnusable = Rule.Error(
        20,
        "Names are not empty and occur once",
        "{0} {1}");

    /// <summary>Layers belong to a network.</summary>
    public static readonly Rule LayersWithoutNetwork = Rule.Error(
        21,
        "Layers belong to a network",
        "'{0}' has attributes of layers or nodes but no [NeuralNetwork], so nothing is generated for it");

    /// <summary>Types and namespaces have names of their own.</summary>
    public static readonly Rule NamedLikeNamespace = Rule.Warning(
        25,
        "Types and namespaces have names of their own",
        "File '{0}' declares the type '{1}', which has the name of the namespace '{2}', so that one hides the other: give the file another \"name\" or \"namespace\", or the item of a model another Class or Namespace");

    /// <summary>Trainable networks have gradients.</summary>
    public static readonly Rule TrainableNeedsGradients = Rule.Error(
        26,
        "Trainable networks have gradients",
        "Network '{0}' is trainable, which takes its gradients; '{1}' cannot be false");

    /// <summary>The project references the runtime library.</summary>
    public static readonly Rule LibraryMissing = Rule.Error(
        30,
        "The project references the runtime library",
        "The networks of this project need NeuralGen.dll, which it does not reference; use a PackageReference whose assets include 'compile', which those of a GlobalPackageReference do not");

    /// <summary>The runtime library is as new as the compiler of networks.</summary>
    public static readonly Rule LibraryOutdated = Rule.Error(
        31,
        "The runtime library is as new as the compiler of networks",
        "The networks of this project are compiled by NeuralGen {0} but would run with NeuralGen.dll {1}; reference both in one version");

    /// <summary>The compiler of networks works.</summary>
    public static readonly Rule InternalError = Rule.Error(
        99,
        "The compiler of networks works",
        "NeuralGen failed on network '{0}': {1}; please report it");

    /// <summary>All rules of this family.</summary>
    public static IEnumerable<Rule> All { get; } =
    [
        NotPartial,
        ContainerNotPartial,
        NoLayers,
        NoInputs,
        FileNotFound,
        WeightsNotFound,
        ElementTypeUnknown,
        OutputUnknown,
        TrainableNeedsDerivative,
        TrainableKeepsNothing,
        FileAmbiguous,
        LayersOnSeveralDeclarations,
        MixedForms,
        NodeName,
        NamesCollide,
        NameTaken,
        DiffersFromFile,
        TypeExists,
        InputCountDiffers,
        FileLocalType,
        NodeActivationWithoutNodes,
        TrainableNeedsClass,
        MissingSpan,
        SettingUnknown,
        NameUnusable,
        LayersWithoutNetwork,
        NamedLikeNamespace,
        TrainableNeedsGradients,
        LibraryMissing,
        LibraryOutdated,
        InternalError,
    ];
}
