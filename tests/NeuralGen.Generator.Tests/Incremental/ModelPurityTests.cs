using System.Reflection;
using Microsoft.CodeAnalysis;
using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Emission;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Targets;
using NeuralGen.Generator.Projects;
using NeuralGen.Generator.Reading.Attributes;

namespace NeuralGen.Generator.Tests.Incremental;

/// <summary>Nothing that the pipeline keeps holds on to the compiler's objects or to places in a text.</summary>
public class ModelPurityTests
{
    [Theory]
    [InlineData(typeof(NetworkModel))]
    [InlineData(typeof(NetworkFile))]
    [InlineData(typeof(AttributedType))]
    [InlineData(typeof(NewType))]
    [InlineData(typeof(TargetPlatform))]
    [InlineData(typeof(BuildSettings))]
    public void Pipeline_values_hold_values_only(Type root)
    {
        HashSet<Type> seen = [];
        Visit(root, root.Name, seen);
        Assert.Contains(root, seen);
    }

    [Fact]
    public void All_operations_activations_and_declared_values_are_reached()
    {
        HashSet<Type> seen = [];
        Visit(typeof(NetworkModel), "model", seen);
        Visit(typeof(NetworkFile), "file", seen);
        Assert.Contains(typeof(DenseOperation), seen);
        Assert.Contains(typeof(PreluActivation), seen);
        Assert.Contains(typeof(DeclaredRows), seen);
    }

    private static void Visit(Type type, string path, HashSet<Type> seen)
    {
        if (!seen.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string))
        {
            return;
        }

        Assert.False(type.Assembly == typeof(ISymbol).Assembly || type.Assembly == typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly, $"{path} is a {type}");
        Assert.False(typeof(Delegate).IsAssignableFrom(type), $"{path} is a {type}");
        if (type.IsArray)
        {
            // Arrays compare by reference: only our own wrappers may hold one.
            Assert.True(path.EndsWith("._items", StringComparison.Ordinal) || path.EndsWith("._values", StringComparison.Ordinal), $"{path} is a {type}");
            Visit(type.GetElementType()!, path + "[]", seen);
            return;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            Visit(underlying, path, seen);
            return;
        }

        Assert.True(typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type), $"{path} is a {type}, which is not compared by value");
        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            Visit(field.FieldType, $"{path}.{field.Name}", seen);
        }

        foreach (Type derived in type.Assembly.GetTypes().Where(candidate => candidate.BaseType == type))
        {
            Visit(derived, $"{path}({derived.Name})", seen);
        }
    }
}
