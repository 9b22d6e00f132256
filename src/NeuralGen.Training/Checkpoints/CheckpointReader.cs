using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralGen.Training;

/// <summary>Reads the content of a state. Its checksum was right, but a program may have written nonsense, so every length is
/// checked against what is left.</summary>
internal sealed class CheckpointReader<T>(byte[] content) : IDisposable
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BinaryReader _reader = new(new MemoryStream(content));

    public TrainingCheckpoint<T> Read()
    {
        try
        {
            TrainingState<T> state = ReadContent();
            RequireConsistent(state);
            return new(state);
        }
        catch (Exception exception) when (exception is EndOfStreamException or ArgumentException or IOException)
        {
            throw new FormatException("The training checkpoint is damaged: its values do not fit together.", exception);
        }
    }

    public void Dispose() => _reader.Dispose();

    private static void RequireConsistent(TrainingState<T> state)
    {
        TrainingPosition position = state.Position;
        int count = state.Parameters.Length;
        bool isConsistent = position is { Epoch: >= 0, Batch: >= 0, Step: >= 0, LossRows: >= 0 }
            && state.LastGood.Length == count
            && (state.EpochStart.Length == 0 || state.EpochStart.Length == count)
            && (state.BestParameters.Length == 0 || state.BestParameters.Length == count)
            && (state.BestStart.Length == 0 || state.BestStart.Length == state.BestParameters.Length)
            && (state.OptimizerState.Length == 0 || (count > 0 && state.OptimizerState.Length % count == 0))
            && state.OptimizerSteps == position.Step
            && state.Results.Length == position.Epoch
            && state is { BestEpoch: >= 0, EpochsWithoutImprovement: >= 0, PlateauMultiplier: >= 0 and <= 1, PlateauEpochs: >= 0, PlateauCooldown: >= 0 };
        if (!isConsistent)
        {
            throw new FormatException("The training checkpoint is damaged: its values do not fit together.");
        }
    }

    private TrainingState<T> ReadContent()
    {
        CheckpointSettings settings = new(ReadList(2, () => KeyValuePair.Create(_reader.ReadString(), _reader.ReadString())));
        settings.RequireEqual(new([new("precision", typeof(T).Name)]));
        TrainingState<T> state = new()
        {
            Settings = settings,
            Position = new()
            {
                Epoch = _reader.ReadInt32(),
                Batch = _reader.ReadInt32(),
                Step = _reader.ReadInt64(),
                LossSum = _reader.ReadDouble(),
                LossRows = _reader.ReadInt64(),
            },
            LearningRate = _reader.ReadDouble(),
            Elapsed = TimeSpan.FromTicks(_reader.ReadInt64()),
            Parameters = ReadNumbers(),
            Statistics = ReadNumbers(),
            LastGood = ReadNumbers(),
            OptimizerSteps = _reader.ReadInt64(),
            OptimizerState = ReadNumbers(),
            BestEpoch = _reader.ReadInt32(),
            BestValue = _reader.ReadDouble(),
            EpochsWithoutImprovement = _reader.ReadInt32(),
            PlateauMultiplier = _reader.ReadDouble(),
            PlateauBest = _reader.ReadDouble(),
            PlateauEpochs = _reader.ReadInt32(),
            PlateauCooldown = _reader.ReadInt32(),
            EpochStart = ReadNumbers(),
            BestStart = ReadNumbers(),
            BestParameters = ReadNumbers(),
            Results = ReadList(33, ReadResult),
        };
        return _reader.BaseStream.Position == _reader.BaseStream.Length
            ? state
            : throw new FormatException("The training checkpoint is damaged: there is something after its end.");
    }

    private EpochResult ReadResult()
    {
        int epoch = _reader.ReadInt32();
        double loss = _reader.ReadDouble();
        bool isValidated = _reader.ReadBoolean();
        double validationLoss = _reader.ReadDouble();
        double learningRate = _reader.ReadDouble();
        Dictionary<string, double> metrics = new(ReadList(9, () => KeyValuePair.Create(_reader.ReadString(), _reader.ReadDouble())));
        return new(epoch, loss, isValidated ? validationLoss : null, learningRate, metrics);
    }

    private TItem[] ReadList<TItem>(int smallestItem, Func<TItem> read)
    {
        TItem[] items = new TItem[ReadCount(smallestItem)];
        for (int index = 0; index < items.Length; index++)
        {
            items[index] = read();
        }

        return items;
    }

    private T[] ReadNumbers()
    {
        T[] numbers = new T[ReadCount(Unsafe.SizeOf<T>())];
        Span<byte> bytes = MemoryMarshal.AsBytes(numbers.AsSpan());
        _reader.BaseStream.ReadExactly(bytes);
        CheckpointByteOrder.Normalize<T>(bytes);
        return numbers;
    }

    private int ReadCount(int smallestItem)
    {
        int count = _reader.ReadInt32();
        long left = _reader.BaseStream.Length - _reader.BaseStream.Position;
        return count >= 0 && (long)count * smallestItem <= left
            ? count
            : throw new FormatException(FormattableString.Invariant($"The training checkpoint is damaged: {count} items are in {left} bytes."));
    }
}
