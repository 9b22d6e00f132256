using NeuralGen.Compiler.Lowering.Forms;

namespace NeuralGen.Tool.Inspecting;

/// <summary>Forms of code in words.</summary>
internal static class FormWords
{
    /// <summary>What a form is.</summary>
    public static string Of(Form form) => form switch
    {
        Form.Nodes => "a statement per node",
        Form.AcrossUnits => "vectors of neighbouring units",
        Form.Stages => "a method per layer",
        Form.AcrossSamples => "vectors of samples",
        Form.Kernels => "kernels of the runtime library",
        _ => "sample by sample",
    };
}
