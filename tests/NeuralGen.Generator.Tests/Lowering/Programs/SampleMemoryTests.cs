using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Generator.Tests.Lowering.Programs;

/// <summary>Where the values of one sample lie: a step finds what it reads where it was written, whatever was written since.</summary>
public class SampleMemoryTests
{
    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void What_a_step_reads_is_still_there(int group, bool hasVectors)
    {
        int shared = 0;
        foreach ((string name, Network network, double[][] inputs) in RandomPrograms.Of(group))
        {
            Program program = Lowerer.Lower(network with { Emission = EmissionMode.Vectorized }, hasVectors);
            Assert.NotEqual(Form.Nodes, program.Sample);
            shared += Walk(name, program, inputs);
        }

        Assert.InRange(shared, 5, 1000);
    }

    /// <summary>Goes through the steps with the values of the tensors, which are read and written where the plan says.</summary>
    /// <returns>How many results took the place of what they were made of.</returns>
    private static int Walk(string name, Program program, double[][] inputs)
    {
        Network network = program.Network;
        double[][] values = Interpreter.Evaluate(network, inputs);
        TensorViews views = TensorViews.OfSample(network);
        HashSet<int> elsewhere = [.. program.Steps.Where(step => step.Operation is ConstantOperation).Select(step => step.Output)];
        IReadOnlyDictionary<Compiler.Values.ElementType, TensorRoom> rooms = MemoryPlan.ForSample(program, views, elsewhere);
        Dictionary<Compiler.Values.ElementType, double[]> memory = rooms.ToDictionary(room => room.Key, room => Enumerable.Repeat(-12345.678, room.Value.Size).ToArray());
        int shared = 0;
        foreach (Step step in program.Calls)
        {
            (int start, int size) = (Start(step.Output), network.Tensors[step.Output].Size);
            foreach (int input in step.Inputs)
            {
                AssertThere($"{name}: '{step.Layer}' reads tensor {input}", input);
                int root = views.Root(input);
                if (IsElsewhere(root) || network.Tensors[root].Type != network.Tensors[step.Output].Type
                    || Start(root) >= start + size || start >= Start(root) + network.Tensors[root].Size)
                {
                    continue;
                }

                // A result may only lie where the same position of what it is made of lies, which nothing else of the step reads.
                Assert.Equal((start, size), (Start(root), network.Tensors[root].Size));
                Assert.Equal(size, network.Tensors[input].Size);
                int position = step.Operation.Inputs.ToList().IndexOf(input);
                Assert.True(position >= 0 && step.Operation.IsInPlace(position), $"{name}: '{step.Layer}' overwrites what it reads.");
                Assert.Single(step.Inputs, other => views.Root(other) == root);
                shared++;
            }

            values[step.Output].CopyTo(memory[network.Tensors[step.Output].Type], start);
        }

        Assert.All(network.OutputTensors, output => AssertThere($"{name}: output", output));
        return shared;

        bool IsElsewhere(int root) => root < network.InputCount || elsewhere.Contains(root);

        int Start(int root) => rooms[network.Tensors[root].Type][root];

        void AssertThere(string what, int tensor)
        {
            int offset = 0, root = tensor;
            for (; views.IsView(root); root = views.Source(root))
            {
                offset += views.Offset(root);
            }

            Assert.Equal(root, views.Root(tensor));
            double[] place = IsElsewhere(root) ? values[root] : memory[network.Tensors[root].Type];
            int first = offset + (IsElsewhere(root) ? 0 : Start(root));
            Assert.True(place.AsSpan(first, values[tensor].Length).SequenceEqual(values[tensor]), what);
        }
    }
}
