using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Json;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Reading.Files;

/// <summary>Reads which inputs get what outputs were in the call before.</summary>
internal static class StateReader
{
    /// <summary>Reads the pairs, or reports why not.</summary>
    /// <param name="scope">Reads values.</param>
    /// <param name="value">An object: for each input the output.</param>
    public static EquatableArray<StateDeclaration>? Read(FileScope scope, JsonValue value)
    {
        if (value.Kind != JsonKind.Object)
        {
            scope.ReportKind(value, "'states'", "an object with the output for each input");
            return null;
        }

        List<StateDeclaration> states = [];
        foreach (JsonMember member in scope.Members(value, "'states'"))
        {
            if (scope.String(member.Value, FileScope.Member("'states'", member.Name)) is { } output)
            {
                states.Add(new StateDeclaration(member.Name, output));
            }
        }

        return states.ToEquatableArray();
    }
}
