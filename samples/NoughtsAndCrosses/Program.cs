using System.Globalization;
using NoughtsAndCrosses;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Games = 2000;
PolicyPlayer policy = new();
if (args is ["play"])
{
    Play(policy);
    return 0;
}

// A game of the policy against itself, move by move.
Board shown = new();
while (!shown.IsOver)
{
    string mark = shown.Side == 1 ? "X" : "O";
    int place = policy.Choose(shown);
    shown.Move(place);
    Console.WriteLine($"{mark} takes {place + 1}, {policy.Shares[place]:P0} sure");
    Console.WriteLine(shown);
    Console.WriteLine();
}

Console.WriteLine(shown.Winner == 0 ? "Nobody wins, as between good players." : "Somebody made a mistake.");

// Many games against one who moves at random, each side beginning in every other.
Random random = new(1);
int[] results = new int[3];
for (int game = 0; game < Games; game++)
{
    int side = game % 2 == 0 ? 1 : -1;
    Board board = new();
    while (!board.IsOver)
    {
        IReadOnlyList<int> free = board.Free;
        board.Move(board.Side == side ? policy.Choose(board) : free[random.Next(free.Count)]);
    }

    results[(board.Winner * side) + 1]++;
}

Console.WriteLine($"Against moves at random, {Games} games: {results[2]} won, {results[1]} drawn, {results[0]} lost.");
return shown.Winner == 0 && results[0] == 0 ? 0 : 1;

static void Play(PolicyPlayer policy)
{
    Board board = new();
    while (!board.IsOver)
    {
        Console.WriteLine(board);
        Console.Write("Your place: ");
        if (Console.ReadLine() is not { } line)
        {
            return;
        }

        if (!int.TryParse(line, CultureInfo.InvariantCulture, out int place) || !board.Free.Contains(place - 1))
        {
            Console.WriteLine("Say the number of a free place.");
            continue;
        }

        board.Move(place - 1);
        if (!board.IsOver)
        {
            board.Move(policy.Choose(board));
        }
    }

    Console.WriteLine(board);
    Console.WriteLine(board.Winner switch { 1 => "You win.", -1 => "You lose.", _ => "Nobody wins." });
}
