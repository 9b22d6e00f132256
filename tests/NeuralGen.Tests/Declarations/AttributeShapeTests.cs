using System.Diagnostics;
using System.Reflection;

namespace NeuralGen.Tests;

public sealed class AttributeShapeTests
{
    private const string ActivationArguments =
        "Alpha:Double, Beta:Double, Lambda:Double, Threshold:Double, Value:Double, MinVal:Double, MaxVal:Double, MaxValue:Double, NegativeSlope:Double, ";

    public static TheoryData<Type, bool, string> Shapes => new()
    {
        {
            typeof(NeuralNetworkAttribute), false,
            "File:String get, Inputs:Int32, InputNames:String[], InputShape:Int32[], OutputNames:String[], Labels:String[], "
            + "Tensors:String, Precision:Precision, HiddenActivation:Activation, OutputActivation:Activation, Loss:LossFunction, "
            + "LossDelta:Double, Emission:Emission, Layout:WeightLayout, Gradients:Boolean, Trainable:Boolean, Stateful:Boolean, Seed:Int32"
        },
        {
            typeof(DenseAttribute), true,
            "Units:Int32 get, Activation:Activation get, Weights:Double[], Layout:WeightLayout, Bias:Double[], UseBias:Boolean, WeightsTensor:String, BiasTensor:String, "
            + ActivationArguments + "Slopes:Double[], Name:String, Tensor:String, Inputs:String[]"
        },
        { typeof(NodeAttribute), true, "Name:String get, Weights:Double[] get, Bias:Double" },
        { typeof(ActivationAttribute), true, "Activation:Activation get, " + ActivationArguments + "Slopes:Double[], Name:String, Tensor:String, Inputs:String[]" },
        { typeof(NormalizationAttribute), true, "Mean:Double[], Scale:Double[], Name:String, Tensor:String, Inputs:String[]" },
        {
            typeof(BatchNormalizationAttribute), true,
            "Gamma:Double[], Beta:Double[], Mean:Double[], Variance:Double[], Epsilon:Double, Axis:Int32, GammaTensor:String, BetaTensor:String, "
            + "MeanTensor:String, VarianceTensor:String, Name:String, Tensor:String, Inputs:String[]"
        },
        { typeof(LayerNormalizationAttribute), true, "Gamma:Double[], Beta:Double[], Epsilon:Double, GammaTensor:String, BetaTensor:String, Name:String, Tensor:String, Inputs:String[]" },
        { typeof(DropoutAttribute), true, "Rate:Double get, Name:String, Tensor:String, Inputs:String[]" },
        { typeof(TransposeAttribute), true, "Axes:Int32[] get, Name:String, Tensor:String, Inputs:String[]" },
        { typeof(SliceAttribute), true, "Axis:Int32, Start:Int32, End:Int32, Step:Int32, Name:String, Tensor:String, Inputs:String[]" },
        { typeof(PadAttribute), true, "Padding:Int32[] get, Mode:PadMode, Value:Double, Name:String, Tensor:String, Inputs:String[]" },
        { typeof(GatherAttribute), true, "Indices:Int32[] get, Axis:Int32, Name:String, Tensor:String, Inputs:String[]" },
        { typeof(SplitAttribute), true, "Outputs:String[] get, Axis:Int32, Sizes:Int32[], Parts:Int32, Name:String, Tensor:String, Inputs:String[]" },
        { typeof(ReshapeAttribute), true, "Shape:Int32[] get, Name:String, Tensor:String, Inputs:String[]" },
        { typeof(FlattenAttribute), true, "Name:String, Tensor:String, Inputs:String[]" },
        { typeof(ReduceAttribute), true, "Operation:Reduction get, Axes:Int32[], KeepDimensions:Boolean, Name:String, Tensor:String, Inputs:String[]" },
        { typeof(ResizeAttribute), true, "Mode:ResizeMode get, Size:Int32, Sizes:Int32[], Scale:Double, Scales:Double[], AlignCorners:Boolean, Name:String, Tensor:String, Inputs:String[]" },
        { typeof(ConcatAttribute), true, "Axis:Int32, Name:String, Tensor:String, Inputs:String[]" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Has_this_usage_and_these_properties(Type attribute, bool allowMultiple, string properties)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        AttributeUsageAttribute usage = attribute.GetCustomAttribute<AttributeUsageAttribute>()!;

        Assert.True(attribute.IsSealed);
        Assert.True(typeof(Attribute).IsAssignableFrom(attribute));
        Assert.Equal(AttributeTargets.Class | AttributeTargets.Struct, usage.ValidOn);
        Assert.Equal(allowMultiple, usage.AllowMultiple);
        Assert.False(usage.Inherited);
        Assert.False(attribute.IsDefined(typeof(ConditionalAttribute)), "compiled types keep their declaration");
        Assert.Equal(properties, string.Join(", ", Own(attribute).Select(Describe)));
    }

    [Theory]
    [InlineData(typeof(NeuralNetworkAttribute), "()", "(String file)")]
    [InlineData(typeof(DenseAttribute), "(Int32 units, Activation activation = Linear)")]
    [InlineData(typeof(NodeAttribute), "(String name, params Double[] weights)")]
    [InlineData(typeof(ActivationAttribute), "(Activation activation)")]
    [InlineData(typeof(NormalizationAttribute), "()")]
    [InlineData(typeof(BatchNormalizationAttribute), "()")]
    [InlineData(typeof(LayerNormalizationAttribute), "()")]
    [InlineData(typeof(DropoutAttribute), "(Double rate)")]
    [InlineData(typeof(TransposeAttribute), "(params Int32[] axes)")]
    [InlineData(typeof(SliceAttribute), "()")]
    [InlineData(typeof(PadAttribute), "(params Int32[] padding)")]
    [InlineData(typeof(GatherAttribute), "(params Int32[] indices)")]
    [InlineData(typeof(SplitAttribute), "(params String[] outputs)")]
    [InlineData(typeof(ReshapeAttribute), "(params Int32[] shape)")]
    [InlineData(typeof(FlattenAttribute), "()")]
    [InlineData(typeof(ReduceAttribute), "(Reduction operation)")]
    public void Has_these_constructors(Type attribute, params string[] constructors)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        Assert.Equal(constructors, attribute.GetConstructors()
            .OrderBy(constructor => constructor.GetParameters().Length)
            .Select(constructor => $"({string.Join(", ", constructor.GetParameters().Select(Describe))})"));
    }

    [Fact]
    public void Leaves_these_values_when_nothing_is_said()
    {
        AssertValues(new NeuralNetworkAttribute(), nameof(NeuralNetworkAttribute.LossDelta), 1.0, nameof(NeuralNetworkAttribute.Gradients), true);
        AssertValues(new DenseAttribute(3), nameof(DenseAttribute.UseBias), true, nameof(DenseAttribute.Units), 3);
        AssertValues(new NormalizationAttribute());
        AssertValues(new BatchNormalizationAttribute(), nameof(BatchNormalizationAttribute.Epsilon), 1e-5);
        AssertValues(new LayerNormalizationAttribute(), nameof(LayerNormalizationAttribute.Epsilon), 1e-5);
        AssertValues(new ActivationAttribute(Activation.Linear));
        AssertValues(new DropoutAttribute(0.5), nameof(DropoutAttribute.Rate), 0.5);
        AssertValues(new SliceAttribute(), nameof(SliceAttribute.End), int.MaxValue, nameof(SliceAttribute.Step), 1);
        AssertValues(new FlattenAttribute());
        AssertValues(new ReduceAttribute(Reduction.Mean), nameof(ReduceAttribute.Operation), Reduction.Mean);
        AssertValues(new ResizeAttribute(ResizeMode.Cubic), nameof(ResizeAttribute.Mode), ResizeMode.Cubic);
        Assert.Equal(0, new NodeAttribute("output", 1, 2).Bias);
    }

    /// <summary>Checks that all properties but the named ones have the default of their type.</summary>
    private static void AssertValues(Attribute attribute, params object[] namesAndValues)
    {
        Dictionary<string, object> expected = namesAndValues.Chunk(2).ToDictionary(pair => (string)pair[0], pair => pair[1]);
        foreach (PropertyInfo property in Own(attribute.GetType()))
        {
            Type type = property.PropertyType;
            object? otherwise = type.IsValueType ? Activator.CreateInstance(type) : null;
            Assert.Equal(expected.GetValueOrDefault(property.Name, otherwise!), property.GetValue(attribute));
        }
    }

    private static IEnumerable<PropertyInfo> Own(Type attribute) =>
        attribute.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.DeclaringType!.Assembly == typeof(NeuralNetworkAttribute).Assembly);

    private static string Describe(PropertyInfo property) =>
        $"{property.Name}:{property.PropertyType.Name}{(property.CanWrite ? "" : " get")}";

    private static string Describe(ParameterInfo parameter) =>
        (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
        + $"{parameter.ParameterType.Name} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {Enum.ToObject(parameter.ParameterType, parameter.DefaultValue!)}" : "");
}
