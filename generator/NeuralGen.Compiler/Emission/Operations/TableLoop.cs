using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.IndexMaps;

namespace NeuralGen.Compiler.Emission.Operations;

/// <summary>Writes the loop over a list of positions, forward or backward.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="table">The table.</param>
/// <param name="positions">An expression that gives its positions.</param>
internal sealed class TableLoop(SourceWriter writer, IndexTable table, string positions)
{
    /// <summary>Writes what takes the values.</summary>
    /// <param name="input">The span that is read.</param>
    /// <param name="output">The span that is written.</param>
    public void WriteForward(string input, string output)
    {
        Open();
        string length = Literal.Integer(table.Length);
        writer.Line(table.Length == 1
            ? $"{output}[i] = {input}[positions[i]];"
            : $"{input}.Slice(positions[i], {length}).CopyTo({output}.Slice({Literal.Times("i", table.Length)}, {length}));");
        writer.Close();
    }

    /// <summary>Writes what adds derivatives to where the values came from.</summary>
    /// <param name="inputDelta">The span of derivatives with respect to what was read.</param>
    /// <param name="delta">Those with respect to what was written.</param>
    public void WriteBackward(string inputDelta, string delta)
    {
        Open();
        if (table.Length == 1)
        {
            writer.Line($"{inputDelta}[positions[i]] += {delta}[i];");
        }
        else
        {
            writer.Open($"for (int j = 0; j < {Literal.Integer(table.Length)}; j++)");
            writer.Line($"{inputDelta}[positions[i] + j] += {delta}[{Literal.Times("i", table.Length)} + j];");
            writer.Close();
        }

        writer.Close();
    }

    private void Open()
    {
        writer.Line($"int[] positions = {positions};");
        writer.Open("for (int i = 0; i < positions.Length; i++)");
    }
}
