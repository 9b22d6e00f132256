using System.Text.Json;
using NeuralGen.Compiler.Json;

namespace NeuralGen.Generator.Tests.Json;

/// <summary>Compares whole trees with those of System.Text.Json.</summary>
internal static class TreeComparison
{
    public static void AssertEqual(JsonElement expected, JsonValue actual)
    {
        Assert.Equal(expected.ValueKind.ToString(), actual.Kind.ToString());
        Assert.Equal(
            ReferenceJson.WithoutComments(expected.GetRawText()), ReferenceJson.WithoutComments(actual.Raw));
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                AssertMembersEqual(expected, actual);
                break;
            case JsonValueKind.Array:
                AssertElementsEqual(expected, actual);
                break;
            case JsonValueKind.String:
                AssertStringsEqual(expected.GetString, actual.GetString());
                break;
            case JsonValueKind.Number:
                Assert.Equal(
                    BitConverter.DoubleToInt64Bits(expected.GetDouble()),
                    BitConverter.DoubleToInt64Bits(actual.GetDouble()));
                Assert.Equal(expected.GetRawText().IndexOfAny(['.', 'e', 'E']) < 0, actual.IsInteger);
                break;
        }
    }

    private static void AssertMembersEqual(JsonElement expected, JsonValue actual)
    {
        int count = 0;
        JsonElement.ObjectEnumerator members = expected.EnumerateObject();
        foreach (JsonMember member in actual.Members)
        {
            Assert.True(members.MoveNext());
            JsonProperty expectedMember = members.Current;
            AssertStringsEqual(() => expectedMember.Name, member.Name);
            AssertEqual(expectedMember.Value, member.Value);
            count++;
        }

        Assert.False(members.MoveNext());
        Assert.Equal(count, actual.Count);
    }

    private static void AssertElementsEqual(JsonElement expected, JsonValue actual)
    {
        int count = 0;
        JsonElement.ArrayEnumerator elements = expected.EnumerateArray();
        foreach (JsonValue element in actual.Elements)
        {
            Assert.True(elements.MoveNext());
            AssertEqual(elements.Current, element);
            Assert.Equal(element.Start, actual[count].Start);
            count++;
        }

        Assert.False(elements.MoveNext());
        Assert.Equal(count, actual.Count);
    }

    private static void AssertStringsEqual(Func<string?> expected, string actual)
    {
        string? expectedString;
        try
        {
            expectedString = expected();
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json accepts escapes of lone surrogates but does not give them out; ours keeps them.
            Assert.NotEqual(ReferenceJson.WithoutLoneSurrogates(actual), actual);
            return;
        }

        Assert.Equal(expectedString, actual);
    }
}
