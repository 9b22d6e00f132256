namespace NeuralGen.Generator.Emission;

/// <summary>How many numbers at once are written as constant data.</summary>
internal enum DataForm
{
    /// <summary>As text whose characters are the numbers' bytes: what the compiler reads fastest, by far.</summary>
    Text,

    /// <summary>As hexadecimal integers, for projects whose text would exceed what an assembly holds.</summary>
    Packed,
}
