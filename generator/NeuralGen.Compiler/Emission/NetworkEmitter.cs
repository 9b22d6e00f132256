using NeuralGen.Compiler.Emission.Members;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission;

/// <summary>Writes the C# of one network: its members, in files by what they are about.</summary>
internal static class NetworkEmitter
{
    /// <summary>Writes a network.</summary>
    /// <param name="model">The network.</param>
    /// <param name="platform">What the project offers.</param>
    /// <param name="textRoom">How many characters of the assembly's text its numbers can take.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static IReadOnlyList<GeneratedFile> Emit(NetworkModel model, TargetPlatform platform, int textRoom, CancellationToken cancellationToken)
    {
        EmissionContext context = new(model, platform, textRoom, cancellationToken);
        if (model.Network is not { } network)
        {
            TypeWriter.Write(context, Slice.Predictions, RemarksWriter.Broken(context), () => StubWriter.Write(context));
            return [new GeneratedFile("", context.Writer.ToString())];
        }

        Program program = Lowerer.Lower(network, platform.HasVectors);
        Member[] members = [.. MemberList.Of(context, network, program)];
        List<GeneratedFile> files = [];
        foreach (Slice slice in Slice.All)
        {
            bool hasMembers = false;
            context.Writer.Clear();
            IReadOnlyList<string> remarks = slice == Slice.Predictions ? RemarksWriter.Network(context, program) : [];
            TypeWriter.Write(context, slice, remarks, () => hasMembers = WriteMembers(context, [.. members.Where(member => member.Slice == slice)]));
            if (hasMembers)
            {
                files.Add(new GeneratedFile(slice.Suffix, context.Writer.ToString()));
            }
        }

        return files;
    }

    /// <summary>Writes the public members, then those of the nested class.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="members">The members.</param>
    /// <returns>Whether there was anything to write.</returns>
    public static bool WriteMembers(EmissionContext context, Member[] members)
    {
        SourceWriter writer = context.Writer;
        int start = writer.Length;
        foreach (Member member in members.Where(member => !member.IsOfLayers))
        {
            member.Write();
        }

        writer.TrimLines();
        int end = writer.Length;
        if (end > start)
        {
            writer.Line();
        }

        writer.Open($"private static partial class {context.LayersType}");
        int body = writer.Length;
        foreach (Member member in members.Where(member => member.IsOfLayers))
        {
            int before = writer.Length;
            if (before > body)
            {
                writer.Line();
            }

            int separated = writer.Length;
            member.Write();
            if (writer.Length == separated)
            {
                writer.Truncate(before);
            }
        }

        bool hasLayers = writer.Length > body;
        writer.TrimLines();
        writer.Close();
        if (!hasLayers)
        {
            writer.Truncate(end);
        }

        return end > start || hasLayers;
    }
}
