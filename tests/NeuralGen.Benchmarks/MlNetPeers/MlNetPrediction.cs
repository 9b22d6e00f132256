using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Onnx;
using NeuralGen.Benchmarks.Candidates;
using NeuralGen.Benchmarks.OnnxRuntime;

namespace NeuralGen.Benchmarks.MlNetPeers;

/// <summary>Predictions of one sample as a program with ML.NET makes them: an engine over a pipeline that applies an ONNX model,
/// on one thread. Every call makes a new result, which is the form of its documentation.</summary>
internal sealed class MlNetPrediction : ICandidate
{
    private readonly PredictionEngine<MlNetRow, MlNetResult> _engine;
    private readonly MlNetRow _row;
    private MlNetResult _result = new();

    public MlNetPrediction(Problem problem)
    {
        if (problem.Rows != 1)
        {
            throw new NotSupportedException("An engine predicts one row.");
        }

        _row = new() { Inputs = problem.Inputs };
        SchemaDefinition schema = SchemaDefinition.Create(typeof(MlNetRow));
        schema[OnnxModel.Input].ColumnType = new VectorDataViewType(NumberDataViewType.Single, problem.LayerSizes[0]);
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, OnnxModel.Encode(problem));
            MLContext context = new();
            OnnxScoringEstimator pipeline = context.Transforms.ApplyOnnxModel(new OnnxOptions
            {
                ModelFile = file,
                InputColumns = [OnnxModel.Input],
                OutputColumns = [OnnxModel.Output],
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
            });
            _engine = context.Model.CreatePredictionEngine<MlNetRow, MlNetResult>(
                pipeline.Fit(context.Data.LoadFromEnumerable<MlNetRow>([], schema)),
                inputSchemaDefinition: schema);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Result => _result.Outputs;

    /// <inheritdoc/>
    public void Run(int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            _result = _engine.Predict(_row);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();
}
