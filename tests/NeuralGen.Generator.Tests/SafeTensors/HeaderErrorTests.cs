using System.Globalization;
using NeuralGen.Compiler.SafeTensors;

namespace NeuralGen.Generator.Tests.SafeTensors;

/// <summary>Each way in which a header can be wrong has its message, with file, tensor and numbers.</summary>
public class HeaderErrorTests
{
    [Theory]
    [InlineData(0UL, 0, "'f' has 0 bytes; a .safetensors file begins with 8 that say how long its header is")]
    [InlineData(0UL, 7, "'f' has 7 bytes; a .safetensors file begins with 8 that say how long its header is")]
    [InlineData(5UL, 12, "'f' says that its header has 5 bytes; behind the 8 that say so it has 4")]
    [InlineData(ulong.MaxValue, 12, "'f' says that its header has 18446744073709551615 bytes; behind the 8 that say so it has 4")]
    [InlineData(100_000_001UL, 200_000_000, "The header of 'f' has 100000001 bytes; a .safetensors file has at most 100000000")]
    [InlineData(0UL, 8, "The header of 'f' is no JSON: The file is empty at character 0")]
    public void Length_of_the_header(ulong header, long length, string message) => AssertProblems(new SparseStream(TensorBytes.Prefix(header), length), message);

    [Theory]
    [InlineData("[1", "The header of 'f' is no JSON: Expected ',' or ']' but found the end of the file at character 2")]
    [InlineData("[1]", "The header of 'f' is [1]; it must be an object with a member per tensor")]
    [InlineData("{\"__metadata__\":1}", "'__metadata__' of 'f' is 1; it must be an object whose members are strings")]
    [InlineData("{\"__metadata__\":{\"a\":1}}", "'a' in '__metadata__' of 'f' is 1; it must be a string")]
    [InlineData("{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}", "'__metadata__' of 'f' has 'a' twice")]
    [InlineData("{\"__metadata__\":{},\"__metadata__\":{}}", "'f' has '__metadata__' twice")]
    [InlineData("{\"t\":[]}", "Tensor 't' of 'f' is []; it must be an object with dtype, shape, data_offsets")]
    [InlineData("{\"t\\n\":null}", "Tensor 't\\u000A' of 'f' is null; it must be an object with dtype, shape, data_offsets")]
    public void The_header_as_a_whole(string header, string message) => AssertProblems(new MemoryStream(TensorBytes.Of(header)), message);

    [Fact]
    public void Bytes_that_are_no_text() =>
        AssertProblems(new MemoryStream([.. TensorBytes.Prefix(4), (byte)'{', (byte)'"', 0xFF, (byte)'}']), "The header of 'f' is no UTF-8 from byte 2 on");

    [Theory]
    [InlineData("\"shape\":[],\"data_offsets\":[0,4]", "Tensor 't' of 'f' has no 'dtype'")]
    [InlineData("\"dtype\":\"F32\",\"shape\":[],\"shape\":[],\"data_offsets\":[0,4]", "Tensor 't' of 'f' has more than one 'shape'")]
    [InlineData("\"dtype\":\"F8_E4M3\",\"shape\":[],\"data_offsets\":[0,4]", "'dtype' of tensor 't' of 'f' is \"F8_E4M3\"; F64, F32, F16, BF16, I64, I32, I16, I8, U8 and BOOL are known")]
    [InlineData("\"dtype\":\"f32\",\"shape\":[],\"data_offsets\":[0,4]", "'dtype' of tensor 't' of 'f' is \"f32\"; F64, F32, F16, BF16, I64, I32, I16, I8, U8 and BOOL are known")]
    [InlineData("\"dtype\":\"1\",\"shape\":[],\"data_offsets\":[0,4]", "'dtype' of tensor 't' of 'f' is \"1\"; F64, F32, F16, BF16, I64, I32, I16, I8, U8 and BOOL are known")]
    [InlineData("\"dtype\":1,\"shape\":[],\"data_offsets\":[0,4]", "'dtype' of tensor 't' of 'f' is 1; F64, F32, F16, BF16, I64, I32, I16, I8, U8 and BOOL are known")]
    [InlineData("\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]", "'shape' of tensor 't' of 'f' is [-1]; it must be a list of whole numbers from 0 up")]
    [InlineData("\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]", "'shape' of tensor 't' of 'f' is [1.0]; it must be a list of whole numbers from 0 up")]
    [InlineData("\"dtype\":\"F32\",\"shape\":[9223372036854775808],\"data_offsets\":[0,4]", "'shape' of tensor 't' of 'f' is [9223372036854775808]; it must be a list of whole numbers from 0 up")]
    [InlineData("\"dtype\":\"F32\",\"shape\":{},\"data_offsets\":[0,4]", "'shape' of tensor 't' of 'f' is {}; it must be a list of whole numbers from 0 up")]
    [InlineData("\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]", "Tensor 't' of 'f' has the shape [4294967296, 4294967296], whose F32 values have more bytes than a 64-bit number counts")]
    [InlineData("\"dtype\":\"F32\",\"shape\":[4611686018427387904],\"data_offsets\":[0,4]", "Tensor 't' of 'f' has the shape [4611686018427387904], whose F32 values have more bytes than a 64-bit number counts")]
    [InlineData("\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]", "'data_offsets' of tensor 't' of 'f' is [0]; it must be two whole numbers from 0 up, the second not below the first")]
    [InlineData("\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]", "'data_offsets' of tensor 't' of 'f' is [4,0]; it must be two whole numbers from 0 up, the second not below the first")]
    [InlineData("\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]", "Tensor 't' of 'f' has the bytes 0 to 8 of the data, which has 4 bytes")]
    [InlineData("\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,9223372036854775807]", "Tensor 't' of 'f' has the bytes 0 to 9223372036854775807 of the data, which has 4 bytes")]
    [InlineData("\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]", "Tensor 't' of 'f' has 4 bytes; its shape [2] of F32 needs 8")]
    [InlineData("\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,3]", "Tensor 't' of 'f' has 3 bytes, which are no whole number of values; its shape [1] of F32 needs 4")]
    public void A_tensor(string members, string message) => AssertProblems(new MemoryStream(TensorBytes.OfTensor(members, 4)), message);

    [Theory]
    [InlineData(0, 4, 2, 6, 6, "Tensors 'a' with the bytes 0 to 4 and 'b' with the bytes 2 to 6 of the data of 'f' overlap")]
    [InlineData(0, 4, 0, 4, 4, "Tensors 'b' with the bytes 0 to 4 and 'a' with the bytes 0 to 4 of the data of 'f' overlap")]
    [InlineData(0, 4, 6, 8, 8, "The bytes 4 to 6 of the data of 'f' belong to no tensor")]
    [InlineData(1, 4, 4, 8, 8, "The bytes 0 to 1 of the data of 'f' belong to no tensor")]
    [InlineData(0, 4, 4, 8, 9, "The bytes 8 to 9 of the data of 'f' belong to no tensor")]
    public void The_layout_of_the_data(int firstBegin, int firstEnd, int secondBegin, int secondEnd, int length, string message)
    {
        string first = TensorBytes.Member("a", "U8", (firstEnd - firstBegin).ToString(CultureInfo.InvariantCulture), firstBegin, firstEnd);
        string second = TensorBytes.Member("b", "U8", (secondEnd - secondBegin).ToString(CultureInfo.InvariantCulture), secondBegin, secondEnd);
        string header = $"{{{second},{first}}}";
        AssertProblems(new MemoryStream(TensorBytes.Of(header, length)), message);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_one_problem() => AssertProblems(
        new MemoryStream(TensorBytes.Of("""{"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[4],"data_offsets":[8,12]}}""", 4)),
        "Tensor 'a' of 'f' has the bytes 0 to 8 of the data, which has 4 bytes");

    [Fact]
    public void A_tensor_within_another_overlaps_what_comes_after_it_too() => AssertProblems(
        new MemoryStream(TensorBytes.Of(
            """{"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]},"c":{"dtype":"U8","shape":[2],"data_offsets":[6,8]}}""", 8)),
        "Tensors 'a' with the bytes 0 to 8 and 'b' with the bytes 2 to 3 of the data of 'f' overlap",
        "Tensors 'a' with the bytes 0 to 8 and 'c' with the bytes 6 to 8 of the data of 'f' overlap");

    [Fact]
    public void All_problems_are_told_and_of_many_the_first()
    {
        AssertProblems(
            new MemoryStream(TensorBytes.Of("""{"a":1,"b":{"dtype":"X","shape":[],"data_offsets":[0,1]},"a":2}""")),
            "Tensor 'a' of 'f' is 1; it must be an object with dtype, shape, data_offsets",
            "'dtype' of tensor 'b' of 'f' is \"X\"; F64, F32, F16, BF16, I64, I32, I16, I8, U8 and BOOL are known",
            "'f' has 'a' twice");
        IReadOnlyList<string> many = Problems(new MemoryStream(TensorBytes.Of("{" + string.Join(",", Enumerable.Range(0, 50).Select(i => $"\"{i}\":{i}")) + "}")));
        Assert.Equal((21, "'f' has 30 more problems of this kind"), (many.Count, many[^1]));
    }

    [Fact]
    public void Names_are_shown_on_one_line_and_not_at_any_length()
    {
        string message = Assert.Single(Problems(new MemoryStream(TensorBytes.Of("{\"\\u0000\\ud800" + new string('x', 500) + "\":1}"))));
        Assert.Equal("Tensor '\\u0000\\uD800" + new string('x', 98) + "…' of 'f' is 1; it must be an object with dtype, shape, data_offsets", message);
    }

    private static void AssertProblems(Stream stream, params string[] messages) => Assert.Equal(messages, Problems(stream));

    private static IReadOnlyList<string> Problems(Stream stream)
    {
        Assert.Null(SafeTensorsReader.TryRead(stream, "f", out IReadOnlyList<string> problems));
        return problems;
    }
}
