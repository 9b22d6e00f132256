using NeuralGen.Compiler.Networks;

namespace NeuralGen.Compiler.Emission.Numbers;

/// <summary>
/// Where the numbers of a network are while it computes: constants of static code, or fields of an instance, which hands them to the
/// static methods behind its members.
/// </summary>
/// <param name="areConstant">Whether they are constants.</param>
/// <param name="layout">Where each of them lies in the fields; null when they are constants, and for a broken network.</param>
/// <param name="fields">The fields with the parameters and the statistics.</param>
/// <param name="span">A span of numbers that is read.</param>
internal sealed class Storage(bool areConstant, ParameterLayout? layout, (string Parameters, string Statistics) fields, string span)
{
    /// <summary>The names of the spans through which methods get at the numbers.</summary>
    private static readonly string[] SpanNames = ["parameters", "statistics"];

    /// <summary>Whether the code may be written for the numbers themselves.</summary>
    public bool AreConstant => areConstant;

    /// <summary>Where each of the numbers lies in the fields; null when they are constants, and for a broken network.</summary>
    public ParameterLayout? Layout => layout;

    /// <summary>The modifiers of the members that compute.</summary>
    public string Modifiers => AreConstant ? "public static" : "public";

    /// <summary>The arguments with which a member hands the fields to a static method.</summary>
    public string Fields => AreConstant ? "" : $"{fields.Parameters}, {fields.Statistics}, ";

    /// <summary>The parameters that receive them.</summary>
    public string Parameters => AreConstant ? "" : $"{span} parameters, {span} statistics, ";

    /// <summary>The arguments with which such a method hands them on.</summary>
    public string Arguments => AreConstant ? "" : "parameters, statistics, ";

    /// <summary>The parameter with a weight for each sample of a batch, which training may give.</summary>
    public string SampleWeights => AreConstant ? "" : $", {span} weights";

    /// <summary>The static method that predicts many samples.</summary>
    public string PredictMethod => AreConstant ? "PredictSamples" : "Predict";

    /// <summary>What training does with the parameters, in words.</summary>
    public string ChangeWords => AreConstant ? "would change" : "changes";

    /// <summary>The argument for <see cref="SampleWeights"/>.</summary>
    /// <param name="weights">The span.</param>
    public string SampleWeightsOf(string weights) => AreConstant ? "" : $", {weights}";

    /// <summary>The names that a method's body cannot use for its nodes.</summary>
    /// <param name="parameters">The method's own parameters.</param>
    public IEnumerable<string> Taken(IEnumerable<string> parameters) => AreConstant ? parameters : parameters.Concat(SpanNames);

    /// <summary>The local variables through which the nodes of a member get at the fields.</summary>
    public IEnumerable<string> Locals
    {
        get
        {
            if (layout is null)
            {
                yield break;
            }

            yield return $"{span} parameters = {fields.Parameters};";
            if (layout.StatisticCount > 0)
            {
                yield return $"{span} statistics = {fields.Statistics};";
            }
        }
    }
}
