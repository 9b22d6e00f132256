using BankTransactions.Networks;

Console.WriteLine(TwoHiddenLayers.Predict(3, 5));
Console.WriteLine(Bank.Predict(3, 5));
Console.WriteLine(BankTransactions.Iris.Classify([5, 3, 2, 1]));
