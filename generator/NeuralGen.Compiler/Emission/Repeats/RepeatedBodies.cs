using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Emission.Repeats;

/// <summary>The networks that layers repeat: each has a class of its own, within a nested class for all of them.</summary>
/// <param name="context">What the writers share.</param>
internal sealed class RepeatedBodies(EmissionContext context)
{
    /// <summary>The nested class.</summary>
    public const string TypeName = "Bodies";

    private readonly NameScope _names = new();
    private readonly List<RepeatedBody> _bodies = [];

    /// <summary>Says which class repeats a network, within the nested class of the layers.</summary>
    /// <param name="repeat">The layer.</param>
    public string Type(RepeatOperation repeat)
    {
        // Programs for one sample and for many have copies of one operation.
        RepeatedBody? body = _bodies.Find(known => known.Is(repeat));
        if (body is null)
        {
            // No member of the class can end so.
            body = new RepeatedBody(context, repeat, _names.Declare(Identifier.Member(repeat.Layer) + "Body"));
            _bodies.Add(body);
        }

        return $"{TypeName}.{body.Name}";
    }

    /// <summary>Writes what computes.</summary>
    public void WriteCode() => Write(body => body.WriteCode());

    /// <summary>Writes the numbers, after what refers to them.</summary>
    public void WriteData() => Write(body => body.WriteData());

    private void Write(Func<RepeatedBody, bool> write)
    {
        int start = context.Writer.Length;
        context.Writer.Line("/// <summary>The networks that layers repeat.</summary>");
        context.Writer.Open($"private static partial class {TypeName}");
        bool isAny = false;
        foreach (RepeatedBody body in _bodies)
        {
            isAny |= write(body);
        }

        context.Writer.Close();
        if (!isAny)
        {
            context.Writer.Truncate(start);
        }
    }
}
