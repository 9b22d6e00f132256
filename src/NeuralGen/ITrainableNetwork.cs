namespace NeuralGen;

/// <summary>A network that owns its parameters, so that code over networks can train any of them.</summary>
/// <remarks>The compiler implements it for every declared type that is trainable. Apart from those that change the
/// parameters, all members are safe to call from several threads at once; none but <see cref="Save"/>,
/// <see cref="Load"/> and <see cref="Architecture"/> allocates memory.</remarks>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, by the network's
/// <see cref="Precision"/>.</typeparam>
public interface ITrainableNetwork<T>
    where T : struct
{
    /// <summary>Gets the number of values of one input.</summary>
    public int InputSize { get; }

    /// <summary>Gets the number of values of one output.</summary>
    public int OutputSize { get; }

    /// <summary>Gets the length of <see cref="Parameters"/>.</summary>
    public int ParameterCount { get; }

    /// <summary>Gets the names of the inputs in their order; empty if none are declared.</summary>
    public ReadOnlySpan<string> InputNames { get; }

    /// <summary>Gets the names of the outputs in their order; empty if none are declared.</summary>
    public ReadOnlySpan<string> OutputNames { get; }

    /// <summary>Gets the labels' own texts: one per output, or two for one output, which is the probability of the second. Empty
    /// if none are declared.</summary>
    public ReadOnlySpan<string> LabelNames { get; }

    /// <summary>Gets what tells networks apart, a line <c>what: how</c> each: inputs, outputs, labels, loss, and every layer with
    /// its settings and sizes. Checkpoints of training hold it, so that no other network goes on from them.</summary>
    public IReadOnlyList<string> Architecture
#if NET
        => [];
#else
    {
        get;
    }
#endif

    /// <summary>Gets the loss that training minimises.</summary>
    public LossFunction LossFunction { get; }

    /// <summary>Gets the parameters, layer by layer: weights row-major [units, inputs], then the bias if declared; gamma,
    /// then beta; slopes. Whoever writes to them changes the network.</summary>
    public Span<T> Parameters { get; }

    /// <summary>Gets the stored statistics, layer by layer: means, then scales or variances, in units of the layer's input.
    /// They belong to the network's state and are no parameters: no gradient changes them.</summary>
    public Span<T> Statistics { get; }

    /// <summary>Gets a value indicating whether a normalisation was declared without numbers and has not been given any
    /// yet.</summary>
    public bool NeedsNormalization { get; }

    /// <summary>Gives all parameters the values they had at first: those of the declaration, and fresh ones for layers that
    /// were declared without weights.</summary>
    /// <param name="seed">the seed of the fresh ones; the same seed gives the same values on every machine.</param>
    public void Initialize(int seed);

    /// <summary>Sets the normalisations that were declared without numbers to the mean and the standard deviation of each
    /// column of some inputs; a column of one value throughout gets that value and the scale 1.</summary>
    /// <param name="inputs">the inputs to learn from, row-major [rows, <see cref="InputSize"/>].</param>
    /// <exception cref="ArgumentException">the length is 0 or no multiple of a row's, or an input is not finite; nothing has
    /// changed then.</exception>
    public void FitNormalization(ReadOnlySpan<T> inputs);

    /// <summary>Sets the normalisations that were declared without numbers from each column of some inputs, by a method.</summary>
    /// <param name="inputs">the inputs to learn from, row-major [rows, <see cref="InputSize"/>].</param>
    /// <param name="method">what to take from them.</param>
    /// <exception cref="ArgumentException">the length is 0 or no multiple of a row's, an input is not finite, or there is no such
    /// method; nothing has changed then.</exception>
    public void FitNormalization(ReadOnlySpan<T> inputs, NormalizationMethod method)
#if NET
    {
        if (method != NormalizationMethod.Standard)
        {
            throw new NotSupportedException($"This network learns no normalisation by {method}.");
        }

        FitNormalization(inputs);
    }
#else
        ;
#endif

    /// <summary>Changes the last layer so that outputs become output·scale + shift, such as to turn those of a network that was
    /// trained on standardised targets into the data's units.</summary>
    /// <param name="scale">a factor per output.</param>
    /// <param name="shift">a summand per output.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    /// <exception cref="InvalidOperationException">the last layer is not a linear dense layer with a bias; nothing has changed
    /// then.</exception>
    public void ScaleOutputs(ReadOnlySpan<T> scale, ReadOnlySpan<T> shift)
#if NET
        => throw new InvalidOperationException("The outputs of this network cannot be scaled.");
#else
        ;
#endif

    /// <summary>Computes the output for one input.</summary>
    /// <param name="input">the input, of length <see cref="InputSize"/>.</param>
    /// <param name="output">receives the output, of length <see cref="OutputSize"/>.</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void Predict(ReadOnlySpan<T> input, Span<T> output);

    /// <summary>Computes the outputs for a number of inputs; they equal those of <see cref="Predict"/> but for rounding, since
    /// many rows are computed in another order than one.</summary>
    /// <param name="inputs">the inputs, row-major [rows, <see cref="InputSize"/>].</param>
    /// <param name="outputs">receives the outputs, row-major [rows, <see cref="OutputSize"/>].</param>
    /// <exception cref="ArgumentException">a length is not a multiple of its row's, or the numbers of rows
    /// differ.</exception>
    public void PredictBatch(ReadOnlySpan<T> inputs, Span<T> outputs);

    /// <summary>Computes the loss for one sample.</summary>
    /// <param name="input">the input, of length <see cref="InputSize"/>.</param>
    /// <param name="target">the wanted output, of length <see cref="OutputSize"/>.</param>
    /// <returns>the loss.</returns>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public T Loss(ReadOnlySpan<T> input, ReadOnlySpan<T> target);

    /// <summary>Computes the gradient of the loss of one sample with respect to the parameters.</summary>
    /// <param name="input">the input, of length <see cref="InputSize"/>.</param>
    /// <param name="target">the wanted output, of length <see cref="OutputSize"/>.</param>
    /// <param name="gradient">receives the gradient, of length <see cref="ParameterCount"/>, in the order of
    /// <see cref="Parameters"/>.</param>
    /// <returns>the loss.</returns>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public T Gradient(ReadOnlySpan<T> input, ReadOnlySpan<T> target, Span<T> gradient);

    /// <summary>Computes the gradient of the mean loss of a number of samples with respect to the parameters.</summary>
    /// <param name="inputs">the inputs, row-major [rows, <see cref="InputSize"/>].</param>
    /// <param name="targets">the wanted outputs, row-major [rows, <see cref="OutputSize"/>].</param>
    /// <param name="gradient">receives the gradient, of length <see cref="ParameterCount"/>.</param>
    /// <returns>the mean loss.</returns>
    /// <exception cref="ArgumentException">a length is wrong, the numbers of rows differ, or there is no row.</exception>
    public T GradientBatch(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, Span<T> gradient);

    /// <summary>Computes the gradient that a step of training uses: with dropout, and with a weight per sample.</summary>
    /// <remarks>The loss is Σ weightᵣ·lossᵣ / rows. Dropout zeroes each value with its layer's rate and divides the others by
    /// 1 - rate (Srivastava et al. 2014, inverted); which ones depends on the seed only.</remarks>
    /// <param name="inputs">the inputs, row-major [rows, <see cref="InputSize"/>].</param>
    /// <param name="targets">the wanted outputs, row-major [rows, <see cref="OutputSize"/>].</param>
    /// <param name="weights">a weight per row, or nothing for weights of 1.</param>
    /// <param name="seed">the seed of dropout; the same seed drops the same values.</param>
    /// <param name="gradient">receives the gradient, of length <see cref="ParameterCount"/>.</param>
    /// <returns>the mean loss.</returns>
    /// <exception cref="ArgumentException">a length is wrong, the numbers of rows differ, or there is no row.</exception>
    public T TrainingGradient(ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> weights, int seed, Span<T> gradient);

    /// <summary>Computes the derivative of each output with respect to each input, for one input.</summary>
    /// <param name="input">the input, of length <see cref="InputSize"/>.</param>
    /// <param name="jacobian">receives the derivatives, row-major [<see cref="OutputSize"/>, <see cref="InputSize"/>].</param>
    /// <exception cref="ArgumentException">a length is wrong.</exception>
    public void InputJacobian(ReadOnlySpan<T> input, Span<T> jacobian);

    /// <summary>Writes the network as a <c>.nn.json</c> file that the next build can bake in; every number reads back to the
    /// same bits.</summary>
    /// <param name="stream">where to write; it stays open.</param>
    /// <exception cref="InvalidOperationException">a number is one that the build would refuse, such as NaN, or a normalisation has
    /// no numbers yet; nothing is written then.</exception>
    public void Save(Stream stream);

    /// <summary>Reads the parameters and the statistics from a <c>.nn.json</c> file of a network with the same layers.</summary>
    /// <param name="stream">where to read; it stays open.</param>
    /// <exception cref="FormatException">the file is no such file, its layers differ, or it has the network's inputs, outputs or labels
    /// in another order; nothing has changed then.</exception>
    public void Load(Stream stream);
}
