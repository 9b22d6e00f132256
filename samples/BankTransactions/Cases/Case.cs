namespace BankTransactions.Cases;

/// <summary>A worked number of the source material beside the generated code that gives it.</summary>
/// <param name="Name">The case's name in the file of cases.</param>
/// <param name="Declaration">How the network is declared.</param>
/// <param name="Predict">The generated code for one row.</param>
internal sealed record Case(string Name, string Declaration, Func<double[], double> Predict);
