using NeuralGen.Compiler.Lowering.Programs;

namespace NeuralGen.Compiler.Lowering.Forms;

/// <summary>A form that a member's code may have.</summary>
/// <param name="Form">The form.</param>
/// <param name="Fits">Whether it suits a program.</param>
internal sealed record FormChoice(Form Form, Func<Program, bool> Fits);
