using NeuralGen.Import.Graphs;
using NeuralGen.Import.Translation;

namespace NeuralGen.Import.Operators;

/// <summary>Operators that are not compiled, each with its reason.</summary>
internal static class RefusedOperators
{
    private static readonly string[] Random = ["RandomNormal", "RandomNormalLike", "RandomUniform", "RandomUniformLike", "Multinomial", "Bernoulli"];

    /// <summary>What they are called, and how they are translated.</summary>
    public static IEnumerable<(string Name, Translator Translator)> All =>
    [
        .. Random.Select(name => (name, (Translator)(node => throw node.Fail("it draws random numbers")))),
        ("NonZero", node => node.Input(0).Constant is null ? throw node.Fail("how large its result is depends on the data") : [NonZero(node)]),
        ("Unique", node => throw node.Fail("how large its result is depends on the data")),
    ];

    private static Value NonZero(NodeTranslation node)
    {
        Literal data = node.Known(0, "its input");
        int rank = data.Shape.Length;
        int[] steps = Dimensions.Steps(data.Shape);
        int[] places = [.. Enumerable.Range(0, data.Count).Where(i => data.Number(i) != 0)];
        long[] positions = [.. Enumerable.Range(0, rank).SelectMany(axis => places.Select(place => (long)(place / steps[axis] % data.Shape[axis])))];
        return node.Result(Literal.Of(ElementKind.Int64, [rank, places.Length], positions));
    }
}
