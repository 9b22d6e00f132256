namespace NoughtsAndCrosses;

/// <summary>Moves where the compiled policy sees most.</summary>
internal sealed class PolicyPlayer
{
    private readonly float[] _input = new float[Policy.InputSize];
    private readonly float[] _shares = new float[Policy.OutputSize];

    /// <summary>How sure the policy was of each place, at the last move.</summary>
    public ReadOnlySpan<float> Shares => _shares;

    /// <summary>The free place that the policy likes best.</summary>
    public int Choose(Board board)
    {
        board.Describe(_input);
        Policy.Predict(_input, _shares);
        return board.Free.MaxBy(place => _shares[place]);
    }
}
