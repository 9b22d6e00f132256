using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;
using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Compiler.Binding;

/// <summary>
/// Binds what a build writes in place of a model that it could not import: the build has reported why, so that nothing is reported here, and
/// callers find the members, as far as inputs and outputs are known.
/// </summary>
internal static class StandInBinder
{
    /// <summary>Binds the file.</summary>
    /// <param name="name">The name that messages and remarks use.</param>
    /// <param name="file">What the file says.</param>
    /// <param name="isTrainable">Whether the members are those of an instance.</param>
    /// <param name="isStepwise">Whether a call computes one step.</param>
    public static BoundNetwork Bind(string name, NetworkDeclaration file, bool isTrainable, bool isStepwise)
    {
        NetworkSignature unknown = NetworkSignature.Unknown(name);
        EquatableArray<StateDeclaration> pairs = file.States ?? default;
        EquatableArray<Port> declared = Ports(file.InputPorts, unknown.Inputs);
        EquatableArray<Port> inputs = declared.Where(port => pairs.All(pair => pair.Input != port.Name)).ToEquatableArray();
        EquatableArray<Port> outputs = Ports(file.OutputPorts, unknown.Outputs).Where(port => pairs.All(pair => pair.Output != port.Name)).ToEquatableArray();
        EquatableArray<Label> labels = (file.Labels ?? default).Select(label => new Label(label.Text, Identifier.Member(label.Name ?? label.Text))).ToEquatableArray();
        NetworkSignature signature = unknown with
        {
            Precision = file.Precision == "double" ? Precision.Double : Precision.Single,
            Inputs = inputs,
            Outputs = outputs,
            InputNames = inputs.Count > 1 ? inputs.Select(port => port.Name).ToEquatableArray() : default,
            OutputNames = outputs.Count > 1 ? outputs.Select(port => port.Name).ToEquatableArray() : default,
            Labels = labels,
            LabelledOutput = Math.Max(0, OutputBinder.Labelled(outputs, labels.Count)),
            IsTrainable = isTrainable,
            HasState = isStepwise || pairs.Count > 0,
            States = StateBinder.Kept(pairs, declared),
        };
        return new BoundNetwork(null, signature, default);
    }

    private static EquatableArray<Port> Ports(EquatableArray<PortDeclaration>? declared, EquatableArray<Port> unknown) => declared is { Count: > 0 } ports
        ? ports.Select(port => new Port(port.Name ?? "", port.Shape, port.Type is null ? ElementType.Float : ElementTypes.Find(port.Type) ?? ElementType.Float)).ToEquatableArray()
        : unknown;
}
