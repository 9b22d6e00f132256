using NeuralGen.Compiler.Values.Names;

namespace NeuralGen.Generator.Tests.Values.Names;

/// <summary>Letters and their marks are composed as Unicode's form C composes them, whatever culture data the process has.</summary>
public class CompositionTests
{
    // Made by Python's unicodedata.normalize, from random composed characters and from Hangul.
    [Theory]
    [InlineData("\u00E6\u0304\u006E\u0300\u0045\u0304\u0300\u0055\u0301", "\u01E3\u01F9\u1E14\u00DA")]
    [InlineData("\u2225\u0338\u03B9\u0314\u03A1\u0314\u0DD9\u0DCA", "\u2226\u1F31\u1FEC\u0DDA")]
    [InlineData("\u004E\u0327\u004F\u0302\u0309\u0065\u0323\u06C1\u0654", "\u0145\u1ED4\u1EB9\u06C2")]
    [InlineData("\u006C\u0323\u0304\u2203\u0338\u0397\u0313\u0301\u0042\u0331", "\u1E39\u2204\u1F2C\u1E06")]
    [InlineData("\u0068\u032E\u3057\u3099\u3072\u3099\u03C9\u0313\u0301", "\u1E2B\u3058\u3073\u1F64")]
    [InlineData("\u0433\u0301\u3072\u309A\u0045\u0330\u0391\u0304", "\u0453\u3074\u1E1A\u1FB9")]
    [InlineData("\u0077\u030A\u30D2\u3099\u0399\u0301\u0073\u0301\u0307", "\u1E98\u30D3\u038A\u1E65")]
    [InlineData("\u0430\u0306\u0061\u030A\u0301\u30AB\u3099\u0395\u0314", "\u04D1\u01FB\u30AC\u1F19")]
    [InlineData("\u0059\u0307\u0063\u0307\u03A5\u0304\u1B0B\u1B35", "\u1E8E\u010B\u1FE9\u1B0C")]
    [InlineData("\u30AB\u3099\u004F\u0302\u0300\u006D\u0323\u0075\u0311", "\u30AC\u1ED2\u1E43\u0217")]
    [InlineData("\u0055\u032D\u0430\u0308\u0068\u0327\u0057\u0302", "\u1E76\u04D3\u1E29\u0174")]
    [InlineData("\u0061\u0307\u0304\u0077\u0301\u0041\u0323\u0045\u0302\u0309", "\u01E1\u1E83\u1EA0\u1EC2")]
    [InlineData("\u1112\u1161\u11AB\u1100\u116E\u11A8\u110B\u1165\u0020\u1100\u1161\u11B9", "\uD55C\uAD6D\uC5B4\u0020\uAC12")]
    public void A_text_is_composed_as_the_standard_says(string text, string composed)
    {
        Assert.Equal(composed, Composition.Compose(text));
        Assert.Equal(composed, Composition.Compose(composed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("\u0301 at the beginning")]
    [InlineData("q\u0301 has no composed form")]
    [InlineData("half a pair: \uD800")]
    public void What_has_no_composed_form_stays(string text) => Assert.Equal(text, Composition.Compose(text));
}
