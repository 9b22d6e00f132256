using System.CommandLine;
using System.Runtime.InteropServices;

namespace NeuralGen.Tool.CommandLine;

/// <summary>Runs one command line.</summary>
internal static class NeuralGenTool
{
    /// <summary>Parses and runs.</summary>
    /// <param name="args">What stands behind the name of the tool.</param>
    /// <returns>How the process ends: <see cref="ExitCodes"/>.</returns>
    public static async Task<int> Main(string[] args)
    {
        using CancellationTokenSource interrupted = new();
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, interrupted));
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, interrupted));
        ParseResult parsed = RootBuilder.Build().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(parsed);
        }

        try
        {
            // Signals are ours: training needs more than the two seconds that the library would leave it.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupted.Token);
        }
        catch (ToolException exception)
        {
            return Fail(exception.Messages, exception.ExitCode);
        }
        catch (OperationCanceledException)
        {
            return Fail(["interrupted"], ExitCodes.Bad);
        }
        catch (IOException exception) when (StandardStreams.IsClosedPipe(exception))
        {
            // Whoever read our output has seen enough.
            return ExitCodes.Bad;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail([exception.Message], ExitCodes.Bad);
        }
        catch (OutOfMemoryException)
        {
            return Fail(["there is not enough memory"], ExitCodes.Bad);
        }
    }

    private static void Stop(PosixSignalContext context, CancellationTokenSource interrupted)
    {
        // A second signal ends the process as usual.
        if (!interrupted.IsCancellationRequested)
        {
            context.Cancel = true;
            interrupted.Cancel();
        }
    }

    private static int Refuse(ParseResult parsed)
    {
        string command = string.Join(' ', parsed.CommandResult.PathOfCommands());
        IEnumerable<string> messages = parsed.CommandResult.Command is RootCommand root && parsed.UnmatchedTokens.Count > 0
            ? [$"there is no command '{parsed.UnmatchedTokens[0]}'; there are {string.Join(", ", root.Subcommands.Select(known => known.Name))}"]
            : parsed.Errors.Select(error => error.Message).Distinct();
        return Fail([.. messages, $"try '{command} --help'"], ExitCodes.Usage);
    }

    private static int Fail(IEnumerable<string> messages, int code)
    {
        foreach (string message in messages)
        {
            // A place in a file comes first, as compilers write it, so that editors find it.
            Console.Error.WriteLine(message.Contains(": error ", StringComparison.Ordinal) || message.Contains(": warning ", StringComparison.Ordinal) ? message : $"neuralgen: {message}");
        }

        return code;
    }
}
