using System.Globalization;
using RowScorer;

const int Success = 0;
const int BadInput = 1;
const int BadUsage = 2;

Settings settings;
try
{
    settings = Settings.Parse(args);
}
catch (FormatException exception)
{
    return End($"{exception.Message}\n{Settings.Usage}", BadUsage);
}

try
{
    using WholeFile? file = settings.Output == "-" ? null : new(settings.Output);
    using Stream input = settings.Input == "-" ? Console.OpenStandardInput() : File.OpenRead(settings.Input);
    using Stream output = file?.Stream ?? (Stream)new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
    Answers answers = new(settings, output);
    LineReader.Read(input, answers);
    file?.Complete();
    return answers.FirstProblem is { } problem
        ? End(string.Create(CultureInfo.InvariantCulture, $"{answers.BadLines} of {answers.Lines} lines are bad and marked, first {problem}."), Success)
        : Success;
}
catch (FormatException exception)
{
    return End($"{exception.Message}. With --on-error mark bad lines are answered with a marker.", BadInput);
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    return End(exception.Message, BadInput);
}

static int End(string message, int code)
{
    Console.Error.WriteLine($"RowScorer: {message}");
    return code;
}
