using NeuralGen.Compiler.Emission.AcrossUnits;
using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Repeats;

/// <summary>Writes the class of a network that a layer repeats: the members that predict, as of a network by itself, and the loop over the rounds.</summary>
internal sealed class RepeatedBody
{
    /// <summary>The method that computes all rounds.</summary>
    public const string Method = "Repeat";

    private readonly RepeatOperation _repeat;
    private readonly EmissionContext _context;
    private readonly Program _program;
    private readonly ConstantData _data;
    private readonly PackedForBatches _packed;

    /// <summary>Prepares a class.</summary>
    /// <param name="outer">What the writers of the network around it share.</param>
    /// <param name="repeat">The layer.</param>
    /// <param name="name">The name of the class.</param>
    public RepeatedBody(EmissionContext outer, RepeatOperation repeat, string name)
    {
        _repeat = repeat;
        Name = name;
        TargetType target = new()
        {
            Namespace = "",
            Containers = default,
            Type = new TypePart("class", name, ""),
            Modifiers = "",
            CanImplement = false,
            IsOurs = false,
            CanBeExtended = true,
            TakenNames = default,
        };
        _context = new EmissionContext(new NetworkModel(target, repeat.Body, repeat.Signature), outer);
        _program = Lowerer.Lower(repeat.Body, outer.Platform.HasVectors);
        _data = new ConstantData([], LayersWriter.TakenNames(_program));
        _packed = new PackedForBatches(_context, _data);
    }

    /// <summary>The name of the class.</summary>
    public string Name { get; }

    /// <summary>Whether it is the class of a layer.</summary>
    public bool Is(RepeatOperation repeat) => repeat.Layer == _repeat.Layer && ReferenceEquals(repeat.Body, _repeat.Body);

    /// <summary>Writes what computes.</summary>
    public bool WriteCode() => Write(
        $"/// <summary>{RepeatText.Summary(_repeat)}</summary>",
        [
            Public(() => ConstantsWriter.WriteSizes(_context)),
            Public(() => new RepeatWriter(_context, _repeat, WorkspaceWriter.IsNeeded(_context, _program)).Write()),
            Public(() => TensorsPredictWriter.WriteSpans(_context, _program)),
            OfLayers(() => LayersWriter.Write(_context, _program, _data, _packed)),
            OfLayers(() =>
            {
                if (_program.Sample == Form.AcrossUnits)
                {
                    new UnitsPredictWriter(_context, _program).Write(_data);
                }
            }),
            OfLayers(_context.Bodies.WriteCode),
        ]);

    /// <summary>Writes the numbers.</summary>
    public bool WriteData() => Write(
        "",
        [
            OfLayers(_context.Windows.Write),
            OfLayers(_packed.Write),
            OfLayers(() => LayersWriter.WriteData(_context, _data)),
            OfLayers(_context.Constants.Write),
            OfLayers(_context.Stored.Write),
            OfLayers(_context.Bodies.WriteData),
        ]);

    private static Member Public(Action write) => new(Slice.Predictions, write);

    private static Member OfLayers(Action write) => new(Slice.Predictions, write, IsOfLayers: true);

    private bool Write(string summary, Member[] members)
    {
        SourceWriter writer = _context.Writer;
        int start = writer.Length;
        if (summary.Length > 0)
        {
            writer.Line(summary);
        }

        writer.Open($"internal static partial class {Name}");
        bool isAny = NetworkEmitter.WriteMembers(_context, members);
        writer.Close();
        writer.Line();
        if (!isAny)
        {
            writer.Truncate(start);
        }

        return isAny;
    }
}
