using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Reading.Files;

/// <summary>Files that are not JSON, and what of JSON's dialects is accepted.</summary>
public class SyntaxTests
{
    [Theory]
    [InlineData("{|NEURAL0301:|}", "The file is empty")]
    [InlineData("{|NEURAL0301:|} \n // nothing \n /* here */ ", "The file is empty")]
    [InlineData("{|NEURAL0301:\0|}\0\u0001\uFFFDZPNG", "Expected a value but found U+0000")]
    [InlineData("{|NEURAL0301:MZ|}\u0090\0\u0003", "Expected a value but found 'MZ'")]
    [InlineData("{|NEURAL0301:<|}network/>", "Expected a value but found '<'")]
    [InlineData("{ \"inputs\": 2, \"layers\": [{|NEURAL0301:|}", "Expected a value or ']' but found the end of the file")]
    [InlineData("{ \"inputs\": 2 }\n{|NEURAL0301:{|}}", "Expected the end of the file but found '{'")]
    [InlineData("{ \"inputs\": 2,{|NEURAL0301:,|} }", "Expected a member name in double quotes or '}' but found ','")]
    [InlineData("{ {|NEURAL0301:'|}inputs': 2 }", "Expected a member name in double quotes or '}' but found '''")]
    [InlineData("{ \"inputs\": {|NEURAL0301:nan|} }", "Expected a value but found 'nan'")]
    [InlineData("{ \"inputs\": 2 } {|NEURAL0301:/*|} open", "Expected '*/' at the end of this comment but found the end of the file")]
    public void A_file_that_is_not_json_is_reported_where_that_shows(string text, string message) => Diagnose.File(text).Reports(message);

    [Fact]
    public void Deep_nesting_is_reported_and_overflows_no_stack() => Diagnose
        .File($"{new string('[', 64)}{{|NEURAL0301:[|}}{new string('[', 100000)}")
        .Reports("Expected at most 64 levels of nesting but found '[' opening another");

    [Fact]
    public void A_broken_file_that_a_type_names_is_reported_once_and_alone() => Diagnose
        .Source("""[NeuralNetwork("net.nn.json")] public partial class Net;""")
        .File("net.nn.json", "{ \"inputs\": 2,{|NEURAL0301:|}")
        .Reports("Expected a member name in double quotes or '}' but found the end of the file");

    [Theory]
    [InlineData("// first\n{ /* second */ \"inputs\": 2, \"layers\": [ { \"type\": \"dense\", \"weights\": [[1, 2,],], }, ], } // third")]
    [InlineData("\uFEFF{ \"inputs\": 2, \"layers\": [ { \"type\": \"dense\", \"weights\": [[1, 2]] } ] }")]
    [InlineData("{ \"\\u0069nputs\": 2.0, \"layers\": [ { \"type\": \"\\u0064ense\", \"units\": 1e0, \"weights\": [[1E+0, -0.2e1]] } ] }")]
    [InlineData("\t{ \"inputs\" :\r2 ,\r\"layers\":[{\"type\":\"dense\",\"weights\":[[1,2]]}]}\r\n\r\n")]
    public void Comments_trailing_commas_a_byte_order_mark_and_escapes_are_accepted(string text) => Diagnose.File(text).ReportsNothing();
}
