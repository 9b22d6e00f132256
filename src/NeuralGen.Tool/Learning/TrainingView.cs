using NeuralGen.Tool.Output;
using NeuralGen.Training;
using Spectre.Console;

namespace NeuralGen.Tool.Learning;

/// <summary>Shows a training as it goes: a line for each epoch, or where there is a terminal, a curve of losses that is drawn again.</summary>
/// <param name="terminal">Where to show it.</param>
internal sealed class TrainingView(Terminal terminal)
{
    private const int Rows = 8;

    /// <summary>Runs something that reports progress.</summary>
    public TrainingOutcome Show(Func<IProgress<TrainingProgress>?, TrainingOutcome> run)
    {
        if (terminal.IsQuiet)
        {
            return run(null);
        }

        if (!terminal.ShowsProgress)
        {
            return run(new ConsoleProgress(Console.Error));
        }

        TrainingOutcome? outcome = null;
        terminal.Aside.Live(new Text("")).Start(context =>
        {
            using Curve curve = new(context);
            outcome = run(curve);
        });
        return outcome!;
    }

    /// <summary>Draws the losses of the epochs so far. It is called on the thread that trains, and returns when it has drawn.</summary>
    private sealed class Curve(LiveDisplayContext context) : IProgress<TrainingProgress>, IDisposable
    {
        private readonly List<double> _losses = [];
        private readonly StringWriter _line = new();
        private ConsoleProgress? _lines;

        public void Dispose() => _line.Dispose();

        public void Report(TrainingProgress value)
        {
            if (value.Result is not { } result)
            {
                return;
            }

            _losses.Add(Math.Log10(Math.Max(result.MonitoredLoss, double.Epsilon)));
            _lines ??= new ConsoleProgress(_line);
            _line.GetStringBuilder().Clear();
            _lines.Report(value);
            context.UpdateTarget(new Text($"logarithm of the {(result.ValidationLoss is null ? "" : "validation ")}loss by epoch\n{LossCurve.Draw(_losses, rows: Rows)}{_line.ToString().TrimEnd()}"));
        }
    }
}
