using System.Globalization;
using NeuralGen.Benchmarks.Networks;

namespace NeuralGen.Benchmarks.CPeers;

/// <summary>What both shapes of C have in common: the exported functions around one that computes a row.</summary>
internal static class CSource
{
    public const string Predict = "predict";
    public const string PredictBatch = "predict_batch";

    /// <summary>Writes the functions around the body of the one that reads <c>input</c> and writes <c>output</c>.</summary>
    public static string Write(DenseWeights network, string declarations, string body) => $$"""
        {{declarations}}
        static inline float relu(float value)
        {
            return value < 0.0f ? 0.0f : value;
        }

        static inline __attribute__((always_inline)) void compute(const float *restrict input, float *restrict output)
        {
        {{body}}}

        void {{Predict}}(const float *restrict input, float *restrict output)
        {
            compute(input, output);
        }

        void {{PredictBatch}}(const float *restrict inputs, float *restrict outputs, long rows)
        {
            for (long row = 0; row < rows; row++)
            {
                compute(inputs + row * {{network.LayerSizes[0]}}, outputs + row * {{network.LayerSizes[^1]}});
            }
        }

        """;

    /// <summary>Nine digits are enough for the compiler to read the same number.</summary>
    public static string Literal(float value) => value.ToString("E8", CultureInfo.InvariantCulture) + "f";
}
