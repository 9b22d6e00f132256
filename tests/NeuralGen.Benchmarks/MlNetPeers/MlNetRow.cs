using Microsoft.ML.Data;
using NeuralGen.Benchmarks.OnnxRuntime;

namespace NeuralGen.Benchmarks.MlNetPeers;

/// <summary>A row as ML.NET takes it. How many numbers it has differs by network, and stands in the schema.</summary>
internal sealed class MlNetRow
{
    [ColumnName(OnnxModel.Input)]
    public float[] Inputs { get; set; } = [];
}
