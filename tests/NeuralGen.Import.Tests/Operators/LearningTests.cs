using Google.Protobuf;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;

namespace NeuralGen.Import.Tests.Operators;

/// <summary>What scikit-learn's pipelines are made of, against values worked out by hand from the operators' definitions.</summary>
public sealed class LearningTests
{
    private static readonly float[] Coefficients = [1, -2, 0.5f, 0.25f, -1, 3];

    [Fact]
    public void A_scaler_and_a_classifier_become_probabilities_with_labels()
    {
        BoundModel model = BoundModel.Of(Model(3)
            .Node("Scaler", "x", "s", Floats("offset", 1, 2), Floats("scale", 0.5f, 2))
            .Node("LinearClassifier", "s", "label scores", Floats("coefficients", Coefficients), Floats("intercepts", 0.1f, 0.2f, 0.3f), Texts("classlabels_strings", "a", "b b", "c"), Text("post_transform", "SOFTMAX"))
            .Node("ZipMap", "scores", "probabilities", Texts("classlabels_strings", "a", "b b", "c"))
            .Output("label", ElementKind.String).Output("probabilities"));
        Assert.Contains("\"labels\": [\"a\", \"b b\", \"c\"]", model.Text, StringComparison.Ordinal);
        double[] x = [(3 - 1) * 0.5, (1 - 2) * 2.0];
        double[] scores = [.. Enumerable.Range(0, 3).Select(i => Math.Exp((Coefficients[2 * i] * x[0]) + (Coefficients[(2 * i) + 1] * x[1]) + (0.1 * (i + 1))))];
        Assert.Equal(scores.Select(score => score / scores.Sum()), model.Predict(3, 1), (left, right) => Math.Abs(left - right) < 1e-6);
    }

    [Theory]
    [InlineData(0.5, 9, 3)]
    [InlineData(0.6, 1, 12)]
    [InlineData(0.6, 2, 22)]
    [InlineData(-4, double.NaN, 3)]
    [InlineData(double.NaN, 1, 12)]
    public void Trees_add_the_weights_of_the_leaves_that_a_row_reaches(double first, double second, double expected)
    {
        // x0 <= 0.5 ? 1 : x1 < 2 ? 10 : 20, and a tree of one leaf.
        BoundModel model = BoundModel.Of(Trees(missing: [0, 0, 0, 0, 0, 0]));
        Assert.Equal([expected], model.Predict(first, second));
    }

    [Fact]
    public void A_missing_value_goes_where_the_tree_says() =>
        Assert.Equal([3.0], BoundModel.Of(Trees(missing: [1, 0, 0, 0, 0, 0])).Predict(double.NaN, 1));

    [Theory]
    [InlineData(0, 1, -1)]
    [InlineData(1, 0.2, 0.8)]
    public void Trees_of_two_classes_with_one_weight_give_both(int positive, double first, double second)
    {
        float[] weights = positive == 1 ? [0.8f, 0.1f] : [-1, 2];
        ModelBuilder model = Model(3).Node(
            "TreeEnsembleClassifier",
            "x",
            "label scores",
            Numbers("nodes_treeids", 0, 0, 0),
            Numbers("nodes_nodeids", 0, 1, 2),
            Numbers("nodes_featureids", 0, 0, 0),
            Texts("nodes_modes", "BRANCH_LEQ", "LEAF", "LEAF"),
            Floats("nodes_values", 1, 0, 0),
            Numbers("nodes_truenodeids", 1, 0, 0),
            Numbers("nodes_falsenodeids", 2, 0, 0),
            Numbers("class_treeids", 0, 0),
            Numbers("class_nodeids", 1, 2),
            Numbers("class_ids", 0, 0),
            Floats("class_weights", weights),
            Numbers("classlabels_int64s", 5, 7)).Output("scores");
        Assert.Equal([first, second], BoundModel.Of(model).Predict(0, 0), (left, right) => Math.Abs(left - right) < 1e-6);
    }

    private static ModelBuilder Trees(long[] missing) => Model(3).Node(
        "TreeEnsembleRegressor",
        "x",
        "y",
        Numbers("nodes_treeids", 0, 0, 0, 0, 0, 1),
        Numbers("nodes_nodeids", 0, 1, 2, 3, 4, 0),
        Numbers("nodes_featureids", 0, 0, 1, 0, 0, 0),
        Texts("nodes_modes", "BRANCH_LEQ", "LEAF", "BRANCH_LT", "LEAF", "LEAF", "LEAF"),
        Floats("nodes_values", 0.5f, 0, 2, 0, 0, 0),
        Numbers("nodes_truenodeids", 1, 0, 3, 0, 0, 0),
        Numbers("nodes_falsenodeids", 2, 0, 4, 0, 0, 0),
        Numbers("nodes_missing_value_tracks_true", missing),
        Numbers("target_treeids", 0, 0, 0, 1),
        Numbers("target_nodeids", 1, 3, 4, 0),
        Numbers("target_ids", 0, 0, 0, 0),
        Floats("target_weights", 1, 10, 20, 1.5f),
        Floats("base_values", 0.5f)).Output("y");

    private static ModelBuilder Model(long version)
    {
        ModelBuilder model = new ModelBuilder { Domain = "ai.onnx.ml" }.Input("x", "N", 2);
        model.Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "ai.onnx.ml", Version = version });
        return model;
    }

    private static AttributeProto Numbers(string name, params long[] values) => ModelBuilder.Attribute(name, values);

    private static AttributeProto Floats(string name, params float[] values)
    {
        AttributeProto attribute = new() { Name = name, Type = 6 };
        attribute.Floats.AddRange(values);
        return attribute;
    }

    private static AttributeProto Texts(string name, params string[] values)
    {
        AttributeProto attribute = new() { Name = name, Type = 8 };
        attribute.Strings.AddRange(values.Select(ByteString.CopyFromUtf8));
        return attribute;
    }

    private static AttributeProto Text(string name, string value) => new() { Name = name, S = ByteString.CopyFromUtf8(value), Type = 3 };
}
