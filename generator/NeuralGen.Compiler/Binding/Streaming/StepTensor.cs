namespace NeuralGen.Compiler.Binding.Streaming;

/// <summary>What a tensor of a network over sequences becomes in the network of one call.</summary>
/// <param name="Index">The tensor there.</param>
/// <param name="Axis">The axis that is time; -1 where there is none.</param>
/// <param name="Stride">How many steps of the input one step of it stands for.</param>
internal sealed record StepTensor(int Index, int Axis, int Stride)
{
    /// <summary>Steps of zeros that stand before the first, and that the state begins with.</summary>
    public int Lead { get; init; }

    /// <summary>The units of the recurrent layer whose results it holds, hidden states and the cell state behind them; 0 for other tensors.</summary>
    public int ResultUnits { get; init; }

    /// <summary>Whether it has a value for each step.</summary>
    public bool IsSequence => Axis >= 0;
}
