namespace NeuralGen.Compiler.Networks;

/// <summary>A loss function with its parameter.</summary>
/// <param name="Kind">Which function.</param>
/// <param name="Delta">Where Huber's loss turns from squared to absolute; 1 for the others.</param>
internal sealed record Loss(LossKind Kind, double Delta);
