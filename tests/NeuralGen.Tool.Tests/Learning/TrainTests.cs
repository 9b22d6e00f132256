using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using NeuralGen.Tool.Tests.Running;

namespace NeuralGen.Tool.Tests.Learning;

public sealed class TrainTests
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [Fact]
    public void LabelsAreLearnedFromTexts()
    {
        using WorkFolder folder = new();
        JsonElement answer = folder.Run("train", Models.IrisRows, "--target", "species", "--layers", "16,relu", "--output", "iris.nn.json", "--json").Json;
        Assert.Equal("classification", answer.GetProperty("task").GetString());
        Assert.Equal(30, answer.GetProperty("validationRows").GetInt32());
        Assert.InRange(answer.GetProperty("validation").GetProperty("accuracy").GetDouble(), 0.9, 1);
        Assert.Equal(5, folder.Run("verify", "iris.nn.json", "--json").Json.GetProperty("tests").GetProperty("samples").GetInt32());
        string[] lines = folder.Run("predict", "iris.nn.json", "--input", Models.IrisRows, "--keep").Succeeded().Lines;
        Assert.Equal("species,label,setosa,versicolor,virginica", lines[0]);
        int right = lines.Skip(1).Select(line => line.Split(',')).Count(fields => fields[0] == fields[1]);
        Assert.InRange(right, 140, 150);
    }

    [Fact]
    public void TheSameSeedWritesTheSameBytes()
    {
        using WorkFolder folder = new();
        string[] arguments = ["train", Models.IrisRows, "--target", "species", "--layers", "4,tanh,dropout:0.1", "--epochs", "10", "--quiet", "--output"];
        folder.Run([.. arguments, "first.nn.json"]).Succeeded();
        folder.Run([.. arguments, "second.nn.json"]).Succeeded();
        folder.Run([.. arguments, "third.nn.json", "--seed", "2"]).Succeeded();
        Assert.Equal(folder.Read("first.nn.json"), folder.Read("second.nn.json"));
        Assert.NotEqual(folder.Read("first.nn.json"), folder.Read("third.nn.json"));
        folder.Run([.. arguments, "first.nn.json"]).Failed(1, "first.nn.json: exists already; --force");
    }

    [Fact]
    public void NumbersAreLearnedWithCategoriesAndMissingValues()
    {
        using WorkFolder folder = new();
        File.Copy(Models.PenguinRows, folder.Of("penguins.csv"));
        File.AppendAllText(folder.Of("penguins.csv"), "Gentoo,Biscoe,NA,15,215,5000,,2009\n");
        string[] arguments = ["train", "penguins.csv", "--target", "body_mass_g", "--output", "mass.nn.json", "--epochs", "30"];
        folder.Run(arguments).Failed(1, "column 'bill_length_mm' has 1 missing values, the first on line");
        Assert.Contains("column 'sex' has 1 missing values", folder.Run(arguments).Error, StringComparison.Ordinal);
        JsonElement answer = folder.Run([.. arguments, "--missing", "median", "--json"]).Json;
        Assert.Equal("regression", answer.GetProperty("task").GetString());
        Assert.Equal(2, answer.GetProperty("filledValues").GetInt32());
        Assert.InRange(answer.GetProperty("validation").GetProperty("r2").GetDouble(), 0.8, 1);
        Assert.Contains("species=Gentoo", answer.GetProperty("inputs").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("body_mass_g", folder.Run("predict", "mass.nn.json", "--input", Models.PenguinRows, "--on-error", "skip").Succeeded().Lines[0]);
    }

    [Fact]
    public void WhatCannotBeLearnedIsSaid()
    {
        using WorkFolder folder = new WorkFolder().File("rows.csv", "a,b,y\n1,2,x\n3,4,y\n5,zz,x\n1,2,3\n").File("short.csv", "a,y\n1,2\n3\n").File("empty.csv", "");
        folder.Run("train", "rows.csv", "--target", "z", "--output", "a.nn.json").Failed(1, "there is no column 'z'; the columns are 'a', 'b', 'y'");
        folder.Run("train", "rows.csv", "--target", "y", "--task", "regression", "--output", "a.nn.json").Failed(1, "values that are no numbers");
        folder.Run("train", "rows.csv", "--target", "y", "--layers", "8,rilu", "--output", "a.nn.json").Failed(2, "--layers has 'rilu'");
        folder.Run("train", "rows.csv", "--target", "y", "--output", "a.onnx").Failed(2, "it ends with .nn.json");
        folder.Run("train", "rows.csv", "--target", "y", "--output", "none/a.nn.json").Failed(1, "there is no such folder");
        folder.Run("train", "short.csv", "--target", "y", "--output", "a.nn.json").Failed(1, "short.csv(3): error: the row has 1 fields");
        folder.Run("train", "empty.csv", "--target", "y", "--output", "a.nn.json").Failed(1, "empty.csv: error");
        folder.Run("train", "rows.csv", "--target", "y", "--resume", "rows.csv", "--output", "a.nn.json").Failed(1, "rows.csv: cannot be read as a checkpoint");
        Assert.Equal(["empty.csv", "rows.csv", "short.csv"], folder.Names);
    }

    [NeedsFact(Need.Signals)]
    public async Task AnInterruptionKeepsTheBestAndGoesOnToTheSameBytes()
    {
        using WorkFolder folder = new WorkFolder().File("rows.csv", Rows());
        string[] arguments = ["train", "rows.csv", "--target", "y", "--layers", "16,tanh", "--patience", "0", "--epochs"];
        using Process process = new ToolRun { Folder = folder.Path }.Begin([.. arguments, "100000", "--output", "part.nn.json", "--checkpoint", "part.checkpoint"]);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        int epochs = 0;
        while (epochs < 3 && process.StandardError.ReadLine() is { } line)
        {
            epochs += line.Contains(" loss ", StringComparison.Ordinal) ? 1 : 0;
        }

        Task<string> error = process.StandardError.ReadToEndAsync();
        Assert.Equal(0, Kill(process.Id, Signal));
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal(0, process.ExitCode);
        string told = await error;
        Assert.Contains("interrupted after", told, StringComparison.Ordinal);
        Assert.StartsWith("part.nn.json: epoch", await output, StringComparison.Ordinal);
        folder.Run("inspect", "part.nn.json").Succeeded();

        int done = int.Parse(told.Split("interrupted after ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        string more = (done + 5).ToString(System.Globalization.CultureInfo.InvariantCulture);
        folder.Run([.. arguments, more, "--quiet", "--output", "resumed.nn.json", "--resume", "part.checkpoint"]).Succeeded();
        folder.Run([.. arguments, more, "--quiet", "--output", "whole.nn.json"]).Succeeded();
        Assert.Equal(folder.Read("whole.nn.json"), folder.Read("resumed.nn.json"));
        folder.Run([.. arguments, more, "--quiet", "--seed", "7", "--output", "other.nn.json", "--resume", "part.checkpoint"]).Failed(1, "part.checkpoint: error: The checkpoint is of other training");
    }

    // What a shell begins in the background ignores interruptions, and so do all processes that it begins; the tool stops for either signal.
    private static int Signal =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
        && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & (1UL << (Interrupt - 1))) != 0
            ? Terminate
            : Interrupt;

    private static string Rows()
    {
        Random random = new(1);
        return "a,b,y\n" + string.Concat(Enumerable.Range(0, 2000).Select(_ => (A: random.NextDouble(), B: random.NextDouble())).Select(row => FormattableString.Invariant($"{row.A:R},{row.B:R},{(row.A * row.B) + 5:R}\n")));
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
