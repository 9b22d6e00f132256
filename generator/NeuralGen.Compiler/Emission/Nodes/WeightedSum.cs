using NeuralGen.Compiler.Networks.Numbers;

namespace NeuralGen.Compiler.Emission.Nodes;

/// <summary>Writes the sum of some products of weights and values, and a bias, as a local variable.</summary>
/// <param name="block">The method body.</param>
/// <param name="weights">The weights.</param>
/// <param name="bias">The biases; null for none.</param>
internal sealed class WeightedSum(UnrolledBlock block, NetworkNumbers weights, NetworkNumbers? bias)
{
    /// <summary>Writes the sum.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="products">The position of each weight, and that of the value that it belongs to.</param>
    /// <param name="unit">The position of the bias.</param>
    /// <param name="inputs">The operands that hold the values.</param>
    public void Write(string name, IEnumerable<(int Weight, int Input)> products, int unit, string?[] inputs) =>
        block.Sum(name, Terms(products, unit, inputs));

    /// <summary>The terms of the sum: products in their order, then the bias.</summary>
    /// <param name="products">The position of each weight, and that of the value that it belongs to.</param>
    /// <param name="unit">The position of the bias.</param>
    /// <param name="inputs">The operands that hold the values.</param>
    public List<string> Terms(IEnumerable<(int Weight, int Input)> products, int unit, string?[] inputs)
    {
        List<string> terms = [];
        foreach ((int weight, int input) in products)
        {
            if (!block.AreConstant)
            {
                terms.Add($"{(terms.Count == 0 ? "" : "+ ")}{block.Number(weights, weight)} * {inputs[input]}");
            }
            else if (weights[weight] != 0)
            {
                double magnitude = Math.Abs(weights[weight]);
                string product = magnitude == 1 ? inputs[input]! : $"{block.Arithmetic.Literal(magnitude)} * {inputs[input]}";
                terms.Add(Sign(weights[weight], terms.Count == 0) + product);
            }
        }

        if (bias is not null && !block.AreConstant)
        {
            terms.Add($"{(terms.Count == 0 ? "" : "+ ")}{block.Number(bias, unit)}");
        }
        else if (bias is not null && (bias[unit] != 0 || terms.Count == 0))
        {
            terms.Add(Sign(bias[unit], terms.Count == 0) + block.Arithmetic.Literal(Math.Abs(bias[unit])));
        }

        if (terms.Count == 0)
        {
            terms.Add(block.Arithmetic.Literal(0));
        }

        return terms;
    }

    private static string Sign(double value, bool isFirst) => value < 0 ? (isFirst ? "-" : "- ") : isFirst ? "" : "+ ";
}
