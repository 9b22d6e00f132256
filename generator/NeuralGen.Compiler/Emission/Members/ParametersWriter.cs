using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Targets;

namespace NeuralGen.Compiler.Emission.Members;

/// <summary>Writes <c>Parameters</c>.</summary>
internal static class ParametersWriter
{
    /// <summary>Writes the property.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="network">The network as declared.</param>
    /// <param name="data">Collects the constant data.</param>
    public static void Write(EmissionContext context, Network network, ConstantData data)
    {
        SourceWriter writer = context.Writer;
        writer.Line("/// <summary>");
        WriteSummary(context, network);
        writer.Line("/// </summary>");
        if (network.HasStoredNumbers)
        {
            new StoredParametersWriter(context, network, data).Write();
            return;
        }

        new DataWriter(context).Property(
            "public", GeneratedNames.Parameters, context.ParametersData, [.. network.Parameters.Select(parameter => parameter.Values.Values)]);
    }

    /// <summary>Says which values are what.</summary>
    public static void WriteSummary(EmissionContext context, Network network)
    {
        SourceWriter writer = context.Writer;
        writer.Line($"/// The values that training {context.Storage.ChangeWords}, layer by layer as declared:");
        Parameter[] parameters = [.. network.Parameters];
        int offset = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            int end = offset + parameters[i].Values.Count;
            string position = $"{parameters[i].Name} of '{Literal.Xml(parameters[i].Layer)}' from {Literal.Integer(offset)} to {Literal.Integer(end - 1)}";
            writer.Line($"/// {position}{(i == parameters.Length - 1 ? "." : ",")}");
            offset = end;
        }
    }
}
