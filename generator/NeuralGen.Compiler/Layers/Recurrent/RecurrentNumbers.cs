using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Layers.Recurrent;

/// <summary>The numbers of one layer and direction.</summary>
/// <param name="Suffix">What their names end with.</param>
/// <param name="Weights">[gates·units, features].</param>
/// <param name="RecurrentWeights">[gates·units, units].</param>
/// <param name="Bias">A value per row of the weights, or null.</param>
/// <param name="RecurrentBias">A value per row of the recurrent weights, or null.</param>
/// <param name="Peepholes">[3·units], or null.</param>
/// <param name="AreDeclared">Whether the weights are declared; if not, training finds them.</param>
internal sealed record RecurrentNumbers(
    string Suffix, NumberArray Weights, NumberArray RecurrentWeights, NumberArray? Bias, NumberArray? RecurrentBias, NumberArray? Peepholes, bool AreDeclared)
{
    /// <summary>Binds them; null after a problem.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="suffix">What their names end with.</param>
    /// <param name="gates">How many sums a unit has.</param>
    /// <param name="features">How many values a step of the input has; null when a mistake hides it.</param>
    /// <param name="units">How many values the hidden state has; null when a mistake hides it.</param>
    public static RecurrentNumbers? Bind(LayerBinding layer, string suffix, int gates, int? features, int? units)
    {
        WeightReader reader = new(layer, layer.Type);
        int? sums = gates * units;
        double? absent = layer.IsTrainable ? 0 : null;
        bool areDeclared = layer.Find("weights" + suffix) is not null;
        NumberArray? weights = reader.Tensor("weights" + suffix, Of(sums, features), areDeclared ? null : absent);
        NumberArray? recurrent = reader.Tensor("recurrent_weights" + suffix, Of(sums, units), areDeclared ? null : absent);
        bool isSound = weights is not null && recurrent is not null;
        bool? uses = (layer.Find("use_bias") as DeclaredFlag)?.Value;
        NumberArray? Bias(string argument)
        {
            bool isGiven = layer.Find(argument + suffix) is not null;
            if (isGiven && uses == false)
            {
                layer.Report(
                    WeightRules.OutOfRange, layer.Place.Key("use_bias"), $"'{layer.Spell("use_bias")}' of layer '{layer.Name}'", "false", $"true or left out, since the layer has a '{layer.Spell(argument + suffix)}'");
            }

            // What training is to find has the biases that PyTorch's layers have.
            if (!isGiven && !(layer.IsTrainable && (uses ?? !areDeclared)))
            {
                return null;
            }

            NumberArray? values = layer.Numbers(argument + suffix, sums, 0);
            isSound &= values is not null;
            return values;
        }

        NumberArray? bias = Bias("bias");
        NumberArray? recurrentBias = Bias("recurrent_bias");
        NumberArray? peepholes = gates == RecurrentOperation.GatesOf(RecurrentCell.Lstm) && layer.Find("peepholes" + suffix) is not null ? layer.Numbers("peepholes" + suffix, 3 * units) : null;
        isSound &= peepholes is not null || layer.Find("peepholes" + suffix) is null;
        return isSound ? new RecurrentNumbers(suffix, weights!, recurrent!, bias, recurrentBias, peepholes, areDeclared) : null;
    }

    private static Shape? Of(int? rows, int? columns) => rows is { } height && columns is { } width ? Shape.Of(height, width) : null;
}
