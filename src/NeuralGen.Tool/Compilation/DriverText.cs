using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;
using NeuralGen.Tool.Models;

namespace NeuralGen.Tool.Compilation;

/// <summary>Writes the class through which the tool calls a compiled network: reflection cannot pass spans, delegates over arrays can be.</summary>
internal static class DriverText
{
    /// <summary>The class's name.</summary>
    public const string Class = "CompiledDriver";

    /// <summary>The text.</summary>
    /// <param name="model">The model.</param>
    /// <param name="type">The full name of its type.</param>
    public static string Of(OpenModel model, string type)
    {
        NetworkSignature signature = model.Signature;
        bool hasState = signature.HasState;
        bool hasBatches = signature.HasBatches && signature.Inputs.Count > 0;
        string network = signature.IsTrainable ? "Instance" : type;
        string state = hasState ? $", ({type}.State)state" : "";
        return $$"""
            public static class {{Class}}
            {
                {{(signature.IsTrainable ? $"public static readonly {type} Instance = new {type}();" : "")}}

                public static object NewState() => {{(hasState ? $"new {type}.State()" : "null!")}};

                public static void Prepare()
                {
                    {{(signature.IsTrainable ? "" : $"{type}.Prepare();")}}
                }

                public static void One(global::System.Array[] x, global::System.Array[] y, int row, object state)
                {
                    {{network}}.Predict({{Spans(signature, "row", isOne: true)}}{{state}});
                }

                public static void Repeat(global::System.Array[] x, global::System.Array[] y, int calls, object state)
                {
                    {{Locals(signature)}}
                    for (int call = 0; call < calls; call++)
                    {
                        {{network}}.Predict({{string.Join(", ", signature.Inputs.Select((_, i) => $"x{i}").Concat(signature.Outputs.Select((_, i) => $"y{i}")))}}{{state}});
                    }
                }

                public static void Rows(global::System.Array[] x, global::System.Array[] y, int rows, object state)
                {
                    {{(hasBatches
                        ? $"{network}.PredictBatch({Spans(signature, "rows", isOne: false)}{state});"
                        : "for (int row = 0; row < rows; row++) { One(x, y, row, state); }")}}
                }
            }
            """;
    }

    /// <summary>The name of the type of an element.</summary>
    public static string NameOf(Element type, FloatPrecision precision) =>
        type == Element.Float ? precision == FloatPrecision.Double ? "double" : "float" : ElementTypes.Name(type);

    private static string Locals(NetworkSignature signature) => string.Join(" ", signature.Inputs.Select((port, i) => Local(signature, "ReadOnlySpan", "x", i, port)).Concat(signature.Outputs.Select((port, i) => Local(signature, "Span", "y", i, port))));

    private static string Local(NetworkSignature signature, string kind, string array, int i, Port port)
    {
        string type = NameOf(port.Type, signature.Precision);
        return FormattableString.Invariant($"global::System.{kind}<{type}> {array}{i} = new global::System.{kind}<{type}>(({type}[]){array}[{i}], 0, {port.Size});");
    }

    private static string Spans(NetworkSignature signature, string variable, bool isOne)
    {
        IEnumerable<string> inputs = signature.Inputs.Select((port, i) => Span("ReadOnlySpan", "x", i, port));
        IEnumerable<string> outputs = signature.Outputs.Select((port, i) => Span("Span", "y", i, port));
        return string.Join(", ", inputs.Concat(outputs));

        string Span(string kind, string array, int i, Port port)
        {
            string type = NameOf(port.Type, signature.Precision);
            string place = isOne ? FormattableString.Invariant($"{variable} * {port.Size}, {port.Size}") : FormattableString.Invariant($"0, {variable} * {port.Size}");
            return FormattableString.Invariant($"new global::System.{kind}<{type}>(({type}[]){array}[{i}], {place})");
        }
    }
}
