namespace NeuralGen.Compiler.Lowering.Forms;

/// <summary>The form of the code of a whole member.</summary>
internal enum Form
{
    /// <summary>One sample: all steps in one method, with a local variable for each node.</summary>
    Nodes,

    /// <summary>One sample: one method in which a vector holds neighbouring units of a layer.</summary>
    AcrossUnits,

    /// <summary>One sample: a method for each step, in statements or loops.</summary>
    Stages,

    /// <summary>Many samples: a local variable holds one node of as many samples as a vector has lanes.</summary>
    AcrossSamples,

    /// <summary>Some samples at a time go through all layers, by kernels of the runtime library.</summary>
    Kernels,

    /// <summary>Many samples: one after the other.</summary>
    SampleBySample,
}
