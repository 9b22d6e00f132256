using Microsoft.CodeAnalysis.CodeFixes;
using NeuralGen.CodeFixes;
using NeuralGen.CodeFixes.Attributes;
using NeuralGen.CodeFixes.CallSites;
using NeuralGen.CodeFixes.Files;
using NeuralGen.Compiler.Diagnostics;

namespace NeuralGen.Generator.Tests.CodeFixes;

/// <summary>The numbers that the fixes repeat are those of the rules, and editors find the fixes.</summary>
public class FixedRulesTests
{
    public static TheoryData<CodeFixProvider, string[]> Rules() => new()
    {
        { new MakePartialCodeFix(), [DeclarationRules.NotPartial.Id, DeclarationRules.ContainerNotPartial.Id] },
        {
            new ClosestNameCodeFix(),
            [
                DeclarationRules.SettingUnknown.Id, WeightRules.UnknownActivation.Id, FileRules.UnknownKey.Id, FileRules.UnknownLayerType.Id,
                FileRules.UnknownSource.Id,
            ]
        },
        { new FileNameCodeFix(), [DeclarationRules.FileNotFound.Id] },
        { new FileInputsCodeFix(), [ShapeRules.RowLength.Id] },
        { new LayoutCodeFix(), [ShapeRules.Transposed.Id] },
        { new AttributeInputsCodeFix(), [ShapeRules.WeightCount.Id] },
        { new FileBiasCodeFix(), [WeightRules.MissingValues.Id] },
        { new AttributeBiasCodeFix(), [WeightRules.MissingValues.Id] },
        { new LengthCodeFix(), [CallRules.WrongLength.Id] },
        { new SwapCodeFix(), [CallRules.Swapped.Id] },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Each_fix_is_for_these_rules(CodeFixProvider fix, string[] rules) => Assert.Equal(rules, fix.FixableDiagnosticIds.AsEnumerable());

    [Fact]
    public void Every_fix_is_listed_here() => Assert.Equal(
        typeof(MakePartialCodeFix).Assembly.GetTypes().Where(type => typeof(CodeFixProvider).IsAssignableFrom(type) && !type.IsAbstract).ToHashSet(),
        Rules().Select(row => row[0].GetType()).ToHashSet());

    [Theory]
    [MemberData(nameof(Rules))]
    public void Editors_find_each_fix(CodeFixProvider fix, string[] rules)
    {
        Assert.NotEmpty(rules);
        ExportCodeFixProviderAttribute export = Assert.IsType<ExportCodeFixProviderAttribute>(
            Assert.Single(fix.GetType().GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), inherit: false)));
        bool isForFiles = fix.GetType().Namespace == typeof(ClosestNameCodeFix).Namespace;
        Assert.Equal(fix.GetType().Name, export.Name);
        Assert.Equal(["C#"], export.Languages);
        Assert.Equal([isForFiles ? "AdditionalDocument" : "Document"], export.DocumentKinds);
        Assert.Equal(isForFiles ? [".json"] : null, export.DocumentExtensions);
        Assert.NotNull(fix.GetFixAllProvider());
    }
}
