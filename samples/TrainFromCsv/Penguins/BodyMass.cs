using NeuralGen;

namespace TrainFromCsv.Penguins;

/// <summary>The body mass of a penguin in kilograms, from measurements in millimetres and a 1 per category that it belongs
/// to.</summary>
/// <remarks>The layers are those of the source material's Keras model. The normalisation before them has no numbers yet: it gets
/// those of the training rows, so callers pass millimetres. The output starts at what a penguin weighs on average; from 0,
/// training would first have to get there.</remarks>
[NeuralNetwork(
    InputNames =
    [
        "bill_length_mm", "bill_depth_mm", "flipper_length_mm",
        "species=Adelie", "species=Chinstrap", "species=Gentoo",
        "island=Biscoe", "island=Dream", "island=Torgersen",
        "sex=female", "sex=male",
    ],
    OutputNames = ["body_mass_kg"],
    Trainable = true)]
[Normalization]
[Dense(100, Activation.Relu)]
[Dense(100, Activation.Relu)]
[Dense(1, Bias = [4.2])]
public sealed partial class BodyMass;
