using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Branches;

namespace NeuralGen.Compiler.Emission.Stages;

/// <summary>Writes the conditions around calls that only one side of a branch needs.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="spans">The names of the spans of tensors.</param>
internal sealed class BranchWriter(SourceWriter writer, IReadOnlyDictionary<int, string> spans)
{
    /// <summary>The open blocks, each with whether it stands behind an <c>else</c>.</summary>
    private readonly List<(BranchSide Side, bool IsElse)> _open = [];

    /// <summary>Closes what the next call does not stand in, and opens what it does.</summary>
    /// <param name="sides">The sides that alone need the call, the outermost first.</param>
    public void Enter(BranchSide[] sides)
    {
        int common = _open.Zip(sides, (open, wanted) => open.Side == wanted).TakeWhile(areEqual => areEqual).Count();
        (BranchSide Side, bool IsElse)? closed = _open.Count > common ? _open[common] : null;
        for (; _open.Count > common; _open.RemoveAt(_open.Count - 1))
        {
            writer.Close();
        }

        foreach (BranchSide side in sides.Skip(common))
        {
            bool isElse = closed is { IsElse: false } before && before.Side == side with { IsTrue = !side.IsTrue };
            writer.Open(isElse ? "else" : $"if ({(side.IsTrue ? "" : "!")}{spans[side.Condition]}[0])");
            _open.Add((side, isElse));
            closed = null;
        }
    }
}
