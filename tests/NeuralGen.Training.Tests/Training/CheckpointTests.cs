using System.Security.Cryptography;
using NeuralGen.Training.Tests.Networks;

namespace NeuralGen.Training.Tests.Training;

public class CheckpointTests
{
    [Fact]
    public void AFlippedBitAnywhereIsNoticed()
    {
        byte[] bytes = Save();
        for (int index = 0; index < bytes.Length; index++)
        {
            byte[] damaged = [.. bytes];
            damaged[index] ^= 0x10;
            Assert.Throws<FormatException>(() => Load(damaged));
        }
    }

    [Fact]
    public void AMissingEndIsNoticed()
    {
        byte[] bytes = Save();
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<FormatException>(() => Load(bytes[..length]));
        }
    }

    [Fact]
    public void NonsenseWithARightChecksumIsNoticed()
    {
        byte[] bytes = Save();
        for (int index = 20; index + 4 <= bytes.Length - 32; index++)
        {
            byte[] damaged = [.. bytes];
            BitConverter.TryWriteBytes(damaged.AsSpan(index), int.MaxValue);
            SHA256.HashData(damaged.AsSpan(0, damaged.Length - 32), damaged.AsSpan(damaged.Length - 32));
            if (Record.Exception(() => Resume(Load(damaged))) is { } exception)
            {
                Assert.True(exception is FormatException or ArgumentException or TrainingDivergedException, exception.ToString());
            }
        }
    }

    [Fact]
    public void OtherFilesAreNoCheckpoints() =>
        Assert.Contains("no training checkpoint", Assert.Throws<FormatException>(() => Load(new byte[100])).Message, StringComparison.Ordinal);

    [Fact]
    public void OtherTypesOfNumbersAreNamed()
    {
        using MemoryStream stream = new(Save());
        FormatException exception = Assert.Throws<FormatException>(() => TrainingCheckpoint.Load<double>(stream));
        Assert.Contains("precision is 'Single', here it is 'Double'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherTrainingIsNamed()
    {
        Check("parameters is '4', here it is '3'", new SgdOptimizer<float>(), Options(), inputSize: 2);
        Check("optimizer is 'SGD", new AdamOptimizer<float>(), Options());
        Check("optimizer is 'SGD", new SgdOptimizer<float> { Momentum = 0.5 }, Options());
        Check("batch size is '4', here it is '5'", new SgdOptimizer<float>(), Options(batchSize: 5));
        Check("seed is '0', here it is '1'", new SgdOptimizer<float>(), Options(seed: 1));
        Check("learning rate is 'constant 0.001', here it is 'constant 0.5'", new SgdOptimizer<float>(), Options(rate: 0.5));
        Check("training rows is '9', here it is '8'", new SgdOptimizer<float>(), Options(), rows: 8);
    }

    [Fact]
    public void OtherNetworksOfTheSameSizesAreNamed()
    {
        string[] stored = ["loss: a: b", "layer 0: dense, activation relu", "layer 1: dense"];
        Trainer<float> trainer = new(new SgdOptimizer<float>(), Options());
        trainer.Fit(new LinearNetwork<float>(3) { Architecture = stored }, TestData.Random<float>(9, 3, 1));
        TrainingCheckpoint<float> checkpoint = trainer.CreateCheckpoint();
        Check("its layer 0 is 'dense, activation relu', here it is 'dense, activation tanh'.", [stored[0], "layer 0: dense, activation tanh", stored[2]]);
        Check("its loss is 'a: b', here it is 'c'.", ["loss: c", stored[1], stored[2]]);
        Check("its layer 2 is 'missing', here it is 'dense'.", [.. stored, "layer 2: dense"]);
        Check("its layer 1 is 'dense', here it is 'missing'.", stored[..2]);
        trainer.Resume(checkpoint, new LinearNetwork<float>(3) { Architecture = stored }, TestData.Random<float>(9, 3, 1));

        void Check(string message, string[] lines) => Assert.Equal("The checkpoint is of another network: " + message, Assert.Throws<FormatException>(
            () => trainer.Resume(checkpoint, new LinearNetwork<float>(3) { Architecture = lines }, TestData.Random<float>(9, 3, 1))).Message);
    }

    [Fact]
    public void OtherDataOfTheSameSizeIsNoticed()
    {
        TrainingCheckpoint<float> checkpoint = Load(Save());
        FormatException exception = Assert.Throws<FormatException>(
            () => new Trainer<float>(new SgdOptimizer<float>(), Options()).Resume(checkpoint, new LinearNetwork<float>(3), TestData.Random<float>(9, 3, 2)));
        Assert.StartsWith("The checkpoint is of other training: its SHA-256 of the training rows is '", exception.Message);
    }

    [Fact]
    public void CheckpointsOfOtherVersionsAreNamed()
    {
        byte[] bytes = Save();
        bytes[8] = 1;
        Assert.Equal(
            "The training checkpoint has version 1; this library reads version 2. Go on with the version of the library that wrote it, or train anew.",
            Assert.Throws<FormatException>(() => Load(bytes)).Message);
    }

    [Fact]
    public void FilesAreReplacedWhole()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllText(path, "old");
            Train().CreateCheckpoint().Save(path);
            Assert.Equal(6, TrainingCheckpoint.Load<float>(path).Step);
            Assert.Equal(2, TrainingCheckpoint.Load<float>(path).Epoch);
            Assert.False(File.Exists(path + ".tmp"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void StreamsStayOpenAndGoOnBehindTheCheckpoint()
    {
        using MemoryStream stream = new();
        Trainer<float> trainer = Train();
        trainer.SaveCheckpoint(stream);
        trainer.SaveCheckpoint(stream);
        stream.Position = 0;
        Assert.Equal(6, TrainingCheckpoint.Load<float>(stream).Step);
        Assert.Equal(6, TrainingCheckpoint.Load<float>(stream).Step);
        Assert.Equal(stream.Length, stream.Position);
    }

    private static void Check(string message, Optimizer<float> optimizer, TrainerOptions options, int inputSize = 3, int rows = 9)
    {
        LinearNetwork<float> network = new(inputSize);
        network.Initialize(5);
        float[] parameters = network.Parameters.ToArray();
        FormatException exception = Assert.Throws<FormatException>(
            () => new Trainer<float>(optimizer, options).Resume(Load(Save()), network, TestData.Random<float>(rows, inputSize, 1)));
        Assert.Contains(inputSize == 3 ? message : "inputs is '3', here it is '2'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(parameters, network.Parameters.ToArray());
    }

    private static TrainerOptions Options(int batchSize = 4, int seed = 0, double rate = 0.001) =>
        new() { Epochs = 2, BatchSize = batchSize, Seed = seed, LearningRate = rate };

    private static Trainer<float> Train()
    {
        Trainer<float> trainer = new(new SgdOptimizer<float>(), Options());
        trainer.Fit(new LinearNetwork<float>(3), TestData.Random<float>(9, 3, 1));
        return trainer;
    }

    private static byte[] Save()
    {
        using MemoryStream stream = new();
        Train().SaveCheckpoint(stream);
        return stream.ToArray();
    }

    private static TrainingCheckpoint<float> Load(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        return TrainingCheckpoint.Load<float>(stream);
    }

    private static void Resume(TrainingCheckpoint<float> checkpoint) =>
        new Trainer<float>(new SgdOptimizer<float>(), Options()).Resume(checkpoint, new LinearNetwork<float>(3), TestData.Random<float>(9, 3, 1));
}
