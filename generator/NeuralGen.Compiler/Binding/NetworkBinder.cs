using System.Globalization;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Layers;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Targets;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Binding;

/// <summary>
/// Turns a declaration into a checked network, or into problems: all of them at once, none as a consequence of another.
/// </summary>
internal static class NetworkBinder
{
    /// <summary>Binds a network.</summary>
    /// <param name="name">The name that messages and remarks use.</param>
    /// <param name="attributes">What the type's attributes say; null for a network declared by its file alone.</param>
    /// <param name="file">What the file says; null for a network declared by attributes alone.</param>
    /// <param name="fileName">The file's name, for messages.</param>
    /// <param name="problems">Where to report.</param>
    /// <param name="target">The type that the members join, when it matters.</param>
    public static BoundNetwork Bind(
        string name, NetworkDeclaration? attributes, NetworkDeclaration? file, string fileName, ProblemList problems, TargetType? target = null)
    {
        SettingMerger settings = new(attributes, file, fileName, problems);
        int before = problems.Problems.Count;
        Precision precision = EnumBinder.Bind(settings.Merge(d => d.Precision, "precision", Quoted), "precision", Precision.Single, problems);
        bool isPrecisionKnown = problems.Problems.Count == before;
        (string? Value, DeclarationSource Source) emissionSetting = settings.Merge(d => d.Emission, "emission", Quoted);
        EmissionMode emission = EnumBinder.Bind(emissionSetting, "emission", EmissionMode.Auto, problems);
        before = problems.Problems.Count;
        WeightLayout layout = EnumBinder.Bind(settings.Merge(d => d.Layout, "layout", Quoted), "layout", WeightLayout.UnitsInputs, problems);
        bool isLayoutKnown = problems.Problems.Count == before;
        (bool? gradients, DeclarationSource gradientSource) = settings.MergeValue(d => d.Gradients, "gradients", value => value ? "true" : "false");
        (bool? trainable, DeclarationSource trainableSource) = settings.MergeValue(d => d.Trainable, "trainable", value => value ? "true" : "false");
        bool isTrainable = trainable == true && !settings.Differs("trainable");
        if (isTrainable && target is { IsClass: false })
        {
            string kind = target.IsStatic ? "static class" : "struct";
            problems.Report(DeclarationRules.TrainableNeedsClass, Place.Of(trainableSource).Key("trainable"), name, kind);
        }

        if (isTrainable && gradients == false && !settings.Differs("gradients"))
        {
            problems.Report(DeclarationRules.TrainableNeedsGradients, Place.Of(gradientSource).Key("gradients"), name, Texts.Key(gradientSource, "gradients"));
        }

        settings.Merge(d => d.Tensors, "tensors", Quoted);
        (int? seed, DeclarationSource _) = settings.MergeValue(d => d.Seed, "seed", value => value.ToString(CultureInfo.InvariantCulture));
        (EquatableArray<string> inputNames, Shape? inputShape, DeclarationSource inputSource) = InputBinder.Bind(name, settings, problems);
        int? inputSize = inputShape?.Size;
        GraphBuilder graph = new(isPrecisionKnown ? precision : Precision.Double, problems)
        {
            IsTrainable = isTrainable,
            Weights = attributes?.Weights ?? file?.Weights,
            MayBeTrainable = trainable ?? settings.IsBroken,
            Layout = isLayoutKnown && !settings.Differs("layout") ? layout : null,
        };
        graph.Append(LayerNames.Input, inputShape, null);
        if ((attributes?.InputPorts ?? file?.InputPorts) is { Count: 1 } ports && ports[0].Name is { Length: > 0 } portName)
        {
            graph.NameInput(portName);
        }

        BindGraph(name, attributes, file, settings, graph);

        NameBinder names = new(name, problems);
        names.CheckInputs(inputNames, inputSource);
        int? outputSize = graph.Last == 0 ? null : graph.SizeOf(graph.Last);
        (EquatableArray<string>? outputNames, DeclarationSource outputSource) =
            settings.MergeValue(d => d.OutputNames, "outputs", list => $"[{string.Join(", ", list)}]");
        names.CheckOutputs(outputNames ?? default, outputSource, settings.Differs("outputs") ? null : outputSize);
        (EquatableArray<LabelDeclaration>? labels, DeclarationSource labelSource) =
            settings.MergeValue(d => d.Labels, "labels", list => $"[{string.Join(", ", list.Select(label => label.Text))}]");
        EquatableArray<Label> boundLabels = names.BindLabels(
            labels ?? default, labelSource, settings.Differs("labels") ? null : outputSize, graph);
        Loss loss = LossBinder.Bind(name, settings, graph, problems);
        EquatableArray<TestVector> tests = file?.Tests ?? default;
        TestVectorChecker.CheckLengths(name, tests, inputSize, outputSize, problems);

        Interval[]? ranges = RangeBinder.Bind(name, file?.Ranges, inputSize, problems);

        bool isBroken = problems.HasErrors || attributes?.IsBroken == true || file?.IsBroken == true || graph.Last == 0;
        Network? network = isBroken ? null : new Network
        {
            Name = name,
            Precision = precision,
            Emission = emission,
            Tensors = graph.Tensors(),
            Operations = graph.Operations.ToEquatableArray(),
            OutputTensor = graph.Last,
            InputNames = inputNames,
            OutputNames = outputNames ?? default,
            Labels = boundLabels,
            Loss = loss,
            IsTrainable = isTrainable,
            HasGradients = gradients,
            Seed = seed ?? 0,
        };
        NetworkSignature signature = new()
        {
            Name = name,
            Precision = precision,
            InputSize = inputSize ?? 0,
            OutputSize = outputSize ?? 0,
            InputShape = inputShape,
            OutputShape = outputSize is null ? null : graph.ShapeOf(graph.Last),
            ParameterCount = network?.ParameterCount ?? 0,
            InputNames = inputNames,
            OutputNames = outputNames ?? default,
            Labels = boundLabels,
            IsTrainable = isTrainable && target?.IsStatic != true,
            HasGradients = gradients,
        };
        return new BoundNetwork(network, signature, tests)
        {
            Ranges = ranges,
            LabelsPlace = Place.Of(labelSource).Key("labels"),
            EmissionPlace = Place.Of(emissionSetting.Source).Key("emission"),
            Rows = graph.Rows,
        };
    }

    private static string Quoted(string value) => $"'{value}'";

    private static void BindGraph(
        string name, NetworkDeclaration? attributes, NetworkDeclaration? file, SettingMerger settings, GraphBuilder graph)
    {
        ProblemList problems = graph.Problems;
        (string Form, DeclarationSource Source)[] forms =
        [
            .. Forms(attributes, DeclarationSource.Attributes),
            .. Forms(file, DeclarationSource.File),
        ];
        if (forms.Length > 1)
        {
            problems.Report(DeclarationRules.MixedForms, Place.Of(forms[0].Source).Key(forms[0].Form), name, Words(forms[0]), Words(forms[1]));
            return;
        }

        (DeclaredActivation? hidden, DeclarationSource hiddenSource) = settings.Merge(d => d.HiddenActivation, "hidden_activation", a => $"'{a.Name}'");
        (DeclaredActivation? output, DeclarationSource outputSource) = settings.Merge(d => d.OutputActivation, "output_activation", a => $"'{a.Name}'");
        if (forms.Length == 0)
        {
            if (!settings.IsBroken)
            {
                Place place = file is null ? Place.Attributes : Place.File.Key(file.Nodes is null ? "layers" : "weights");
                problems.Report(DeclarationRules.NoLayers, place, name);
            }

            return;
        }

        DeclarationSource source = forms[0].Source;
        NetworkDeclaration declaration = (source == DeclarationSource.File ? file : attributes)!;
        if (declaration.Layers is { Count: > 0 } layers)
        {
            ReportNodeActivation(hidden, "hidden_activation", hiddenSource, name, problems);
            ReportNodeActivation(output, "output_activation", outputSource, name, problems);
            LayerGraphBinder.Bind(layers, Place.Of(source).Key("layers"), graph);
        }
        else
        {
            DeclaredActivation linear = new("linear");
            new NodeGraphBinder(new NodeSource(declaration.Nodes!.Value, source), hidden ?? linear, output ?? linear, graph).Bind();
        }
    }

    private static IEnumerable<(string Form, DeclarationSource Source)> Forms(NetworkDeclaration? declaration, DeclarationSource source)
    {
        if (declaration?.Layers?.Count > 0)
        {
            yield return ("layers", source);
        }

        if (declaration?.Nodes?.Count > 0)
        {
            yield return (source == DeclarationSource.File ? "weights" : "nodes", source);
        }
    }

    private static string Words((string Form, DeclarationSource Source) form) =>
        (form.Form == "layers" ? "layers" : "nodes") + (form.Source == DeclarationSource.File ? " in its file" : " in attributes");

    private static void ReportNodeActivation(
        DeclaredActivation? activation, string key, DeclarationSource source, string name, ProblemList problems)
    {
        if (activation is not null)
        {
            problems.Report(DeclarationRules.NodeActivationWithoutNodes, Place.Of(source).Key(key), Texts.Key(source, key), name);
        }
    }
}
