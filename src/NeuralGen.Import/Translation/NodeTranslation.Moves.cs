using NeuralGen.Import.Graphs;

namespace NeuralGen.Import.Translation;

/// <content>Results that are values of the inputs at other places.</content>
internal sealed partial class NodeTranslation
{
    private const int MostPlaces = 1 << 20;

    private static readonly int[] OneBehind = [0, 1];

    /// <summary>Values of some tensors, which are counted one behind the other, at other places.</summary>
    /// <param name="shape">The shape of the result.</param>
    /// <param name="places">For each value of the result which value it is; -1 for the filling.</param>
    /// <param name="sources">The tensors.</param>
    /// <param name="filling">What stands where nothing is taken.</param>
    /// <param name="index">Which result.</param>
    public Value Move(int[] shape, int[] places, Value[] sources, double filling = 0, int index = 0)
    {
        Checked(shape);
        if (Array.TrueForAll(sources, source => source.Constant is not null))
        {
            return Result(Joined(sources).At(shape, places, filling), index);
        }

        if (sources.Length == 1 && places.Length == sources[0].Count && IsIdentity(places))
        {
            return View(sources[0], shape, index);
        }

        if (places.Length > MostPlaces)
        {
            throw Fail($"it moves {places.Length} values in no simple order; {MostPlaces} are possible");
        }

        if (places.Length == 0)
        {
            throw Fail("its result has no elements");
        }

        sources = [.. sources.Where(source => source.Count > 0)];
        string[] flat = [.. sources.Select(source => Layers.Read(source, [source.Count]))];
        int count = sources.Sum(source => source.Count);
        string from = flat.Length == 1 ? flat[0] : Layers.Add("concat", OutputName(index) + " values", flat);
        if (Array.IndexOf(places, -1) >= 0)
        {
            Value more = new(OutputName(index) + " filling", sources[0].Kind, [1]) { Constant = Literal.Of(ElementKind.Double, [1], new[] { filling }).Cast(sources[0].Kind) };
            from = sources[0].Kind.IsFloat() && !double.IsNaN(filling) && !double.IsInfinity(filling)
                ? Layers.Add("pad", OutputName(index) + " filled", [from], ("padding", OneBehind), ("value", filling == 0 ? null : filling))
                : Layers.Add("concat", OutputName(index) + " filled", [from, Layers.Read(more)]);
            places = Array.ConvertAll(places, place => place < 0 ? count : place);
        }

        string layer = Layers.Add("gather", OutputName(index), [from], ("indices", places));
        return Result(sources[0].Kind, shape, layer, [places.Length], index);
    }

    /// <summary>Values of one tensor at other places, said by position.</summary>
    public Value Move(Value source, int[] shape, Func<int[], int> place, double filling = 0, int index = 0)
    {
        Checked(shape);
        return Dimensions.Count(shape) > MostPlaces && source.Constant is null
            ? throw Fail($"it moves {Dimensions.Count(shape)} values in no simple order; {MostPlaces} are possible")
            : Move(shape, Dimensions.Walk(shape, place), [source], filling, index);
    }

    /// <summary>The layer and the axis in it that stand for an axis of a tensor: axes of size 1 before all others may be missing there.</summary>
    public (string Layer, int[] Shape, int Axis) Along(Value value, int axis)
    {
        int[] shape = value.Layer is null ? value.Shape : value.LayerShape;
        int missing = value.Shape.Length - shape.Length;
        return missing >= 0 && missing <= axis && value.Shape.Take(missing).All(size => size == 1) && value.Shape.Skip(missing).SequenceEqual(shape)
            ? (Layers.Read(value, shape), shape, axis - missing)
            : (Layers.Read(value), value.Shape, axis);
    }

    /// <summary>The places of all values in one list.</summary>
    private static Literal Joined(Value[] sources)
    {
        if (sources.Length == 1)
        {
            return sources[0].Constant!;
        }

        Literal first = sources[0].Constant!;
        int count = sources.Sum(source => source.Count);
        return first.Kind.IsFloat() ? Literal.Of(first.Kind, [count], sources.SelectMany(source => source.Constant!.Numbers()).ToArray())
            : first.Kind == ElementKind.String ? Literal.Of([count], sources.SelectMany(source => source.Constant!.Texts!).ToArray())
            : Literal.Of(first.Kind, [count], sources.SelectMany(source => source.Constant!.Integers()).ToArray());
    }

    private static bool IsIdentity(int[] places)
    {
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] != i)
            {
                return false;
            }
        }

        return true;
    }
}
