namespace NeuralGen.Compiler.Diagnostics;

/// <summary>
/// Names that other frameworks give to functions, layers and losses that are none of ours. Who writes one has made no typing
/// error, and a name of ours that looks like it would be another thing.
/// </summary>
internal static class ForeignNames
{
    private static readonly HashSet<string> Names = new(
        [
            // Activations.
            "acosh", "affine", "asinh", "atanh", "bentidentity", "brelu", "crelu", "elish", "elu6", "frelu", "gaussian", "geglu", "gelufast", "gelunew", "glu", "hardelish",
            "hardelu", "hardmax", "hardmish", "heaviside", "isrlu", "isru", "lisht", "lrelu6", "logit", "logsoftmin", "logsumexp", "maxout", "parametricsoftplus",
            "pelu", "penalizedtanh", "prelu6", "quickgelu", "reglu", "relu1", "relu2", "rrelu", "scaledrelu", "scaledtanh", "selu6", "shrink", "sin", "sine", "sinh", "cosh",
            "snake", "softexponential", "softmax2d", "sparsemax", "sparseplus", "sparsesigmoid", "squaredrelu", "squareplus", "srelu", "step", "swiglu", "telu",
            "thresholdedrelu", "tlu", "trelu",

            // Layers.
            "alphadropout", "averagepool", "bilinear", "dropblock", "featurealphadropout", "gaussiandropout", "gaussiannoise", "groupnorm",
            "groupnormalization", "instancenorm", "instancenormalization", "lpnormalization", "localresponsenormalization", "meanvariancenormalization",
            "noisydense", "quantizeddense", "rmsnorm", "rmsnormalization", "sparsedense", "spatialdropout", "spectralnormalization", "sub", "unitnormalization",
            "weightnormalization",

            // Losses.
            "binaryfocalcrossentropy", "categoricalfocalcrossentropy", "categoricalhinge", "hinge", "logcosh", "meanabsolutepercentageerror", "meansquaredlogarithmicerror",
            "medianabsoluteerror", "rootmeansquareerror", "rootmeansquarederror", "softmaxcrossentropy",
            "sparsecategoricalcrossentropy", "squaredhinge", "weightedbinarycrossentropy",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether a name is another framework's.</summary>
    /// <param name="plain">The name in lower case, with letters and digits only.</param>
    public static bool Contains(string plain) => Names.Contains(plain);
}
