using NeuralGen.Benchmarks.Recurrent;

namespace NeuralGen.Benchmarks.Images;

/// <summary>Models of images and sequences, which remember nothing.</summary>
internal static class ImageModels
{
    private static readonly float[] Digits = new float[Digits28.OutputSize];
    private static readonly float[] Angles = new float[AngleClassifier.OutputSize];
    private static readonly float[] Residual = new float[Residual64.OutputSize];
    private static readonly float[] Inverted = new float[Inverted24.OutputSize];
    private static readonly float[] Encoder = new float[Encoder64.OutputSize];

    public static readonly RecurrentModel[] All =
    [
        Of("digits, 28×28, 8 and 16 filters", "digits_28.onnx", Digits28.Predict, Digits, [1, 1, 28, 28], [1, 10]),
        Of("text angle (MobileNetV3), 48×192", "ch_ppocr_mobile_v2.0_cls_infer.onnx", AngleClassifier.Predict, Angles, [1, 3, 48, 192], [1, 2], "softmax_0.tmp_0") with { Folder = "Recurrent" },
        Of("2 residual blocks, 64 × 56×56", "residual_64.onnx", Residual64.Predict, Residual, [1, 64, 56, 56], [1, 64, 56, 56]),
        Of("3 inverted residual blocks, 24 × 28×28", "inverted_24.onnx", Inverted24.Predict, Inverted, [1, 24, 28, 28], [1, 24, 28, 28]),
        Of("encoder block, 32 tokens of 64", "encoder_64.onnx", Encoder64.Predict, Encoder, [1, 32, 64], [1, 32, 64]),
    ];

    private delegate void Prediction(ReadOnlySpan<float> input, Span<float> output);

    private static RecurrentModel Of(string name, string file, Prediction predict, float[] output, long[] inputShape, long[] outputShape, string result = "y") =>
        new(name, file, () => input => First(predict, input, output), "x", inputShape, result, outputShape, [], []) { Folder = "Images" };

    private static float First(Prediction predict, float[] input, float[] output)
    {
        predict(input, output);
        return output[0];
    }
}
