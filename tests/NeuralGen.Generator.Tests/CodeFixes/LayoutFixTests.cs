using NeuralGen.CodeFixes.Files;

namespace NeuralGen.Generator.Tests.CodeFixes;

/// <summary>The layout of transposed weights is declared behind them.</summary>
public class LayoutFixTests
{
    [Fact]
    public void The_layout_is_declared_behind_the_weights() => FixOf.Project<LayoutCodeFix>(
        "Declare the layout 'inputs_units'",
        """{ "inputs": 2, "layers": [ { "type": "dense", "units": 3, "weights": [[1, 2, 3], [4, 5, 6]], "layout": "inputs_units" } ] }""",
        ("net.nn.json", """{ "inputs": 2, "layers": [ { "type": "dense", "units": 3, "weights": [[1, 2, 3], [4, 5, 6]] } ] }"""));

    [Fact]
    public void All_layers_of_a_file_get_theirs() => FixOf.All<LayoutCodeFix>(
        """
        {
          "inputs": 2,
          "layers": [
            {
              "type": "dense", "weights": [
                [1, 2, 3],
                [4, 5, 6]
              ], "layout": "inputs_units",
              "bias": [0, 0, 0]
            },
            { "type": "dense", "weights": [[1], [2], [3]], "layout": "inputs_units" }
          ]
        }
        """,
        ("net.nn.json", """
        {
          "inputs": 2,
          "layers": [
            {
              "type": "dense", "weights": [
                [1, 2, 3],
                [4, 5, 6]
              ],
              "bias": [0, 0, 0]
            },
            { "type": "dense", "weights": [[1], [2], [3]] }
          ]
        }
        """));

    [Fact]
    public void Nothing_is_offered_where_the_layout_is_declared_already() => FixOf.Nothing<LayoutCodeFix>(
        ("net.nn.json", """{ "inputs": 2, "layers": [ { "type": "dense", "units": 3, "weights": [[1, 2], [3, 4], [5, 6]], "layout": "inputs_units" } ] }"""));
}
