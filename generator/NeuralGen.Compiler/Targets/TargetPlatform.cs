namespace NeuralGen.Compiler.Targets;

/// <summary>What the project offers to generated code, probed member by member and never guessed from a framework's name.</summary>
/// <param name="HasSpan">Whether spans exist.</param>
/// <param name="HasMathF">Whether <c>MathF</c> exists.</param>
/// <param name="HasConstantSpans">Whether the compiler turns arrays of numbers into spans over constant data.</param>
/// <param name="HasStaticInterface">Whether the interface with static members exists and the language knows it.</param>
/// <param name="HasNullable">Whether the language knows nullable annotations.</param>
/// <param name="HasVectors">Whether the runtime library computes with hardware vectors.</param>
/// <param name="HasMaxNative">Whether numbers have a maximum in one instruction.</param>
/// <param name="HasVectorEstimates">Whether the framework's vectors have products with sums, and maxima, in one instruction.</param>
/// <param name="HasBase64">Whether bytes can be written as base64 in UTF-8, and read back.</param>
/// <param name="HasLibrary">Whether the runtime library has what generated code calls.</param>
/// <param name="SkipsClearing">Whether methods may say that what they take of the stack is not cleared: where unsafe code is allowed.</param>
/// <param name="HasGradients">Whether networks that do not say it themselves have members for the loss and derivatives.</param>
internal sealed record TargetPlatform(bool HasSpan, bool HasMathF, bool HasConstantSpans, bool HasStaticInterface, bool HasNullable,
    bool HasVectors = false, bool HasMaxNative = false, bool HasVectorEstimates = false, bool HasBase64 = false, bool HasLibrary = true, bool SkipsClearing = false, bool HasGradients = true);
