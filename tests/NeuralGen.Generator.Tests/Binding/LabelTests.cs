using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Binding;

/// <summary>The texts of labels.</summary>
public class LabelTests
{
    [Fact]
    public void Empty_and_repeated_labels_are_reported_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 1, Labels = ["a", {|NEURAL0210:""|}, {|NEURAL0210:"a"|}])]
            [Dense(3, Weights = [1, 2, 3])]
            public partial class Net;
            """)
        .Reports("Label 1 of network 'Net' is empty", "Label 'a' of network 'Net' occurs twice");

    [Fact]
    public void Empty_and_repeated_labels_are_reported_in_a_file() => Diagnose
        .File("""
            {
              "inputs": 1,
              "labels": [
                "a",
                { "text": {|NEURAL0210:"a"|}, "name": "B" },
                { "text": {|NEURAL0210:""|}, "name": "C" },
                { "text": "d", "name": {|NEURAL0210:""|} }
              ],
              "layers": [ { "type": "dense", "weights": [[1], [2], [3], [4]] } ]
            }
            """)
        .Reports("Label 'a' of network 'Net' occurs twice", "Label 2 of network 'Net' is empty", "Label 'd' of network 'Net' has an empty 'name'");

    [Theory]
    [InlineData("""{|NEURAL0305:{ "name": "a" }|}""", "'labels[0]' has no 'text'")]
    [InlineData("""{ "text": "a", {|NEURAL0302:"nmae"|}: "b" }""", "Key 'nmae' is unknown in 'labels[0]'; did you mean 'name'?")]
    [InlineData("""{ "text": {|NEURAL0303:5|} }""", "'labels[0].text' must be a string, not the number 5")]
    [InlineData("""{|NEURAL0303:["a"]|}""", "'labels[0]' must be a string or an object with 'text' and 'name', not an array of 1")]
    [InlineData("""{|NEURAL0303:null|}""", "'labels[0]' must be a string or an object with 'text' and 'name', not null")]
    public void A_label_of_another_form_is_reported(string label, string message) => Diagnose
        .File($$"""{ "inputs": 1, "labels": [{{label}}, "other"], "layers": [ { "type": "dense", "weights": [[1], [2]] } ] }""")
        .Reports(message);

    [Fact]
    public void No_labels_are_no_mistake() => Diagnose
        .File("""{ "inputs": 1, "labels": [], "tests": [], "layers": [ { "type": "dense", "weights": [[1]] } ] }""")
        .ReportsNothing();
}
