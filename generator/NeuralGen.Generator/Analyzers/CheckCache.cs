using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Generator.Analyzers;

/// <summary>
/// Remembers what checks of networks found, so that a keystroke elsewhere binds and tests none again. Holds declarations and
/// problems only, by value: no compilation, symbol, syntax tree or text.
/// </summary>
internal sealed class CheckCache
{
    /// <summary>How many checks of one network are kept: those of an edit and its undoing, on two platforms.</summary>
    private const int MostOfNetwork = 4;

    /// <summary>How many numbers the kept declarations may have: 256 MB, most of it shared with what was read from open files.</summary>
    private const long MostNumbers = 32L << 20;

    private readonly object _lock = new();
    private readonly Dictionary<NetworkCheck, LinkedListNode<CheckResult>> _known = [];

    /// <summary>The results, the one used last first.</summary>
    private readonly LinkedList<CheckResult> _recent = [];

    private readonly long _mostNumbers;
    private long _numbers;
    private int _runs;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="mostNumbers">How many numbers the kept declarations may have; the last one is kept in any case.</param>
    public CheckCache(long mostNumbers = MostNumbers) => _mostNumbers = mostNumbers;

    /// <summary>The cache of all projects.</summary>
    public static CheckCache Shared { get; } = new();

    /// <summary>How many checks were not known and had to run.</summary>
    public int Runs => Volatile.Read(ref _runs);

    /// <summary>How many results are kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _recent.Count;
            }
        }
    }

    /// <summary>What a check finds; it runs if it is not known.</summary>
    /// <param name="check">The check.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept then.</param>
    public IReadOnlyList<Problem> Problems(NetworkCheck check, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(check, out LinkedListNode<CheckResult>? found))
            {
                _recent.Remove(found);
                _recent.AddFirst(found);
                return found.Value.Problems;
            }
        }

        // Outside the lock: other networks need not wait, and that two threads do the same work is rare and harmless.
        Interlocked.Increment(ref _runs);
        CheckResult result = new(check, check.Run(cancellationToken));
        lock (_lock)
        {
            if (!_known.ContainsKey(check))
            {
                _known.Add(check, _recent.AddFirst(result));
                _numbers += result.Numbers;
                Trim(check);
            }
        }

        return result.Problems;
    }

    /// <summary>Drops old versions of a network that was added, then what was not used for longest.</summary>
    private void Trim(NetworkCheck added)
    {
        int versions = 0;
        for (LinkedListNode<CheckResult>? node = _recent.First; node is not null;)
        {
            LinkedListNode<CheckResult>? next = node.Next;
            NetworkCheck check = node.Value.Check;
            if (check.FileName == added.FileName && check.Target.FullName == added.Target.FullName && ++versions > MostOfNetwork)
            {
                Drop(node);
            }

            node = next;
        }

        while (_numbers > _mostNumbers && _recent.Count > 1)
        {
            Drop(_recent.Last!);
        }
    }

    private void Drop(LinkedListNode<CheckResult> node)
    {
        _recent.Remove(node);
        _known.Remove(node.Value.Check);
        _numbers -= node.Value.Numbers;
    }
}
