using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Lowering.Forms;

/// <summary>How the units of a dense layer are divided into vectors, when one sample is computed.</summary>
internal static class UnitVectors
{
    /// <summary>Units in a wide vector: 256 bits.</summary>
    public const int WideLanes = 8;

    /// <summary>Units in the widest vector, of 512 bits, which few machines have.</summary>
    public const int WidestLanes = 16;

    /// <summary>Units in a narrow vector, which takes the rest of a layer when that is enough.</summary>
    public const int NarrowLanes = 4;

    /// <summary>So many sums at once hide how long an addition takes.</summary>
    private const int SumsAtOnce = 8;

    /// <summary>The vectors of a layer.</summary>
    /// <param name="units">The number of units.</param>
    /// <param name="most">How many units the widest of them may hold.</param>
    /// <returns>For each vector its first unit, how many units it holds, and its lanes.</returns>
    public static IReadOnlyList<(int First, int Count, int Lanes)> Of(int units, int most)
    {
        List<(int First, int Count, int Lanes)> vectors = [];
        for (int first = 0; first < units;)
        {
            int rest = units - first;
            int lanes = rest <= NarrowLanes ? NarrowLanes : rest <= WideLanes ? WideLanes : most;
            vectors.Add((first, Math.Min(lanes, rest), lanes));
            first += lanes;
        }

        return vectors;
    }

    /// <summary>Whether the layers are large enough for the widest vectors.</summary>
    /// <param name="network">The lowered network.</param>
    public static bool FillWidest(Network network) => network.Operations.OfType<DenseOperation>().Any(dense => dense.Units > WideLanes);

    /// <summary>The room that a layer's values take when all vectors are stored whole.</summary>
    /// <param name="units">The number of units.</param>
    /// <param name="most">How many units the widest of them may hold.</param>
    public static int Room(int units, int most) => Of(units, most).Sum(vector => vector.Lanes);

    /// <summary>Into how many partial sums each unit's sum is divided.</summary>
    /// <param name="dense">The layer.</param>
    /// <param name="most">How many units the widest vector may hold.</param>
    public static int PartialSums(DenseOperation dense, int most) =>
        Math.Max(1, Math.Min(SumsAtOnce / Of(dense.Units, most).Count, dense.InputSize / 4));

    /// <summary>Whether a vector of weights has anything to add.</summary>
    /// <param name="dense">The layer.</param>
    /// <param name="first">The vector's first unit.</param>
    /// <param name="count">How many units it holds.</param>
    /// <param name="input">The input that the weights belong to.</param>
    [MethodImpl(ColdBuild.Optimized)]
    public static bool Matters(DenseOperation dense, int first, int count, int input)
    {
        int inputs = dense.InputSize;
        for (int unit = first; unit < first + count; unit++)
        {
            if (dense.Weights[(unit * inputs) + input] != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many products of vectors, of eight units at most, a layer takes.</summary>
    /// <param name="dense">The layer.</param>
    [MethodImpl(ColdBuild.Optimized)]
    public static long CountProducts(DenseOperation dense)
    {
        long products = 0;
        int inputs = dense.InputSize;
        foreach ((int first, int count, int _) in Of(dense.Units, WideLanes))
        {
            for (int input = 0; input < inputs; input++)
            {
                products += Matters(dense, first, count, input) ? 1 : 0;
            }
        }

        return products;
    }
}
