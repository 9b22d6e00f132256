using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Fusion;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Lowering.Fusion;

/// <summary>Loops over axes meet the values that formulas and reductions name one by one.</summary>
public class AxisTests
{
    [Fact]
    public void Loops_over_the_axes_of_a_formula_read_what_it_reads()
    {
        int several = 0;
        IEnumerable<(string Name, Network Network)> networks = RandomPrograms.Of(20).Select(random => (random.Name, random.Network)).Append(("written down", Formulas()));
        foreach ((string name, Network network) in networks)
        {
            foreach (MapOperation map in network.Operations.OfType<MapOperation>())
            {
                IReadOnlyList<MapAxis> axes = MapAxis.Of(map);
                several += axes.Count > 1 ? 1 : 0;
                Assert.Equal(map.Size, axes.Aggregate(1, (product, axis) => product * axis.Size));
                int next = 0;
                foreach (int[] place in Places(axes))
                {
                    Assert.Equal(next, axes.Select((axis, i) => place[i] * axis.Output).Sum());
                    for (int input = 0; input < map.Inputs.Count; input++)
                    {
                        int expected = map.Formula.TypeOf(input) is null ? 0 : map.Walks[input].At(next);
                        Assert.True(expected == axes.Select((axis, i) => place[i] * axis.Steps[input]).Sum(), $"{name}, '{map.Layer}'");
                    }

                    next++;
                }

                // No two that one loop could go along.
                for (int i = 1; i < axes.Count; i++)
                {
                    Assert.Contains(Enumerable.Range(0, map.Inputs.Count), input => axes[i - 1].Steps[input] != axes[i].Steps[input] * axes[i].Size);
                }
            }
        }

        Assert.True(several > 8, $"{several} formulas have several axes.");
    }

    [Fact]
    public void Loops_over_the_axes_of_a_reduction_read_what_it_reduces()
    {
        int formulas = 0, plain = 0;
        foreach ((string name, Network network, double[][] _) in RandomPrograms.Of(22).Concat(RandomPrograms.Of(24)))
        {
            foreach (Step step in Lowerer.Lower(network with { Emission = EmissionMode.Vectorized }, hasVectors: true).Steps)
            {
                if (step.Operation is not ReduceOperation reduce || ReduceAxes.Of(reduce, step.Prologue) is not { } axes)
                {
                    continue;
                }

                formulas += step.Prologue is null ? 0 : 1;
                plain += step.Prologue is null ? 1 : 0;
                foreach (int[] kept in Places(axes.Kept))
                {
                    int output = axes.Kept.Select((axis, i) => kept[i] * axis.Output).Sum();
                    int[][] read = [.. Places(axes.Reduced).Select(reduced => Enumerable.Range(0, step.Prologue?.Inputs.Count ?? 1).Select(input =>
                        axes.Kept.Select((axis, i) => kept[i] * axis.Steps[input]).Sum() + axes.Reduced.Select((axis, i) => reduced[i] * axis.Steps[input]).Sum()).ToArray())];
                    int[][] expected = [.. reduce.Sources(output).Select(source => step.Prologue is { } formula
                        ? formula.Walks.Select((walk, input) => formula.Formula.TypeOf(input) is null ? 0 : walk.At(source)).ToArray()
                        : [source - reduce.First])];
                    Assert.True(expected.Length == read.Length && expected.Zip(read).All(pair => pair.First.SequenceEqual(pair.Second)), $"{name}, '{step.Layer}'");
                }

                Assert.Equal(reduce.Outputs.Count, Places(axes.Kept).Select(kept => axes.Kept.Select((axis, i) => kept[i] * axis.Output).Sum()).Distinct().Count());
            }
        }

        Assert.True(formulas > 3 && plain > 3, $"{formulas} with formulas, {plain} without");
    }

    /// <summary>Formulas whose operands are repeated along some axes.</summary>
    private static Network Formulas()
    {
        string[] formulas = ["a * b", "a * c + b", "a * d", "c * d", "a + e", "b * d + e", "a * c", "a + a * d + c", "a * g", "c * g", "f * g", "f + a", "0 * b + a"];
        IEnumerable<string> layers = formulas.Select((formula, i) =>
            $$"""{ "type": "expression", "name": "l{{i}}", "inputs": [{{string.Join(", ", formula.Where(char.IsLetter).Distinct().Select(letter => $"\"{letter}\""))}}], "formula": "{{formula}}" }""");
        return Networks.InterpreterTests.Bind($$"""
            { "inputs": [ { "name": "a", "shape": [2, 3, 4] }, { "name": "b", "shape": [3, 4] }, { "name": "c", "shape": [2, 1, 4] }, { "name": "d", "shape": [3, 1] }, { "name": "e", "shape": [1] },
                { "name": "f", "shape": [5, 2, 3, 4] }, { "name": "g", "shape": [2, 1, 1] } ],
              "outputs": [ {{string.Join(", ", formulas.Select((_, i) => $"{{ \"name\": \"l{i}\" }}"))}} ],
              "layers": [ {{string.Join(", ", layers)}} ] }
            """);
    }

    /// <summary>All positions on some axes, the last of which goes on first.</summary>
    private static IEnumerable<int[]> Places(IEnumerable<MapAxis> axes) => axes.Aggregate(
        (IEnumerable<int[]>)[[]], (places, axis) => places.SelectMany(place => Enumerable.Range(0, axis.Size).Select(position => (int[])[.. place, position])));
}
