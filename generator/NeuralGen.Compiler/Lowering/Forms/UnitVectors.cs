using System.Runtime.CompilerServices;
using NeuralGen.Compiler.Networks.Operations;

namespace NeuralGen.Compiler.Lowering.Forms;

/// <summary>How the units of a dense layer are divided into vectors, when one sample is computed.</summary>
internal static class UnitVectors
{
    /// <summary>Units in a wide vector: 256 bits.</summary>
    public const int WideLanes = 8;

    /// <summary>Units in a narrow vector, which takes the rest of a layer when that is enough.</summary>
    public const int NarrowLanes = 4;

    /// <summary>So many sums at once hide how long an addition takes.</summary>
    private const int SumsAtOnce = 8;

    /// <summary>The vectors of a layer.</summary>
    /// <param name="units">The number of units.</param>
    /// <returns>For each vector its first unit, how many units it holds, and its lanes.</returns>
    public static IReadOnlyList<(int First, int Count, int Lanes)> Of(int units)
    {
        List<(int First, int Count, int Lanes)> vectors = [];
        for (int first = 0; first < units;)
        {
            int lanes = units - first > NarrowLanes ? WideLanes : NarrowLanes;
            vectors.Add((first, Math.Min(lanes, units - first), lanes));
            first += lanes;
        }

        return vectors;
    }

    /// <summary>The room that a layer's values take when all vectors are stored whole.</summary>
    /// <param name="units">The number of units.</param>
    public static int Room(int units) => Of(units).Sum(vector => vector.Lanes);

    /// <summary>Into how many partial sums each unit's sum is divided.</summary>
    /// <param name="dense">The layer.</param>
    public static int PartialSums(DenseOperation dense) =>
        Math.Max(1, Math.Min(SumsAtOnce / Of(dense.Units).Count, dense.InputSize / 4));

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

    /// <summary>How many products of vectors a layer takes.</summary>
    /// <param name="dense">The layer.</param>
    [MethodImpl(ColdBuild.Optimized)]
    public static long CountProducts(DenseOperation dense)
    {
        long products = 0;
        int inputs = dense.InputSize;
        foreach ((int first, int count, int _) in Of(dense.Units))
        {
            for (int input = 0; input < inputs; input++)
            {
                products += Matters(dense, first, count, input) ? 1 : 0;
            }
        }

        return products;
    }
}
