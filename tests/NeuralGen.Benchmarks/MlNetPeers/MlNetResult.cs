using Microsoft.ML.Data;
using NeuralGen.Benchmarks.OnnxRuntime;

namespace NeuralGen.Benchmarks.MlNetPeers;

/// <summary>What ML.NET makes of a row.</summary>
internal sealed class MlNetResult
{
    [ColumnName(OnnxModel.Output)]
    public float[] Outputs { get; set; } = [];
}
