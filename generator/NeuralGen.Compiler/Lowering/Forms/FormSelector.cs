using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Lowering.Forms;

/// <summary>Chooses the forms of a program's members: of each list the first that fits.</summary>
internal static class FormSelector
{
    private static readonly FormChoice[] Samples =
    [
        new(Form.Nodes, program => FormLimits.IsSingleMethod(program)),
        new(Form.Kernels, program => program.IsTrainable),
        new(Form.AcrossUnits, program => program.HasVectors && FormLimits.HasUnitVectors(program.Network)),
        new(Form.Stages, _ => true),
    ];

    private static readonly FormChoice[] Batches =
    [
        new(Form.SampleBySample, program => program.Declared.States.Count > 0),
        new(Form.AcrossSamples, program => program.HasVectors && FormLimits.HasBatchLanes(program)),
        new(Form.Kernels, program => program.IsTrainable || (program.Steps.Count > 0 && program.Network.Operations.All(operation => operation is not BranchOperation) && FormLimits.HasBatchOfRows(program.Network, program.Terms))),
        new(Form.SampleBySample, _ => true),
    ];

    private static readonly FormChoice[] SampleGradients =
    [
        new(Form.Nodes, program => FormLimits.IsGradientUnrolled(program.Network, 1)),
        new(Form.Kernels, _ => true),
    ];

    private static readonly FormChoice[] BatchGradients =
    [
        new(Form.AcrossSamples, program => program.HasVectors && program.DependsOnParameters[program.Network.OutputTensor] && FormLimits.HasGradientLanes(program.Network)),
        new(Form.Kernels, _ => true),
    ];

    private static readonly FormChoice[] Jacobians =
    [
        new(Form.Nodes, program => FormLimits.IsGradientUnrolled(program.Network, program.Network.Output.Size)),
        new(Form.Kernels, _ => true),
    ];

    /// <summary>The program with its forms.</summary>
    public static Program Choose(Program program) => program.Direction == Direction.Forward
        ? program with { Sample = First(Samples, program), Batch = First(Batches, program) }
        : program with { Sample = First(SampleGradients, program), Batch = First(BatchGradients, program), Jacobian = First(Jacobians, program) };

    private static Form First(FormChoice[] choices, Program program) =>
        choices.First(choice => (program.HasKnownNumbers || !NamesNumbers(choice.Form)) && choice.Fits(program)).Form;

    private static bool NamesNumbers(Form form) => form is Form.Nodes or Form.AcrossUnits or Form.AcrossSamples;
}
