namespace NeuralGen;

/// <summary>Declares a neural network: the compiler adds the members that compute it to the partial type this
/// attribute is on.</summary>
/// <remarks>The layers are the layer attributes on the same declaration, in their order from input to output, or
/// the content of <see cref="File"/>. An argument that is left out leaves the file's value. The attribute is read by
/// the compiler; at run time nothing depends on it.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class NeuralNetworkAttribute : Attribute
{
    /// <summary>Declares a network by the layer attributes on the same type.</summary>
    public NeuralNetworkAttribute()
    {
    }

    /// <summary>Declares a network by a file.</summary>
    /// <param name="file">the end of the path of an additional file of the project, in whole segments:
    /// <c>iris.nn.json</c> or <c>models/iris.nn.json</c>. Exactly one file must match.</param>
    public NeuralNetworkAttribute(string file) => File = file;

    /// <summary>Gets the end of the path of the file that declares the network, or <see langword="null"/> when
    /// attributes do.</summary>
    public string? File { get; }

    /// <summary>Gets or sets the number of inputs. It may be left out where <see cref="InputNames"/> or the file tell
    /// it.</summary>
    public int Inputs { get; set; }

    /// <summary>Gets or sets a name for each input, which become the names of the parameters of
    /// <c>Predict</c>; <c>input0</c>, <c>input1</c>, … when left out.</summary>
    public string[]? InputNames { get; set; }

    /// <summary>Gets or sets the shape of the input of one sample, without the batch: [channels, height, width] for images. In its
    /// place <see cref="Inputs"/> says how many values a list has.</summary>
    public int[]? InputShape { get; set; }

    /// <summary>Gets or sets a name for each output.</summary>
    public string[]? OutputNames { get; set; }

    /// <summary>Gets or sets the class that each output stands for; the type gets an enum <c>Label</c> and a method
    /// <c>Classify</c>. Two labels may share one sigmoid output.</summary>
    public string[]? Labels { get; set; }

    /// <summary>Gets or sets the end of the path of a <c>NeuralNetwork</c> item of the project, a <c>.safetensors</c> file: layers with a
    /// <see cref="LayerAttribute.Name"/> and no numbers take theirs from its tensors, by PyTorch's names.</summary>
    public string? Tensors { get; set; }

    /// <summary>Gets or sets the number type the network computes with.</summary>
    public Precision Precision { get; set; }

    /// <summary>Gets or sets the activation of the hidden layers that <see cref="NodeAttribute"/>s
    /// declare.</summary>
    public Activation HiddenActivation { get; set; }

    /// <summary>Gets or sets the activation of the output layer that <see cref="NodeAttribute"/>s
    /// declare.</summary>
    public Activation OutputActivation { get; set; }

    /// <summary>Gets or sets the loss that <c>Loss</c> and <c>Gradient</c> compute.</summary>
    public LossFunction Loss { get; set; }

    /// <summary>Gets or sets the δ of <see cref="LossFunction.Huber"/>, in units of the outputs; positive, 1 when
    /// left out.</summary>
    public double LossDelta { get; set; } = 1;

    /// <summary>Gets or sets the shape of the emitted code.</summary>
    public Emission Emission { get; set; }

    /// <summary>Gets or sets the order in which the dense layers, those that do not say it themselves, give their weights.
    /// <c>Parameters</c> are row-major [units, inputs] whatever it is.</summary>
    public WeightLayout Layout { get; set; }

    /// <summary>Gets or sets a value indicating whether the type has members that compute the loss and derivatives. When left
    /// out, the project's property <c>NeuralNetworkGradients</c> decides. Trainable networks always have them.</summary>
    public bool Gradients { get; set; } = true;

    /// <summary>Gets or sets a value indicating whether the type owns parameters that can change: its members are
    /// then instance members, and layers may be declared without weights. Not for static classes and
    /// structs.</summary>
    public bool Trainable { get; set; }

    /// <summary>Gets or sets a value indicating whether a call computes one step of the sequence that is declared, of which the type
    /// then keeps what the next call needs in a nested class <c>State</c>. May also be set against a file, so that what was trained
    /// over sequences runs step by step.</summary>
    public bool Stateful { get; set; }

    /// <summary>Gets or sets the seed of the initial weights of a trainable network; the same seed gives the same
    /// weights.</summary>
    public int Seed { get; set; }
}
