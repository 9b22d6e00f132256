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
    private static readonly float[] Embedding = new float[Embedding24.OutputSize];
    private static readonly float[] Bands = new float[Spectrogram.OutputSize];

#if RESNET18
    private static readonly float[] Features = new float[ResNet18.OutputSize];
#endif

    public static readonly RecurrentModel[] All =
    [
        Of("digits, 28×28, 8 and 16 filters", "digits_28.onnx", Digits28.Predict, Digits, [1, 1, 28, 28], [1, 10], (Digits28.Source.MultiplyAdds, Digits28.Source.Parameters)),
        Of("text angle (MobileNetV3), 48×192", "ch_ppocr_mobile_v2.0_cls_infer.onnx", AngleClassifier.Predict, Angles, [1, 3, 48, 192], [1, 2], (AngleClassifier.Source.MultiplyAdds, AngleClassifier.Source.Parameters), "softmax_0.tmp_0") with { Folder = "Recurrent" },
        Of("2 residual blocks, 64 × 56×56", "residual_64.onnx", Residual64.Predict, Residual, [1, 64, 56, 56], [1, 64, 56, 56], (Residual64.Source.MultiplyAdds, Residual64.Source.Parameters)),
        Of("3 inverted residual blocks, 24 × 28×28", "inverted_24.onnx", Inverted24.Predict, Inverted, [1, 24, 28, 28], [1, 24, 28, 28], (Inverted24.Source.MultiplyAdds, Inverted24.Source.Parameters)),
        Of("encoder block, 32 tokens of 64", "encoder_64.onnx", Encoder64.Predict, Encoder, [1, 32, 64], [1, 32, 64], (Encoder64.Source.MultiplyAdds, Encoder64.Source.Parameters)),
        Of("audio embedding, 18 convolutions on 76×32", "embedding_24.onnx", Embedding24.Predict, Embedding, [1, 1, 76, 32], [1, 96, 1, 1], (Embedding24.Source.MultiplyAdds, Embedding24.Source.Parameters)),
        Of("STFT and mel bands, 1,632 samples", "spectrogram.onnx", Spectrogram.Predict, Bands, [1, 1, 1632], [1, 8, 32], (Spectrogram.Source.MultiplyAdds, Spectrogram.Source.Parameters)) with { Folder = "Recurrent" },
#if RESNET18
        Of("ResNet-18, 224×224", "ResNet18.onnx", ResNet18.Predict, Features, [1, 3, 224, 224], [1, 512, 1, 1], (ResNet18.Source.MultiplyAdds, ResNet18.Source.Parameters), "Pooling395_Output_0") with { Input = "Input247" },
#endif
    ];

    private delegate void Prediction(ReadOnlySpan<float> input, Span<float> output);

    private static RecurrentModel Of(
        string name, string file, Prediction predict, float[] output, long[] inputShape, long[] outputShape, (long MultiplyAdds, long Parameters) size, string result = "y") =>
        new(name, file, () => input => First(predict, input, output), "x", inputShape, result, outputShape, [], []) { Folder = "Images", Results = output, MultiplyAdds = size.MultiplyAdds, Parameters = size.Parameters };

    private static float First(Prediction predict, float[] input, float[] output)
    {
        predict(input, output);
        return output[0];
    }
}
