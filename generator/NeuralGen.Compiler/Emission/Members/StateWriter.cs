using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes the nested class of what a network keeps from call to call.</summary>
internal static class StateWriter
{
    /// <summary>The method that makes what a call computed what the next one reads.</summary>
    private const string Advance = "Advance";

    /// <summary>The names of its members that no state can have.</summary>
    public static string[] Reserved { get; } = [GeneratedNames.State, "Reset", "CopyTo", Advance, "Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "ReferenceEquals"];

    /// <summary>Writes the class, if the network keeps anything.</summary>
    /// <param name="context">What the writers share.</param>
    public static void Write(EmissionContext context)
    {
        if (!context.Signature.HasState)
        {
            return;
        }

        SourceWriter writer = context.Writer;
        IReadOnlyList<StateSpan> states = context.States;
        writer.Line("/// <summary>What the network keeps from call to call; a new one is the beginning.</summary>");
        writer.Line("/// <remarks>The caller owns it. Different states may be used on different threads, one state not by two calls at once. A call that throws leaves it as it was.</remarks>");
        writer.Open($"public sealed class {GeneratedNames.State}");
        foreach (StateSpan state in states)
        {
            writer.Line($"private {state.Input.Type}[] {state.Field} = new {state.Input.Type}[{Literal.Integer(state.Input.Size)}];");
            writer.Line($"private {state.Input.Type}[] {state.NextField} = new {state.Input.Type}[{Literal.Integer(state.Input.Size)}];");
        }

        foreach (StateSpan state in states)
        {
            writer.Line();
            writer.Line($"/// <summary>The values of '{Literal.Xml(state.Input.Port.Name)}'{(state.Input.Port.Shape is { } shape ? $", {shape}," : "")} as the last call left them; what is written here is another beginning.</summary>");
            writer.Line($"public {state.Input.Span} {state.Property} => {state.Field};");
        }

        foreach (StateSpan state in states)
        {
            writer.Line();
            writer.Line($"internal {state.Input.Span} {state.NextProperty} => {state.NextField};");
        }

        writer.Line();
        writer.Line("/// <summary>Goes back to the beginning.</summary>");
        writer.Open("public void Reset()");
        foreach (StateSpan state in states)
        {
            writer.Line($"{state.Property}.Clear();");
        }

        writer.Close();
        writer.Line();
        writer.Line("/// <summary>Makes another state the same as this one.</summary>");
        writer.Line("/// <param name=\"destination\">The other state.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentNullException\">There is no other state.</exception>");
        writer.Open($"public void CopyTo({GeneratedNames.State} destination)");
        writer.Line("if (destination is null) throw new global::System.ArgumentNullException(nameof(destination));");
        writer.Line();
        foreach (StateSpan state in states)
        {
            writer.Line($"{state.Property}.CopyTo(destination.{state.Property});");
        }

        writer.Close();
        writer.Line();
        writer.Line("/// <summary>Makes what a call computed what the next one reads.</summary>");
        writer.Open($"internal void {Advance}()");
        foreach (StateSpan state in states)
        {
            string kept = state.Input.PlainParameter;
            writer.Line($"{state.Input.Type}[] {kept} = {state.Field};");
            writer.Line($"{state.Field} = {state.NextField};");
            writer.Line($"{state.NextField} = {kept};");
        }

        writer.Close();
        writer.Close();
        writer.Line();
    }

    /// <summary>Writes the spans of a state that a call reads and writes, and the check that there is one.</summary>
    /// <param name="context">What the writers share.</param>
    public static void WriteSpans(EmissionContext context)
    {
        if (!context.Signature.HasState)
        {
            return;
        }

        SourceWriter writer = context.Writer;
        writer.Entry("if (state is null) throw new global::System.ArgumentNullException(nameof(state));");
        foreach (StateSpan state in context.States)
        {
            writer.Line($"{state.Input.ReadOnlySpan} {state.Input.Parameter} = state.{state.Property};");
            writer.Line($"{state.Output.Span} {state.Output.Parameter} = state.{state.NextProperty};");
        }
    }

    /// <summary>Writes what ends a call.</summary>
    /// <param name="context">What the writers share.</param>
    public static void WriteAdvance(EmissionContext context)
    {
        if (context.Signature.HasState)
        {
            context.Writer.Line($"state.{Advance}();");
        }
    }
}
