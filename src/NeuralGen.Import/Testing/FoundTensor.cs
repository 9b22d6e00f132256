namespace NeuralGen.Import.Testing;

/// <summary>The values of one input or output of an example.</summary>
/// <param name="Name">The model's name; null where the example does not say it, since there is only one.</param>
/// <param name="Values">The values, in row-major order.</param>
/// <param name="Shape">Their shape; null where only their number is known.</param>
internal sealed record FoundTensor(string? Name, double[] Values, int[]? Shape);
