namespace NeuralGen.Import.Tests.Operators;

/// <summary>RNN, GRU and LSTM by the formulas of the ONNX standard, sequence by sequence in double precision.</summary>
/// <param name="model">The model.</param>
internal sealed class RecurrentDefinition(RecurrentCase model)
{
    private const int Units = RecurrentCase.Units;

    /// <summary>Computes Y, Y_h and, of an LSTM, Y_c.</summary>
    public double[][] Compute()
    {
        int directions = model.Directions;
        double[] y = new double[RecurrentCase.Steps * directions * model.Batch * Units];
        double[] hidden = new double[directions * model.Batch * Units];
        double[] cell = new double[hidden.Length];
        for (int direction = 0; direction < directions; direction++)
        {
            for (int sample = 0; sample < model.Batch; sample++)
            {
                int start = State(direction, sample);
                double[] h = [.. Enumerable.Range(0, Units).Select(unit => (double)(model.Hidden?[start + unit] ?? 0))];
                double[] c = [.. Enumerable.Range(0, Units).Select(unit => (double)(model.Cell?[start + unit] ?? 0))];
                bool isReverse = direction == 1 || model.Direction == "reverse";
                for (int i = 0; i < model.Lengths[sample]; i++)
                {
                    int step = isReverse ? model.Lengths[sample] - 1 - i : i;
                    (h, c) = Step(direction, Input(sample, step), h, c);
                    int row = model.IsBatchFirst ? ((sample * RecurrentCase.Steps) + step) * directions + direction : ((step * directions) + direction) * model.Batch + sample;
                    h.CopyTo(y, row * Units);
                }

                // ONNX Runtime gives zeros where there was no step; the standard is silent.
                if (model.Lengths[sample] > 0)
                {
                    h.CopyTo(hidden, start);
                    c.CopyTo(cell, start);
                }
            }
        }

        return model.Name == "LSTM" ? [y, hidden, cell] : [y, hidden];
    }

    private int State(int direction, int sample) => (model.IsBatchFirst ? (sample * model.Directions) + direction : (direction * model.Batch) + sample) * Units;

    private double[] Input(int sample, int step)
    {
        int row = model.IsBatchFirst ? (sample * RecurrentCase.Steps) + step : (step * model.Batch) + sample;
        return [.. model.X.Skip(row * RecurrentCase.Features).Take(RecurrentCase.Features).Select(value => (double)value)];
    }

    private (double[] Hidden, double[] Cell) Step(int direction, double[] x, double[] h, double[] c)
    {
        double[] Gate(Func<int, double> value) => [.. Enumerable.Range(0, Units).Select(value)];
        double W(int gate, int unit) => Dot(model.W, (direction * model.Sums) + (gate * Units) + unit, x) + (model.B?[(direction * 2 * model.Sums) + (gate * Units) + unit] ?? 0);
        double R(int gate, int unit, double[] state) => Dot(model.R, (direction * model.Sums) + (gate * Units) + unit, state) + (model.B?[(((direction * 2) + 1) * model.Sums) + (gate * Units) + unit] ?? 0);
        double P(int gate, int unit, double[] state) => (model.Peepholes?[(direction * 3 * Units) + (gate * Units) + unit] ?? 0) * state[unit];
        double F(int function, double value) => Apply(direction, function, value);
        if (model.Name == "RNN")
        {
            return (Gate(unit => F(0, W(0, unit) + R(0, unit, h))), c);
        }

        if (model.Name == "GRU")
        {
            double[] z = Gate(unit => F(0, W(0, unit) + R(0, unit, h)));
            double[] r = Gate(unit => F(0, W(1, unit) + R(1, unit, h)));
            double[] reset = Gate(unit => r[unit] * h[unit]);
            double[] n = Gate(unit => F(1, W(2, unit) + (model.IsFlagSet ? r[unit] * R(2, unit, h) : R(2, unit, reset))));
            return (Gate(unit => ((1 - z[unit]) * n[unit]) + (z[unit] * h[unit])), c);
        }

        // Gates stand in the order i, o, f, c; peepholes in i, o, f.
        double[] input = Gate(unit => F(0, W(0, unit) + R(0, unit, h) + P(0, unit, c)));
        double[] forget = Gate(unit => model.IsFlagSet ? 1 - input[unit] : F(0, W(2, unit) + R(2, unit, h) + P(2, unit, c)));
        double[] next = Gate(unit => (forget[unit] * c[unit]) + (input[unit] * F(1, W(3, unit) + R(3, unit, h))));
        // Bounds hold for what gates and candidates read, as ONNX Runtime takes it; the standard does not say it of the cell state.
        double[] output = Gate(unit => F(0, W(1, unit) + R(1, unit, h) + P(1, unit, next)));
        return (Gate(unit => output[unit] * Function(direction, 2, next[unit])), next);
    }

    private static double Dot(float[] matrix, int row, double[] vector) => vector.Select((value, i) => matrix[(row * vector.Length) + i] * value).Sum();

    private double Apply(int direction, int function, double value) => Function(direction, function, model.Clip > 0 ? Math.Clamp(value, -model.Clip, model.Clip) : value);

    private double Function(int direction, int function, double x)
    {
        (string name, float[] arguments) = model.Activations[(direction * model.Activations.Length / model.Directions) + function];
        return name switch
        {
            "Tanh" => Math.Tanh(x),
            "Sigmoid" => 1 / (1 + Math.Exp(-x)),
            "Relu" => Math.Max(0, x),
            "Softsign" => x / (1 + Math.Abs(x)),
            "Softplus" => Math.Log(1 + Math.Exp(x)),
            "LeakyRelu" => x < 0 ? arguments[0] * x : x,
            "ThresholdedRelu" => x > arguments[0] ? x : 0,
            "Elu" => x < 0 ? arguments[0] * (Math.Exp(x) - 1) : x,
            "HardSigmoid" => Math.Clamp((arguments[0] * x) + arguments[1], 0, 1),
            "Affine" => (arguments[0] * x) + arguments[1],
            "ScaledTanh" => arguments[0] * Math.Tanh(arguments[1] * x),
            _ => throw new NotSupportedException(name),
        };
    }
}
