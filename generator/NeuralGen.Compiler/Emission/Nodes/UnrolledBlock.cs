using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Numbers;

namespace NeuralGen.Compiler.Emission.Nodes;

/// <summary>A method body in which every node is a local variable.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="names">The names of local variables.</param>
/// <param name="tensors">What values are called.</param>
/// <param name="arithmetic">How numbers are written.</param>
/// <param name="numbers">Where the network's numbers are.</param>
internal sealed class UnrolledBlock(SourceWriter writer, NameScope names, TensorNames tensors, Arithmetic arithmetic, NumberSource numbers)
{
    /// <summary>The terms of a sum on one line.</summary>
    private const int TermsPerLine = 4;

    /// <summary>The lines of one statement: a debugger steps through long sums in parts, and no expression grows without bound.</summary>
    private const int LinesPerStatement = 8;

    /// <summary>Where to write.</summary>
    public SourceWriter Writer => writer;

    /// <summary>How numbers are written.</summary>
    public Arithmetic Arithmetic => arithmetic;

    /// <summary>Whether the code may be written for the network's numbers themselves.</summary>
    public bool AreConstant => numbers.AreConstant;

    /// <summary>An operand that is one of the network's numbers.</summary>
    public string Number(NetworkNumbers values, int index) => numbers.Element(values, index, arithmetic);

    /// <summary>The same as a factor, which is one number even where variables are vectors.</summary>
    public string Factor(NetworkNumbers values, int index) => numbers.Factor(values, index, arithmetic);

    /// <summary>Declares a local variable for an element of a tensor.</summary>
    public string DeclareElement(int tensor, int index) => names.Declare(tensors.Element(tensor, index));

    /// <summary>What an element of a tensor is called.</summary>
    public string ElementName(int tensor, int index) => tensors.Element(tensor, index);

    /// <summary>Declares a local variable for the derivative of the loss with respect to an element of a tensor.</summary>
    public string DeclareDelta(int tensor, int index) => names.Declare(tensors.Element(tensor, index) + "_delta");

    /// <summary>Declares a local variable of any other name.</summary>
    public string Declare(string name) => names.Declare(name);

    /// <summary>Writes a local variable with its value.</summary>
    public void Local(string name, string value) => writer.Line($"{arithmetic.Type} {name} = {value};");

    /// <summary>Writes a local variable that is a sum, added up from left to right in statements of readable length.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="terms">The terms; those from the second on begin with their sign.</param>
    public void Sum(string name, IReadOnlyList<string> terms)
    {
        string declaration = $"{arithmetic.Type} {name} =";
        if (terms.Count <= TermsPerLine)
        {
            writer.Line($"{declaration} {string.Join(" ", terms)};");
            return;
        }

        int perStatement = TermsPerLine * LinesPerStatement;
        for (int start = 0; start < terms.Count; start += perStatement)
        {
            writer.Line(start == 0 ? declaration : $"{name} = {name}");
            writer.Indent();
            int end = Math.Min(start + perStatement, terms.Count);
            for (int line = start; line < end; line += TermsPerLine)
            {
                int count = Math.Min(TermsPerLine, end - line);
                writer.Line(string.Join(" ", terms.Skip(line).Take(count)) + (line + count == end ? ";" : ""));
            }

            writer.Outdent();
        }
    }
}
