using Google.Protobuf;
using NeuralGen.Import.Graphs;
using NeuralGen.Import.Protobuf;
using NeuralGen.Import.Tests.Models;

namespace NeuralGen.Import.Tests.Operators;

/// <summary>Operators of ai.onnx.ml that replace values by others, against their definitions.</summary>
public sealed class EncoderTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_label_encoder_takes_the_first_of_equal_keys_and_its_default() => Assert.Equal(
        [1.5, 9, -2],
        BoundModel.Of(Model(3).Node("LabelEncoder", "x", "y", Floats("keys_floats", 1, 2, 1), Floats("values_floats", 1.5f, -2, 7), Float("default_float", 9)).Output("y")).Predict(1, 4, 2));

    [Fact]
    public void A_key_may_be_no_number() => Assert.Equal(
        [5.0, 6, 7],
        BoundModel.Of(Model(3).Node("LabelEncoder", "x", "y", Floats("keys_floats", float.NaN, 0), Floats("values_floats", 5, 6), Float("default_float", 7)).Output("y")).Predict(double.NaN, -0.0, 1));

    [Fact]
    public void A_category_that_is_not_known_has_no_one() => Assert.Equal(
        [0.0, 1, 0, 0, 1, 0],
        BoundModel.Of(Model(3).Node("OneHotEncoder", "x", "y", ModelBuilder.Attribute("cats_int64s", 7, 4), ModelBuilder.Attribute("zeros", 1L)).Output("y")).Predict(4, 5, 7));

    [Fact]
    public void A_text_that_the_largest_score_chooses_is_a_label_of_the_class()
    {
        TensorProto names = new() { Name = "names", DataType = (int)ElementKind.String, Dims = { 3 } };
        names.StringData.AddRange(new[] { "a", "b b", "\"c\"" }.Select(ByteString.CopyFromUtf8));
        ModelBuilder model = Model(3).Tensor(names).Numbers("flat", -1);
        model.Model.Graph.Node.Add(new NodeProto { OpType = "ArgMax", Input = { "x" }, Output = { "best" }, Attribute = { ModelBuilder.Attribute("axis", 1L), ModelBuilder.Attribute("keepdims", 0L) } });
        model.Node("ArrayFeatureExtractor", "names best", "chosen");
        model.Model.Graph.Node.Add(new NodeProto { OpType = "Reshape", Input = { "chosen", "flat" }, Output = { "label" } });
        model.Model.Graph.Node.Add(new NodeProto { OpType = "Neg", Input = { "x" }, Output = { "scores" } });
        string network = _folder.Network(model.Output("label", ElementKind.String).Output("scores"));
        Assert.Contains("\"labels\": [\"a\", \"b b\", \"\\\"c\\\"\"]", network, StringComparison.Ordinal);
        Assert.Contains("\"outputs\": [{ \"name\": \"scores\", \"shape\": [3] }]", network, StringComparison.Ordinal);
    }

    // The second and then the first label is the largest score.
    [Theory]
    [InlineData(-1, 1, 20, 0, 1)]
    [InlineData(1, -1, 9, 0, 0)]
    public void A_label_that_is_a_text_is_looked_up_by_its_place(double first, double second, double number, double one, double other)
    {
        ModelBuilder model = Model(2)
            .Node("LinearClassifier", "x", "label scores", Floats("coefficients", 1, 0, 0, 1), Floats("intercepts", 0, 0), Texts("classlabels_strings", "b", "a"))
            .Node("LabelEncoder", "label", "number", Texts("keys_strings", "c", "a"), Floats("values_floats", 30, 20), Float("default_float", 9))
            .Node("OneHotEncoder", "label", "ones", Texts("cats_strings", "c", "a"), ModelBuilder.Attribute("zeros", 1L))
            .Node("LabelEncoder", "label", "renamed", Texts("keys_strings", "a", "b"), Texts("values_strings", "yes", "no"))
            .Output("renamed", ElementKind.String);
        BoundModel bound = BoundModel.Of(model.Output("number"));
        Assert.Contains("\"labels\": [\"no\", \"yes\"]", _folder.Network(model.Output("scores"), new ImportOptions { Outputs = "scores;renamed" }), StringComparison.Ordinal);
        Assert.Equal([number], bound.Predict(first, second));
        Assert.Equal([one, other], BoundModel.Of(model.Output("ones"), new ImportOptions { Outputs = "ones" }).Predict(first, second));
    }

    [Fact]
    public void Texts_that_are_known_are_looked_up_by_the_build()
    {
        TensorProto words = new() { Name = "words", DataType = (int)ElementKind.String, Dims = { 2 } };
        words.StringData.AddRange(new[] { "b", "z" }.Select(ByteString.CopyFromUtf8));
        ModelBuilder model = Model(2).Tensor(words)
            .Node("LabelEncoder", "words", "numbers", Texts("keys_strings", "a", "b"), Floats("values_floats", 4, 5), Float("default_float", -1))
            .Node("OneHotEncoder", "words", "ones", Texts("cats_strings", "a", "b"), ModelBuilder.Attribute("zeros", 1L));
        model.Model.Graph.Node.Add(new NodeProto { OpType = "Mul", Input = { "x", "numbers" }, Output = { "product" } });
        model.Model.Graph.Node.Add(new NodeProto { OpType = "MatMul", Input = { "product", "ones" }, Output = { "y" } });
        Assert.Equal([0.0, 10], BoundModel.Of(model.Output("y")).Predict(2, 3));
    }

    [Fact]
    public void A_text_that_no_table_knows_is_refused_where_zeros_are_not_wanted() => Assert.Equal(
        ["NEURAL0407 Node 'ones' (ai.onnx.ml.OneHotEncoder, opset 3) cannot be compiled: 'b' is none of its categories"],
        _folder.Problems(Model(2)
            .Node("LinearClassifier", "x", "label scores", Floats("coefficients", 1, 0, 0, 1), Floats("intercepts", 0, 0), Texts("classlabels_strings", "b", "a"))
            .Node("OneHotEncoder", "label", "ones", Texts("cats_strings", "c", "a"), ModelBuilder.Attribute("zeros", 0L)).Output("ones").Bytes));

    [Theory]
    [InlineData(new float[] { 1, 1 }, new float[] { 0, 0, 0 }, "it has 2 slopes and 3 offsets of probabilities for 3 pairs of classes")]
    [InlineData(new float[] { 1, 1, 1 }, new float[] { 0 }, "it has 3 slopes and 1 offsets of probabilities for 3 pairs of classes")]
    public void Probabilities_take_a_slope_and_an_offset_of_each_pair(float[] slopes, float[] offsets, string reason) => Assert.Equal(
        ["NEURAL0407 Node 'machine' (ai.onnx.ml.SVMClassifier, opset 3) cannot be compiled: " + reason],
        _folder.Problems(Model(2).Node(
            "SVMClassifier",
            "machine",
            ["x"],
            ["label", "scores"],
            Floats("coefficients", 1, 1, 1, 1, 1, 1),
            Floats("support_vectors", 0, 0, 1, 1, 2, 2),
            Floats("rho", 0, 0, 0),
            Floats("prob_a", slopes),
            Floats("prob_b", offsets),
            ModelBuilder.Attribute("vectors_per_class", 1, 1, 1),
            ModelBuilder.Attribute("classlabels_ints", 0, 1, 2)).Output("scores").Bytes));

    // Without support vectors each class has a score of its own; of two the second wins by a large one alone.
    [Theory]
    [InlineData(new float[] { 1, 0, 0, 1, 1, 1 }, 2, -3, 0, new double[] { 2.5, -2.5, -0.5 })]
    [InlineData(new float[] { 1, 0, 0, 1, 1, 1 }, 2, 3, 2, new double[] { 2.5, 3.5, 5.5 })]
    [InlineData(new float[] { 1, 0, 0, -1 }, 2, -3, 1, new double[] { 2.5, 3.5 })]
    [InlineData(new float[] { 1, 0, 0, -1 }, 3, -1, 1, new double[] { 3.5, 1.5 })]
    [InlineData(new float[] { 1, 0, 0, -1 }, -2, 4, 0, new double[] { -1.5, -3.5 })]
    [InlineData(new float[] { 1, 0, 0, 1 }, -0.25, -0.5, 0, new double[] { 0.25, 0 })]
    [InlineData(new float[] { 1, 0, 0, 1 }, 0.25, -0.5, 1, new double[] { 0.75, 0 })]
    public void A_linear_machine_has_a_score_per_class(float[] coefficients, double first, double second, double label, double[] scores)
    {
        BoundModel bound = BoundModel.Of(Model(2).Node(
            "SVMClassifier",
            "machine",
            ["x"],
            ["label", "scores"],
            Floats("coefficients", coefficients),
            Floats("rho", 0.5f),
            ModelBuilder.Attribute("classlabels_ints", [.. Enumerable.Range(0, coefficients.Length / 2).Select(i => (long)i)])).Output("label", ElementKind.Int64).Output("scores"));
        double[][] found = bound.PredictAll([first, second]);
        Assert.Equal([label], found[0]);
        Assert.Equal(scores, found[1]);
    }

    private static ModelBuilder Model(int features)
    {
        ModelBuilder model = new ModelBuilder { Domain = "ai.onnx.ml" }.Input("x", "N", features);
        model.Model.OpsetImport.Add(new OperatorSetIdProto { Domain = "ai.onnx.ml", Version = 3 });
        return model;
    }

    private static AttributeProto Texts(string name, params string[] values)
    {
        AttributeProto attribute = new() { Name = name, Type = 8 };
        attribute.Strings.AddRange(values.Select(ByteString.CopyFromUtf8));
        return attribute;
    }

    private static AttributeProto Float(string name, float value) => ModelBuilder.Attribute(name, value);

    private static AttributeProto Floats(string name, params float[] values)
    {
        AttributeProto attribute = new() { Name = name, Type = 6 };
        attribute.Floats.AddRange(values);
        return attribute;
    }
}
