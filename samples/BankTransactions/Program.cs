using System.Globalization;
using BankTransactions.Cases;
using BankTransactions.Networks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CaseFile file = new();
Case[] cases =
[
    new("linear_bank", "attribute per node", row => LinearBank.Predict(children: row[0], accounts: row[1])),
    new("linear_two_three", "attribute per layer", row => LinearTwoThree.Predict(row[0], row[1])),
    new("relu_bank", "attribute per layer", row => ReluBank.Predict(children: row[0], accounts: row[1])),
    new("relu_bank", "attribute per node", row => ReluBankByNodes.Predict(children: row[0], accounts: row[1])),
    new("relu_bank", "class and file", row => ReluBankByFile.Predict(children: row[0], accounts: row[1])),
    new("relu_hidden", "attribute per node", row => ReluHidden.Predict(row)),
    new("tanh_two_three", "file, layers", row => TanhTwoThree.Predict(row)),
    new("tanh_minus_one_two", "file, nodes", row => TanhMinusOneTwo.Predict(row)),
    new("rows_bank", "attribute per node", row => RowsBank.Predict(children: row[0], accounts: row[1])),
    new("rows_three_three", "file, layers", row => RowsThreeThree.Predict(row)),
    new("two_hidden_layers_182", "attribute per node", row => TwoHiddenLayers.Predict(children: row[0], accounts: row[1])),
    new("two_hidden_layers_364", "attribute per layer", row => TwoHiddenLayersOtherWeights.Predict(children: row[0], accounts: row[1])),
    new("two_hidden_layers_identity_299", "file, nodes", row => TwoHiddenLayersIdentity.Predict(row)),
];

int numbers = 0;
int differences = 0;
Console.WriteLine($"{"case",-31} {"declared by",-20} {"input",-10} {"the source says",20} {"NeuralGen says",20}");
foreach (Case example in cases)
{
    (double[][] inputs, double[] expected) = file.Forward(example.Name);
    for (int row = 0; row < inputs.Length; row++)
    {
        Show(example.Name, example.Declaration, $"({string.Join(", ", inputs[row])})", expected[row], example.Predict(inputs[row]));
    }
}

(double[] at, double[] values) = file.Activation("relu");
for (int i = 0; i < at.Length; i++)
{
    Show("relu", "file, layers", $"({at[i]})", values[i], Relu.Predict(x: at[i]));
}

// A whole table of customers in one call, row behind row.
(double[][] customers, double[] transactions) = file.Forward("rows_bank");
double[] outputs = new double[customers.Length];
RowsBank.PredictBatch([.. customers.SelectMany(customer => customer)], outputs);
for (int i = 0; i < outputs.Length; i++)
{
    Show("rows_bank", "PredictBatch", $"({string.Join(", ", customers[i])})", transactions[i], outputs[i]);
}

string[] missing = [.. file.Names.Except(cases.Select(example => example.Name))];
Console.WriteLine();
Console.WriteLine($"{numbers} numbers, {differences} differences{(missing.Length > 0 ? $"; not shown: {string.Join(", ", missing)}" : "")}.");
Console.WriteLine();
Console.WriteLine("What the build wrote for two_hidden_layers_182:");
Console.WriteLine();
foreach (string line in GeneratedCode.Predict(nameof(TwoHiddenLayers)))
{
    Console.WriteLine("    " + line);
}

return differences + missing.Length == 0 ? 0 : 1;

void Show(string name, string declaration, string input, double expected, double actual)
{
    numbers++;
    differences += actual.Equals(expected) ? 0 : 1;
    Console.WriteLine($"{name,-31} {declaration,-20} {input,-10} {expected,20:R} {actual,20:R}{(actual.Equals(expected) ? "" : "  differs")}");
}
