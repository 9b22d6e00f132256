using System.Globalization;
using NeuralGen.Compiler.Binding.Streaming;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Declarations.Tests;
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
        BoundNetwork Bound(ProblemList found, bool readsStoredNumbers) => Bind(name, attributes, file, fileName, found, target, readsStoredNumbers);
        return StoredNumbersBinder.Place(Bound(problems, readsStoredNumbers: false), () => Bound(new ProblemList(), readsStoredNumbers: true), problems);
    }

    /// <summary>Binds a network that is declared by its file alone, and of which all weights are known, however many they are.</summary>
    /// <inheritdoc cref="Bind(string, NetworkDeclaration?, NetworkDeclaration?, string, ProblemList, TargetType?)"/>
    public static BoundNetwork BindWhole(string name, NetworkDeclaration file, string fileName, ProblemList problems) =>
        Bind(name, null, file, fileName, problems, null, readsStoredNumbers: false);

    /// <summary>Binds a network within a layer of another one.</summary>
    /// <param name="name">The name that messages use.</param>
    /// <param name="body">What is said of it.</param>
    /// <param name="readsStoredNumbers">Whether the program reads the numbers of a file of weights in place.</param>
    /// <param name="problems">Where to report.</param>
    public static BoundNetwork BindBody(string name, NetworkDeclaration body, bool readsStoredNumbers, ProblemList problems) =>
        Bind(name, null, body, "", problems, null, readsStoredNumbers);

    private static BoundNetwork Bind(
        string name, NetworkDeclaration? attributes, NetworkDeclaration? file, string fileName, ProblemList problems, TargetType? target, bool readsStoredNumbers)
    {
        if (file is { Source.IsMissing: true })
        {
            return StandInBinder.Bind(name, file, (attributes?.Trainable ?? file.Trainable) == true && target is not { IsClass: false }, attributes?.Stateful == true || file.Stateful == true);
        }

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
        (EquatableArray<string> inputNames, EquatableArray<Port> inputs, DeclarationSource inputSource) = InputBinder.Bind(name, precision, settings, problems, NeedsNoInput(attributes ?? file) || NeedsNoInput(file));
        int? inputSize = inputs.Count == 1 ? inputs[0].Shape?.Size : null;
        GraphBuilder graph = new(isPrecisionKnown ? precision : Precision.Double, problems)
        {
            IsTrainable = isTrainable,
            Weights = attributes?.Weights ?? file?.Weights,
            ReadsStoredNumbers = readsStoredNumbers,
            MayBeTrainable = trainable ?? settings.IsBroken,
            Layout = isLayoutKnown && !settings.Differs("layout") ? layout : null,
            Bodies = new BodyBinder(isPrecisionKnown ? precision : Precision.Double, attributes?.Weights ?? file?.Weights, readsStoredNumbers, problems).Bind,
        };
        graph.AppendInputs(inputs);
        BindGraph(name, attributes, file, settings, graph);

        NameBinder names = new(name, problems);
        names.CheckInputs(
            inputs.Count > 1 ? inputs.Select(port => port.Name).ToEquatableArray() : inputNames, PortBinder.ListOf(inputSource, "inputs", areTensors: inputs.Count > 1));
        (EquatableArray<Port> outputs, EquatableArray<int> outputTensors) = OutputBinder.Bind(name, precision, settings, graph);
        Loss loss = LossBinder.Bind(name, settings, graph, outputTensors.Count > 0 ? outputTensors[0] : graph.Last, problems);
        Network? network = IsBroken() ? null : new Network
        {
            Name = name,
            Precision = precision,
            Emission = emission,
            Tensors = graph.Tensors(),
            Operations = graph.Operations.ToEquatableArray(),
            InputCount = inputs.Count,
            OutputTensors = outputTensors,
            InputNames = inputNames,
            OutputNames = default,
            Labels = default,
            Loss = loss,
            IsTrainable = isTrainable,
            HasGradients = gradients,
            Seed = seed ?? 0,
        };
        StateBinder states = StateBinder.Bind(name, attributes, file, settings, isTrainable, problems);
        EquatableArray<Port> kept = states.Declared(inputs, attributes?.Layers is { Count: > 0 } layers ? layers : file?.Layers ?? default);
        network = states.Apply(network, outputs, graph.PlaceOf);
        (inputs, outputs) = states.Ports(network, inputs, outputs);

        int? outputSize = outputs.Count == 1 ? outputs[0].Shape?.Size : null;
        (EquatableArray<string>? outputNames, DeclarationSource outputSource) =
            settings.MergeValue(d => d.OutputNames, "outputs", list => $"[{string.Join(", ", list)}]");
        names.CheckOutputs(
            outputs.Count > 1 ? outputs.Select(port => port.Name).ToEquatableArray() : outputNames,
            PortBinder.ListOf(outputSource, "outputs", areTensors: outputs.Count > 1),
            settings.Differs("outputs") || outputs.Count > 1 ? null : outputSize);
        (EquatableArray<LabelDeclaration>? labels, DeclarationSource labelSource) =
            settings.MergeValue(d => d.Labels, "labels", list => $"[{string.Join(", ", list.Select(label => label.Text))}]");
        int labelled = OutputBinder.Labelled(outputs, labels?.Count ?? 0);
        EquatableArray<Label> boundLabels = names.BindLabels(
            labels ?? default, labelSource, settings.Differs("labels") || labelled < 0 ? null : outputs[labelled].Shape?.Size, graph, labelled < 0 || labelled >= outputTensors.Count ? graph.Last : outputTensors[labelled]);
        EquatableArray<TestVector> tests = file?.Tests ?? default;
        TestVectorChecker.Check(name, tests, inputs, outputs, states.HasState, file?.IsBroken != true, problems);
        Interval[]? ranges = RangeBinder.Bind(name, file?.Ranges, inputSize, inputs.Count, problems);
        network = IsBroken() ? null : network! with { OutputNames = outputNames ?? default, Labels = boundLabels };
        NetworkSignature signature = new()
        {
            Name = name,
            Precision = precision,
            Inputs = inputs,
            Outputs = outputs.Count > 0 ? outputs : new([new Port("output", null)]),
            ParameterCount = network?.ParameterCount ?? 0,
            InputNames = inputs.Count > 1 ? inputs.Select(port => port.Name).ToEquatableArray() : inputNames,
            OutputNames = outputs.Count > 1 ? outputs.Select(port => port.Name).ToEquatableArray() : outputNames ?? default,
            Labels = boundLabels,
            LabelledOutput = Math.Max(labelled, 0),
            Source = file?.Source,
            IsTrainable = isTrainable && target?.IsStatic != true,
            HasGradients = gradients,

            // One that would go step by step, and has nothing to keep for it, has no state.
            HasState = network is null or { IsTrainable: true } ? states.HasState : network.States.Count > 0,
            States = network is null ? kept : StepNetwork.States(network),
            HasBatches = file?.Batches ?? true,
        };
        return new BoundNetwork(network, signature, tests)
        {
            Ranges = ranges,
            IsStepwise = states.HasState,
            LabelsPlace = Place.Of(labelSource).Key("labels"),
            TrainablePlace = Place.Of(trainableSource).Key("trainable"),
            EmissionPlace = Place.Of(emissionSetting.Source).Key("emission"),
            Rows = graph.Rows,
        };

        bool IsBroken() => problems.HasErrors || attributes?.IsBroken == true || file?.IsBroken == true || !graph.HasLayers || outputs.Count == 0;
    }

    /// <summary>Whether the first layer reads nothing.</summary>
    private static bool NeedsNoInput(NetworkDeclaration? declaration) =>
        declaration?.Layers is { Count: > 0 } layers && layers[0].Type is { } type && LayerCatalog.Find(type) is { MaximumSources: 0 };

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
            LayerGraphBinder.Bind(layers, Place.Of(source).Key("layers"), graph, (attributes?.OutputPorts ?? file?.OutputPorts)?.Count > 0);
        }
        else
        {
            if (graph.InputCount > 1)
            {
                problems.Report(DeclarationRules.MixedForms, Place.Of(source).Key(forms[0].Form), name, Words(forms[0]), Texts.Count(graph.InputCount, "input tensor"));
            }

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
