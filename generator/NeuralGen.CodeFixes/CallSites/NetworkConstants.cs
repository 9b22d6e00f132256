using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralGen.CodeFixes.CallSites;

/// <summary>The constants of the network that a call is about, or products of two.</summary>
/// <param name="model">The meaning of the code.</param>
/// <param name="passed">What the call passes.</param>
/// <param name="product">The constants, by their own names.</param>
internal sealed class NetworkConstants(SemanticModel model, PassedArgument passed, string product)
{
    private const string Times = " * ";

    private readonly string[] _names = product.Split([Times], StringSplitOptions.None);

    /// <summary>The length that they say; null when the network has no such constants.</summary>
    public long? Value
    {
        get
        {
            long value = 1;
            foreach (string name in _names)
            {
                if (Constant(name) is not { ConstantValue: int factor })
                {
                    return null;
                }

                value *= factor;
            }

            return value;
        }
    }

    /// <summary>How they are written at a place: qualified as the call is where that works, else by the type's shortest name.</summary>
    public string? At(int position)
    {
        string asCalled = passed.Call.Expression is MemberAccessExpressionSyntax access ? access.Expression + "." : "";
        string asType = passed.Method.ContainingType.ToMinimalDisplayString(model, position) + ".";
        return new[] { asCalled, asType }
            .Where(qualifier => _names.All(name => IsMeant(qualifier + name, name, position)))
            .Select(qualifier => string.Join(Times, _names.Select(name => qualifier + name)))
            .FirstOrDefault();
    }

    private bool IsMeant(string expression, string name, int position) => SymbolEqualityComparer.Default.Equals(
        Constant(name),
        model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(expression), SpeculativeBindingOption.BindAsExpression).Symbol);

    private IFieldSymbol? Constant(string name) => passed.Method.ContainingType.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault(field => field.IsConst);
}
