using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Weights with a row per input: declared as such, or by mistake.</summary>
public class WeightLayoutTests
{
    [Theory]
    [InlineData(""" "units": 3, "weights": {|NEURAL0114:[[1, 2, 3], [4, 5, 6]]|}, "bias": [0, 0, 0]""")]
    [InlineData(""" "weights": {|NEURAL0114:[[1, 2, 3], [4, 5, 6]]|}, "bias": [0, 0, 0]""")]
    [InlineData(""" "weights": {|NEURAL0114:[[1, 2, 3], [4, 5, 6]]|}""")]
    [InlineData(""" "units": 3, "layout": "units_inputs", "weights": {|NEURAL0114:[[1, 2, 3], [4, 5, 6]]|}""")]
    public void Weights_that_fit_the_other_way_round_are_one_error(string layer) => Diagnose
        .File($$"""{ "inputs": 2, "layers": [ { "type": "dense", {{layer}} }, { "type": "dense", "weights": [[1, 2, 3]] } ] }""")
        .Reports("Layer 'hidden' has weights of [2, 3], which look transposed: a row per unit would make them [3, 2]; transpose them, or declare the layout 'inputs_units'");

    [Fact]
    public void Each_transposed_layer_of_a_file_is_one_error() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                { "type": "dense", "weights": {|NEURAL0114:[[1, 2, 3], [4, 5, 6]]|}, "bias": [0, 0, 0] },
                { "type": "dense", "weights": {|NEURAL0114:[[1], [2], [3]]|} }
              ]
            }
            """)
        .Reports(
            "Layer 'hidden' has weights of [2, 3], which look transposed: a row per unit would make them [3, 2]; transpose them, or declare the layout 'inputs_units'",
            "Layer 'output' has weights of [3, 1], which look transposed: a row per unit would make them [1, 3]; transpose them, or declare the layout 'inputs_units'");

    // Without the declared number of inputs, both ways would fit.
    [Fact]
    public void The_number_of_inputs_decides_between_two_ways_that_fit() => Diagnose
        .File("""
            {
              "inputs": 1,
              "layers": [
                { "type": "dense", "weights": {|NEURAL0114:[[1, 2, 3]]|} },
                { "type": "dense", "weights": {|NEURAL0114:[[1], [2], [3]]|} }
              ]
            }
            """)
        .Reports(
            "Layer 'hidden' has weights of [1, 3], which look transposed: a row per unit would make them [3, 1]; transpose them, or declare the layout 'inputs_units'",
            "Layer 'output' has weights of [3, 1], which look transposed: a row per unit would make them [1, 3]; transpose them, or declare the layout 'inputs_units'");

    [Fact]
    public void A_row_per_unit_where_one_per_input_is_declared_is_one_error() => Diagnose
        .File("""{ "inputs": 2, "layout": "inputs_units", "layers": [ { "type": "dense", "units": 3, "weights": {|NEURAL0114:[[1, 2], [3, 4], [5, 6]]|} } ] }""")
        .Reports("Layer 'output' has weights of [3, 2], which look transposed: a row per input would make them [2, 3]; transpose them, or leave the layout 'inputs_units' out");

    // Where the number of units says that nothing fits, nothing is transposed.
    [Theory]
    [InlineData(""" "units": 4, "weights": {|NEURAL0102:[{|NEURAL0101:[1, 2, 3]|}, [4, 5, 6]]|}""", "Layer 'output' has 2 rows of weights but 4 units", "Layer 'output' row 0 has 3 weights; its input 'input' has 2 values")]
    [InlineData(""" "layout": "inputs_units", "weights": [[1, 2], [3, 4], {|NEURAL0116:[5]|}]""", "Layer 'output' row 2 has 1 weight; the layer has 2 units")]
    [InlineData(""" "layout": "inputs_units", "weights": {|NEURAL0115:[[1, 2], [3, 4], [5, 6], [7, 8]]|}""", "Layer 'output' has 4 rows of weights by input; its input 'input' has 3 values")]
    [InlineData(""" "layout": {|NEURAL0019:"input_units"|}, "weights": [[1, 2], [3, 4], [5, 6]]""", "Layout 'input_units' of layer 'output' is unknown; did you mean 'inputs_units'?")]
    [InlineData(""" "layout": {|NEURAL0303:1|}, "weights": [[1, 2], [3, 4], [5, 6]]""", "'layers[0].layout' must be a string, not the number 1")]
    public void Other_mistakes_are_what_they_are(string layer, params string[] messages) => Diagnose
        .File($$"""{ "inputs": {{(layer.Contains("0102", StringComparison.Ordinal) ? 2 : 3)}}, "layers": [ { "type": "dense", {{layer}} } ] }""")
        .Reports(messages);

    [Theory]
    [InlineData("\"layout\": \"inputs_units\",", "")]
    [InlineData("", ", \"layout\": \"inputs_units\"")]
    [InlineData("\"layout\": \"units_inputs\",", ", \"layout\": \"inputs_units\"")]
    public void Rows_per_input_compute_what_rows_per_unit_do(string network, string layer)
    {
        CompiledNetwork byInput = new GeneratorHost().File("Net.nn.json", $$"""
            {
              "inputs": 2, {{network}}
              "layers": [
                { "type": "dense", "weights": [[1, 2, 3], [4, 5, 6]], "bias": [0.5, 0, -0.5]{{layer}} },
                { "type": "dense", "weights": [[1, -2], [3, 4], [-5, 6]]{{layer}} }
              ]
            }
            """).Run().Network("Project.Net");
        Assert.Equal([1, 4, 2, 5, 3, 6, 0.5, 0, -0.5, 1, 3, -5, -2, 4, 6], byInput.Parameters);
        double[] hidden = [(1 * 2) + (4 * 7) + 0.5, (2 * 2) + (5 * 7), (3 * 2) + (6 * 7) - 0.5];
        Assert.Equal([hidden[0] + (3 * hidden[1]) - (5 * hidden[2]), (-2 * hidden[0]) + (4 * hidden[1]) + (6 * hidden[2])], byInput.Predict(2, 7));
    }

    [Fact]
    public void A_square_layer_is_taken_as_declared()
    {
        string Json(string layout) => $$"""{ "inputs": 2, {{layout}} "layers": [ { "type": "dense", "weights": [[1, 2], [3, 4]] } ] }""";
        Assert.Equal([5, 11], new GeneratorHost().File("Net.nn.json", Json("")).Run().Network("Project.Net").Predict(1, 2));
        Assert.Equal([7, 10], new GeneratorHost().File("Net.nn.json", Json("\"layout\": \"inputs_units\",")).Run().Network("Project.Net").Predict(1, 2));
    }

    [Fact]
    public void Attributes_can_have_rows_per_input_too()
    {
        GeneratedProject project = new GeneratorHost().Source("""
            using NeuralGen;
            [NeuralNetwork(Inputs = 2, Layout = WeightLayout.InputsUnits)]
            [Dense(3, Weights = [1, 2, 3, 4, 5, 6])]
            [Dense(1, Weights = [1, 10, 100], Layout = WeightLayout.UnitsInputs)]
            public static partial class Net;
            """).Run();
        Assert.Empty(project.Analyze());
        CompiledNetwork network = project.Network("Net");
        Assert.Equal([1, 4, 2, 5, 3, 6, 1, 10, 100], network.Parameters);
        Assert.Equal([(1 + 8) + (10 * (2 + 10)) + (100 * (3 + 12))], network.Predict(1, 2));
    }
}
