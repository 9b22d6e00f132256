using CsvHelper;
using NeuralGen.Compiler.Networks;
using NeuralGen.Tool.Compilation;

namespace NeuralGen.Tool.Predicting;

/// <summary>Predicts rows with a compiled network, on one thread at a time.</summary>
internal sealed class RowPredictor
{
    private const int MostRows = 1024;
    private const int MostValues = 1 << 20;
    private const int MostErrors = 10;

    private readonly CompiledNetwork _network;
    private readonly ColumnPlan _plan;
    private readonly PredictionOptions _options;
    private readonly object? _state;
    private readonly Array[] _inputs;
    private readonly Array[] _outputs;
    private readonly int _capacity;
    private readonly FieldReader _fields;
    private readonly ResultWriter _results;
    private readonly CsvReaderOptions _format;
    private readonly OutputPlan _columns;
    private readonly KeptFields _kept;
    private readonly List<RowError?> _errorOfRow = [];
    private readonly List<RowError> _errors = [];
    private string? _malformed;
    private int _filled;
    private int _rows;
    private int _failed;

    /// <summary>Makes one.</summary>
    /// <param name="network">The network.</param>
    /// <param name="signature">What it reads and computes.</param>
    /// <param name="plan">Which columns of the file it reads.</param>
    /// <param name="columns">The columns that are written.</param>
    /// <param name="options">How.</param>
    public RowPredictor(CompiledNetwork network, NetworkSignature signature, ColumnPlan plan, OutputPlan columns, PredictionOptions options)
    {
        _network = network;
        _plan = plan;
        _options = options;
        _columns = columns;
        _state = network.NewState();
        int values = Math.Max(1, signature.Inputs.Sum(port => port.Size) + signature.Outputs.Sum(port => port.Size));
        _capacity = Math.Clamp(MostValues / values, 1, MostRows);
        _inputs = PortArrays.Create(signature.Inputs, signature.Precision, _capacity);
        _outputs = PortArrays.Create(signature.Outputs, signature.Precision, _capacity);
        _fields = new FieldReader(_inputs, [.. signature.Inputs.Select(port => port.Size)]);
        _results = new ResultWriter(columns, signature, _outputs);
        _kept = new KeptFields(plan, options.Separator);
        _format = Format(options, record => _malformed = record.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "a quote is never closed.",
            CsvMalformedReason.TextAfterClosingQuote => "there is text behind a closing quote.",
            _ => "a quote stands within a field that has none around it.",
        });
    }

    /// <summary>How files are read.</summary>
    public static CsvReaderOptions Format(PredictionOptions options, Action<CsvMalformedRecord>? onMalformed = null) => new()
    {
        Separator = (char)options.Separator,
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        DetectSeparatorHint = false,
        MalformedData = CsvMalformedDataHandling.Recover,
        OnMalformedRecord = onMalformed,

        // Where each row is answered in its place, so is one without anything in it.
        SkipEmptyLines = options.OnError != ErrorPolicy.Mark,
    };

    /// <summary>Predicts rows.</summary>
    /// <param name="chunk">The rows.</param>
    /// <param name="text">Where to write.</param>
    public ChunkResult Run(RowChunk chunk, RowText text)
    {
        text.Clear();
        _errors.Clear();
        (_rows, _failed) = (0, 0);
        using CsvReader csv = CsvReader.Create(new ReadOnlyMemory<byte>(chunk.Buffer, 0, chunk.Length), _format);
        while (true)
        {
            _malformed = null;
            if (!csv.Read())
            {
                break;
            }

            Read(csv, chunk.FirstLine - 1);
            if (_errorOfRow.Count == _capacity)
            {
                Flush(text);
            }
        }

        Flush(text);
        return new ChunkResult(text, _rows, [.. _errors], _failed);
    }

    private void Read(CsvReader csv, long linesBefore)
    {
        string? problem = _malformed ?? Fields(csv);
        _errorOfRow.Add(problem is null ? null : new RowError(csv.LineNumber + linesBefore, problem));
        _filled += problem is null ? 1 : 0;
        _kept.Add(csv, linesBefore);
    }

    private string? Fields(CsvReader csv)
    {
        if (csv.FieldCount != _plan.Columns)
        {
            string hint = csv.FieldCount > _plan.Columns ? $" A value that has '{(char)_options.Separator}' in it needs quotes." : "";
            return FormattableString.Invariant($"the row has {csv.FieldCount} fields; there are {_plan.Columns} columns.{hint}");
        }

        foreach (ColumnReading reading in _plan.Readings)
        {
            ReadOnlySpan<byte> text = csv.GetSpan(reading.Column);
            string? problem = reading.Value is { } value ? _fields.Read(text, value, _filled) : _fields.Read(text, reading, _filled);
            if (problem is not null)
            {
                return reading.Name.Length > 0 ? $"column '{reading.Name}': {problem}" : FormattableString.Invariant($"column {reading.Column + 1}: {problem}");
            }
        }

        return null;
    }

    /// <summary>Predicts the rows that were read, and writes all of them in their order.</summary>
    private void Flush(RowText text)
    {
        string?[]? refused = Predict();
        int computed = 0;
        for (int i = 0; i < _errorOfRow.Count; i++)
        {
            RowError? error = _errorOfRow[i];
            int row = error is null ? computed++ : -1;
            int label = 0;
            if (error is null && (refused?[row] ?? Label(row, out label)) is { } problem)
            {
                error = new RowError(_kept.LineOf(i), problem);
            }

            Write(text, i, row, label, error);
        }

        _rows += _errorOfRow.Count;
        _errorOfRow.Clear();
        _kept.Clear();
        _filled = 0;
    }

    private void Write(RowText text, int i, int row, int label, RowError? error)
    {
        if (error is not null)
        {
            _failed++;
            if (_errors.Count < MostErrors)
            {
                _errors.Add(error);
            }

            if (_options.OnError != ErrorPolicy.Mark)
            {
                return;
            }
        }

        _kept.Write(text, i);
        if (error is not null)
        {
            _results.WriteMark(text, error);
        }
        else
        {
            _results.Write(text, row, label);
        }

        text.EndRow();
    }

    private string? Label(int row, out int label)
    {
        label = _columns.Labels.Count > 0 ? _results.LabelOf(row) : 0;
        return label < 0 ? "an output is NaN, which no label stands for." : null;
    }

    /// <summary>Predicts all rows at once; where one is refused, one by one.</summary>
    /// <returns>Why each row was refused; null where none was.</returns>
    private string?[]? Predict()
    {
        if (_filled == 0)
        {
            return null;
        }

        try
        {
            _network.PredictBatch(_inputs, _outputs, _filled, _state);
            return null;
        }
        catch (ArgumentException) when (_state is null)
        {
            string?[] refused = new string?[_filled];
            for (int row = 0; row < _filled; row++)
            {
                try
                {
                    _network.Predict(_inputs, _outputs, row);
                }
                catch (ArgumentException exception)
                {
                    refused[row] = exception.Message.ReplaceLineEndings(" ");
                }
            }

            return refused;
        }
    }
}
