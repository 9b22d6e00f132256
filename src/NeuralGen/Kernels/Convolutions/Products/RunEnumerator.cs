namespace NeuralGen.Kernels.Convolutions.Products;

/// <summary>Goes through the taps of a pixel by runs, of each of which it gives the first.</summary>
internal ref struct RunEnumerator
{
    private readonly int _taps;
    private TapEnumerator _enumerator;
    private bool _isStarted;

    public RunEnumerator(TapEnumerator enumerator, int taps)
    {
        _enumerator = enumerator;
        _taps = taps;
    }

    public readonly (int Tap, int Pixel) Current => _enumerator.Current;

    public readonly RunEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        int steps = _isStarted ? _taps : 1;
        _isStarted = true;
        for (int step = 0; step < steps; step++)
        {
            if (!_enumerator.MoveNext())
            {
                return false;
            }
        }

        return true;
    }
}
