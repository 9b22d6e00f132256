namespace NeuralGen.Import.Writing;

/// <summary>A text that is JSON already.</summary>
/// <param name="Text">The text.</param>
internal sealed record JsonFragment(string Text);
