using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Analyzers;

/// <summary>Several problems at once, and several networks.</summary>
public class SeveralProblemsTests
{
    private const string Good = """{ "inputs": 2, "layers": [ { "type": "dense", "weights": [[1, 2]] } ] }""";

    [Fact]
    public void All_problems_of_a_file_are_reported_at_once_in_the_order_of_places() => Diagnose
        .File("""
            {
              "inputs": ["a", {|NEURAL0020:"a"|}], "precision": {|NEURAL0019:"half"|}, "seed": {|NEURAL0303:"x"|}, {|NEURAL0302:"unknown"|}: 1,
              "labels": {|NEURAL0110:["p", {|NEURAL0210:"p"|}, {|NEURAL0210:""|}]|},
              "loss": {|NEURAL0019:"hubr"|},
              "layers": [
                { "type": "dense", "weights": [[1, 2], {|NEURAL0101:[3]|}], "bias": {|NEURAL0104:[1]|}, "activation": {|NEURAL0204:"rellu"|} },
                { "type": {|NEURAL0306:"dens"|}, "weights": [[1]] },
                { "type": "dense", "weights": [[1, 2, 3]] },
                { "type": "dropout", "rate": {|NEURAL0205:7|} }
              ],
              "tests": [ { "input": {|NEURAL0111:[1]|}, "output": {|NEURAL0111:[1, 2]|} } ]
            }
            """)
        .Reports(
            "Input name 'a' occurs twice",
            "Precision 'half' is unknown",
            "'seed' must be a whole number, not the string \"x\"",
            "Key 'unknown' is unknown in the network",
            "Network 'Net' has 3 labels for 1 output",
            "Label 'p' of network 'Net' occurs twice",
            "Label 2 of network 'Net' is empty",
            "Loss 'hubr' is unknown; did you mean 'huber'?",
            "Layer 'hidden_0' row 1 has 1 weight; its input 'input' has 2 values",
            "'bias' of layer 'hidden_0' has 1 value; it needs 2",
            "Activation 'rellu' of layer 'hidden_0' is unknown; did you mean 'relu'?",
            "Layer type 'dens' is unknown; did you mean 'dense'?",
            "'rate' of layer 'dropout' is 7; it must be from 0 to less than 1",
            "Test 0 of network 'Net' has 1 input value; the network has 2 inputs",
            "Test 0 of network 'Net' has 2 output values; the network has 1 output");

    [Fact]
    public void All_problems_of_attributes_are_reported_at_once_in_the_order_of_places() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2, Precision = {|NEURAL0019:(Precision)5|}, Labels = {|NEURAL0110:["a", "b", "c"]|})]
            [Dense(2, Weights = {|NEURAL0103:[1, 2, 3]|}, Bias = {|NEURAL0104:[1]|}, Alpha = {|NEURAL0206:1|})]
            [Dropout({|NEURAL0205:2|})]
            [Dense(1, Weights = [1, {|NEURAL0202:double.NaN|}])]
            public partial class {|NEURAL0011:Net|} { public int Label; }
            """)
        .UsedBy(Consumer.TypeOnly)
        .Reports(
            "Precision '5' is unknown",
            "Network 'Net' has 3 labels for 1 output",
            "Layer 'hidden' has 3 weights; 2 units × 2 values of its input 'input' make 4",
            "'Bias' of layer 'hidden' has 1 value; it needs 2",
            "Activation 'linear' of layer 'hidden' takes no 'Alpha'",
            "'Rate' of layer 'dropout' is 2; it must be from 0 to less than 1",
            "Weight 1 of layer 'output' is NaN; it must be a finite number",
            "'Net' cannot hold a network: it declares 'Label' itself, the name of a generated member");

    [Fact]
    public void A_mistake_in_one_network_leaves_the_code_of_others_untouched()
    {
        GeneratedProject sound = Project("[[1, 2]]");
        GeneratedProject broken = Project("[[1, 2, 3]]");
        Assert.Single(broken.Analyze());
        Assert.Contains("ByFile.g.cs", broken.Generated.Keys);
        Assert.All(sound.Generated.Keys, file => Assert.Equal(
            file.StartsWith("ByFile.", StringComparison.Ordinal), sound.Generated[file] != broken.Generated.GetValueOrDefault(file)));
        Assert.Equal([5], broken.Network("Other").Predict(1, 2));
        Assert.Equal([5], broken.Network("ByAttributes").Predict(1, 2));
    }

    private static GeneratedProject Project(string weights) => new GeneratorHost()
        .Property("RootNamespace", "")
        .Source("[NeuralGen.NeuralNetwork(Inputs = 2)] [NeuralGen.Dense(1, Weights = [1, 2])] public partial class ByAttributes;")
        .File("other.nn.json", Good)
        .File("byFile.nn.json", Good.Replace("[[1, 2]]", weights, StringComparison.Ordinal))
        .Run();
}
