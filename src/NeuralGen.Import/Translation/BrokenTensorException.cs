namespace NeuralGen.Import.Translation;

/// <summary>Ends the translation of a node of which a part has failed and been reported.</summary>
internal sealed class BrokenTensorException : Exception;
