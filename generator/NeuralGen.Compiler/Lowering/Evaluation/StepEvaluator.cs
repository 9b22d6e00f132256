using NeuralGen.Compiler.Networks;

namespace NeuralGen.Compiler.Lowering.Evaluation;

/// <summary>Computes a network with a state for several steps, from the beginning.</summary>
/// <param name="network">The network.</param>
/// <param name="predict">Computes one step: from the inputs, with the states behind them, to the outputs and the next states.</param>
internal sealed class StepEvaluator(Network network, Func<double[][], double[][]> predict)
{
    /// <summary>The outputs of all steps, one behind the other.</summary>
    /// <param name="inputs">The values of each input for all steps.</param>
    /// <param name="steps">How many steps there are.</param>
    public double[][] Predict(double[][] inputs, int steps)
    {
        int ports = network.PortCount;
        double[][] states = [.. network.Tensors.Skip(ports).Take(network.States.Count).Select(tensor => new double[tensor.Size])];
        List<double>[] outputs = [.. Enumerable.Range(0, network.OutputTensors.Count - states.Length).Select(_ => new List<double>())];
        for (int step = 0; step < steps; step++)
        {
            IEnumerable<double[]> now = inputs.Select((values, i) => values.Skip(step * network.Tensors[i].Size).Take(network.Tensors[i].Size).ToArray());
            double[][] results = predict([.. now, .. states]);
            for (int i = 0; i < outputs.Length; i++)
            {
                outputs[i].AddRange(results[i]);
            }

            states = [.. results.Skip(outputs.Length)];
        }

        return [.. outputs.Select(values => values.ToArray())];
    }
}
