namespace NeuralGen.Compiler.Networks.Operations;

/// <summary>What a recurrent layer does at each step.</summary>
internal enum RecurrentCell
{
    /// <summary>One activation of what comes from the input and from the step before (Elman 1990).</summary>
    Rnn,

    /// <summary>A reset gate, an update gate and a candidate (Cho et al. 2014).</summary>
    Gru,

    /// <summary>An input gate, a forget gate, a candidate and an output gate around a cell (Hochreiter and Schmidhuber 1997; Gers et al. 2000).</summary>
    Lstm,
}
