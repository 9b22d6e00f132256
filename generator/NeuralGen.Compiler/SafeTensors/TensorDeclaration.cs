namespace NeuralGen.Compiler.SafeTensors;

/// <summary>A tensor that is to be written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Shape">Its dimensions; none for a scalar.</param>
internal sealed record TensorDeclaration(string Name, DataType Type, IReadOnlyList<long> Shape);
