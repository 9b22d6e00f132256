namespace NoughtsAndCrosses;

/// <summary>Nine places: 0 free, 1 a cross, -1 a nought.</summary>
internal sealed class Board
{
    private static readonly int[][] Lines = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]];

    private readonly int[] _places = new int[9];

    /// <summary>Who moves: 1 or -1. Crosses begin.</summary>
    public int Side { get; private set; } = 1;

    /// <summary>The free places.</summary>
    public IReadOnlyList<int> Free => [.. Enumerable.Range(0, 9).Where(place => _places[place] == 0)];

    /// <summary>Who has three in a line; 0 for nobody.</summary>
    public int Winner => Lines.Select(line => line.Sum(place => _places[place])).FirstOrDefault(sum => Math.Abs(sum) == 3) / 3;

    /// <summary>Whether nobody can move any more.</summary>
    public bool IsOver => Winner != 0 || Free.Count == 0;

    /// <summary>Sets a mark of who moves; then the other side does.</summary>
    public void Move(int place)
    {
        if (_places[place] != 0)
        {
            throw new ArgumentException($"place {place + 1} is taken", nameof(place));
        }

        _places[place] = Side;
        Side = -Side;
    }

    /// <summary>The board as the policy sees it: where the marks of who moves are, then where the other's are.</summary>
    public void Describe(Span<float> input)
    {
        for (int place = 0; place < 9; place++)
        {
            input[place] = _places[place] == Side ? 1 : 0;
            input[9 + place] = _places[place] == -Side ? 1 : 0;
        }
    }

    /// <summary>The board in three lines; free places have their numbers.</summary>
    public override string ToString() => string.Join('\n', Enumerable.Range(0, 3).Select(row => string.Join(' ', Enumerable.Range(3 * row, 3).Select(place => _places[place] switch
    {
        1 => "X",
        -1 => "O",
        _ => (place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
    }))));
}
