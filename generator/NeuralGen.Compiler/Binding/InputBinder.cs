using System.Globalization;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>Binds the input of a network: a number of values, their names, or a tensor with a shape.</summary>
internal static class InputBinder
{
    /// <summary>Binds the inputs.</summary>
    /// <param name="network">The network's name.</param>
    /// <param name="precision">The network's precision.</param>
    /// <param name="settings">What is declared.</param>
    /// <param name="problems">Where to report.</param>
    /// <param name="needsNone">Whether the layers begin with a constant, so that nothing need go in.</param>
    /// <returns>The names of a single input's values, the inputs, and which source says so; a shape is null after a problem.</returns>
    public static (EquatableArray<string> Names, EquatableArray<Port> Ports, DeclarationSource Source) Bind(
        string network, Precision precision, SettingMerger settings, ProblemList problems, bool needsNone)
    {
        (EquatableArray<string>? names, DeclarationSource nameSource) =
            settings.MergeValue(d => d.InputNames, "inputs", list => $"[{string.Join(", ", list)}]");
        (int? count, DeclarationSource countSource) =
            settings.MergeValue(d => d.InputCount, "inputs", value => value.ToString(CultureInfo.InvariantCulture));
        (EquatableArray<PortDeclaration>? ports, DeclarationSource portSource) =
            settings.MergeValue(d => d.InputPorts, "inputs", list => string.Join(", ", list.Select(port => port.Shape?.ToString() ?? "?")));
        if (ports is { Count: > 0 } declared && !settings.Differs("inputs"))
        {
            return (names ?? default, new PortBinder(network, precision, problems).Inputs(declared, count ?? names?.Count, portSource), portSource);
        }

        if (needsNone && names is { Count: 0 } && count is null && !settings.Differs("inputs"))
        {
            return (default, default, nameSource);
        }

        int? size = Size(network, names, nameSource, count, countSource, settings, problems);
        return (names ?? default, new([new Port(LayerNames.Input, size is { } values ? Shape.Vector(values) : null)]), nameSource);
    }

    private static int? Size(
        string network,
        EquatableArray<string>? names,
        DeclarationSource nameSource,
        int? count,
        DeclarationSource countSource,
        SettingMerger settings,
        ProblemList problems)
    {
        int? size = count ?? names?.Count;
        DeclarationSource source = count is null ? nameSource : countSource;
        if (settings.Differs("inputs"))
        {
            size = null;
        }
        else if (count is { } number && names is { } list && list.Count != number)
        {
            problems.Report(
                DeclarationRules.InputCountDiffers,
                Place.Of(nameSource).Key("inputs"),
                network,
                Texts.Count(number, "input"),
                Texts.Count(list.Count, "input name"));
            size = null;
        }
        else if (size is null or <= 0)
        {
            if (size is not null || !settings.IsBroken)
            {
                string what = size is null
                    ? "declares no inputs; it needs their number or their names"
                    : $"has {Texts.Count(size.Value, "input")}; it needs at least 1";
                problems.Report(DeclarationRules.NoInputs, Place.Of(source).Key("inputs"), network, what);
            }

            size = null;
        }
        else if (size > Tensor.MostValues)
        {
            problems.Report(ShapeRules.TooLarge, Place.Of(source).Key("inputs"), $"The input of network '{network}'", size, Tensor.MostValues);
            size = null;
        }

        return size;
    }
}
