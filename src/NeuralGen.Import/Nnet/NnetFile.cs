namespace NeuralGen.Import.Nnet;

/// <summary>What an NNet file says.</summary>
/// <param name="Least">The least value of each input; smaller ones become it.</param>
/// <param name="Most">The largest value of each input; larger ones become it.</param>
/// <param name="Means">What is subtracted from each input, then what is added to all outputs.</param>
/// <param name="Ranges">What each input is divided by, then what all outputs are multiplied by.</param>
/// <param name="Layers">The weights, a row per unit, and the bias of each layer.</param>
internal sealed record NnetFile(double[] Least, double[] Most, double[] Means, double[] Ranges, IReadOnlyList<(double[][] Weights, double[] Bias)> Layers)
{
    /// <summary>How many inputs there are.</summary>
    public int Inputs => Least.Length;

    /// <summary>How many outputs there are.</summary>
    public int Outputs => Layers[Layers.Count - 1].Bias.Length;

    /// <summary>Reads a file: comments; layers, inputs, outputs and the largest layer; the sizes; a flag that nobody uses; limits, means, ranges; then of each layer its rows and biases.</summary>
    /// <exception cref="ImportException">It is none.</exception>
    public static NnetFile Read(NnetLines lines)
    {
        int[] header = lines.Sizes("the numbers of layers, inputs, outputs and of the largest layer", 4);
        double[] sizes = lines.Numbers("the sizes of layers", header[0] == int.MaxValue ? null : header[0] + 1);
        int wrong = Array.FindIndex(sizes, size => !(size >= 1 && size <= int.MaxValue && size == Math.Floor(size)));
        if (wrong >= 0)
        {
            throw lines.Fail(FormattableString.Invariant($"{sizes[wrong]} among the sizes of layers is no size"));
        }

        int last = sizes.Length - 1;
        if (last < 1 || sizes[0] != header[1] || sizes[last] != header[2])
        {
            throw lines.Fail(FormattableString.Invariant($"the sizes lead from {sizes[0]} to {sizes[last]}, and the line before says {header[1]} inputs and {header[2]} outputs"));
        }

        lines.Numbers("flags", null);
        int inputs = header[1];
        double[] least = lines.Numbers("the least values of inputs", inputs);
        double[] most = lines.Numbers("the largest values of inputs", inputs);
        for (int i = 0; i < inputs; i++)
        {
            if (least[i] > most[i])
            {
                throw lines.Fail(FormattableString.Invariant($"the largest value of input {i}, {most[i]}, is below its least, {least[i]}"));
            }
        }

        int scaled = inputs == int.MaxValue ? inputs : inputs + 1;
        double[] means = lines.Numbers("the means of inputs and of outputs", scaled);
        double[] ranges = lines.Numbers("the ranges of inputs and of outputs", scaled);
        int zero = Array.IndexOf(ranges, 0.0);
        if (zero >= 0)
        {
            throw lines.Fail(FormattableString.Invariant($"the range of {(zero < inputs ? FormattableString.Invariant($"input {zero}") : "outputs")} is 0"));
        }

        List<(double[][] Weights, double[] Bias)> layers = [];
        for (int layer = 1; layer < sizes.Length; layer++)
        {
            // Lists that grow: a size that lies costs no memory before the file ends.
            List<double[]> weights = [];
            List<double> bias = [];
            while (weights.Count < sizes[layer])
            {
                weights.Add(lines.Numbers(FormattableString.Invariant($"the weights of layer {layer}, unit {weights.Count}"), (int)sizes[layer - 1]));
            }

            while (bias.Count < sizes[layer])
            {
                bias.AddRange(lines.Numbers(FormattableString.Invariant($"the bias of layer {layer}, unit {bias.Count}"), 1));
            }

            layers.Add(([.. weights], [.. bias]));
        }

        lines.End();
        return new NnetFile(least, most, means, ranges, layers);
    }
}
