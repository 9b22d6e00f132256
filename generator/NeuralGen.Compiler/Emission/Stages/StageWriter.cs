using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Compiler.Emission.Stages;

/// <summary>Writes a network as a sequence of calls, a method per layer, with the values between them in one buffer.</summary>
/// <param name="context">What the writers share.</param>
/// <param name="program">The network's program.</param>
internal sealed class StageWriter(EmissionContext context, Program program)
{
    private readonly SourceWriter _writer = context.Writer;

    /// <summary>Writes the body of <c>Predict</c> from the span <c>input</c> to the span <c>output</c>.</summary>
    public void WriteCalls()
    {
        Network network = program.Network;
        if (program.Steps.Count == 0)
        {
            _writer.Line("input.CopyTo(output);");
            return;
        }

        // A layer that read the caller's input while writing the caller's output would break when the two overlap.
        int last = network.OutputTensor;
        bool isDirect = program.Steps.Where(step => step.Output == last).All(step => !step.Inputs.Contains(0))
            && !program.Steps.Any(step => step.Inputs.Contains(last));
        TensorRoom room = MemoryPlan.ForSample(program, isDirect ? last : null).Values;
        NameScope names = new("input", "output", "workspace", "rented");
        Dictionary<int, string> spans = new() { [0] = "input" };
        bool isRented = room.Size > EmissionContext.MostStackValues;
        if (isRented)
        {
            _writer.Line($"{context.Type}[] rented = global::System.Buffers.ArrayPool<{context.Type}>.Shared.Rent({Literal.Integer(room.Size)});");
            _writer.Line($"{context.Span} workspace = rented;");
        }
        else if (room.Size > 0)
        {
            _writer.Line($"{context.Span} workspace = stackalloc {context.Type}[{Literal.Integer(room.Size)}];");
        }

        TensorNames tensors = new(network);
        foreach (Step step in program.Steps)
        {
            int tensor = step.Output;
            if (isDirect && tensor == last)
            {
                spans[tensor] = "output";
                continue;
            }

            spans[tensor] = names.Declare(tensors.Values(tensor));
            string range = $"{Literal.Integer(room[tensor])}, {Literal.Integer(network.Tensors[tensor].Size)}";
            _writer.Line($"{context.Span} {spans[tensor]} = workspace.Slice({range});");
        }

        _writer.Line();
        IReadOnlyList<string> methods = LayersWriter.MethodNames(program);
        for (int i = 0; i < program.Steps.Count; i++)
        {
            Step step = program.Steps[i];
            IEnumerable<string> arguments = step.Inputs.Append(step.Output).Select(tensor => spans[tensor]);
            _writer.Line($"{context.LayersType}.{methods[i]}({string.Join(", ", arguments)});");
        }

        if (!isDirect)
        {
            _writer.Line($"{spans[last]}.CopyTo(output);");
        }

        if (isRented)
        {
            _writer.Line($"global::System.Buffers.ArrayPool<{context.Type}>.Shared.Return(rented);");
        }
    }
}
