namespace NeuralGen.Tool.Predicting;

/// <summary>Why a row cannot be predicted.</summary>
/// <param name="Line">The physical line on which it begins, from 1.</param>
/// <param name="Message">What is wrong, with the column where one is.</param>
internal sealed record RowError(long Line, string Message);
