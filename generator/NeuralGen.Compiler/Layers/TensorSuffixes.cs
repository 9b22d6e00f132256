using NeuralGen.Compiler.Layers.Recurrent;

namespace NeuralGen.Compiler.Layers;

/// <summary>What PyTorch's modules call the tensors of a layer, behind the layer's own name.</summary>
internal static class TensorSuffixes
{
    /// <summary>The suffix for an argument of a layer; null where files hold none such.</summary>
    /// <param name="type">The layer's type.</param>
    /// <param name="argument">The argument's name.</param>
    public static string? Of(string type, string argument) => (type, argument) switch
    {
        ("multi_head_attention", _) => AttentionLayer.Torch(argument),
        ("rnn" or "gru" or "lstm", _) => RecurrentArguments.Torch(argument),
        (_, "gamma") => "weight",
        (_, "beta") => "bias",
        ("batch_normalization", "mean") => "running_mean",
        ("batch_normalization", "variance") => "running_var",
        (_, "weights") => "weight",
        (_, "bias") => "bias",
        _ => null,
    };
}
