using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NeuralGen.Browser.Tests.Hosting;

namespace NeuralGen.Browser.Tests.Digits;

/// <summary>The sample <c>DigitsInBrowser</c> in a browser: what one draws on it, and what it answers.</summary>
public sealed partial class DigitsPageTests(PublishedPage published) : IClassFixture<PublishedPage>
{
    private const int PhoneWidth = 390;

    [BrowserFact]
    public async Task Each_digit_that_a_mouse_draws_is_read()
    {
        IPage page = await published.Open(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        string read = "";
        for (int digit = 0; digit < 10; digit++)
        {
            await Draw(page, digit);
            read += await Answer(page);
            await AssertBars(page);
            await page.ClickAsync("#clear");
            await Assertions.Expect(page.Locator("#answer")).ToHaveTextAsync("Draw a digit.");
        }

        Assert.Equal("0123456789", read);
        Assert.Empty(published.Problems);
        Assert.Empty(published.Foreign);
    }

    [BrowserFact]
    public async Task Hidden_layers_are_pictures_that_change_with_the_drawing()
    {
        IPage page = await published.Open(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        HashSet<string> seen = [await Pictures(page)];
        foreach (int digit in new[] { 3, 7 })
        {
            await Draw(page, digit);
            await Answer(page);
            Assert.True(seen.Add(await Pictures(page)));
            await page.ClickAsync("#clear");
        }

        Assert.Empty(published.Problems);
    }

    [BrowserFact]
    public async Task Keys_alone_draw_undo_and_clear()
    {
        IPage page = await published.Open(new());
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#paper")).ToBeFocusedAsync();
        await Keys(page, "Space", "ArrowDown*9", "Space");
        Assert.Equal("1", await Answer(page));
        await Keys(page, "ArrowRight", "Space", "ArrowLeft*4", "Space");
        await Assertions.Expect(page.Locator("#undo")).ToBeEnabledAsync();
        await Keys(page, "Backspace");
        Assert.Equal("1", await Answer(page));
        await Keys(page, "Escape");
        await Assertions.Expect(page.Locator("#answer")).ToHaveTextAsync("Draw a digit.");
        Assert.Empty(published.Problems);
    }

    [BrowserFact]
    public async Task A_finger_draws_on_a_phone_without_moving_the_page()
    {
        IPage page = await published.Open(new() { ViewportSize = new() { Width = PhoneWidth, Height = 844 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 3 });
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        ICDPSession session = await page.Context.NewCDPSessionAsync(page);
        LocatorBoundingBoxResult box = (await page.Locator("#paper").BoundingBoxAsync())!;
        (double X, double Y)[] line = [(0.28, 0.2), (0.7, 0.2), (0.6, 0.5), (0.45, 0.8)];
        for (int i = 0; i <= line.Length; i++)
        {
            object[] points = i == line.Length ? [] : [new { x = box.X + (line[i].X * box.Width), y = box.Y + (line[i].Y * box.Height) }];
            await session.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = i == 0 ? "touchStart" : i == line.Length ? "touchEnd" : "touchMove", ["touchPoints"] = points });
        }

        Assert.Equal("7", await Answer(page));
        Assert.Equal(0, await page.EvaluateAsync<int>("scrollY"));
        Assert.Empty(published.Problems);
    }

    [BrowserFact]
    public async Task Light_and_dark_have_their_colours_with_contrast()
    {
        foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            IPage page = await published.Open(new() { ColorScheme = scheme });
            foreach (string place in new[] { "h1", ".hint", "#answer", ".percent", "figcaption", "button" })
            {
                double contrast = Contrast(
                    await page.EvalOnSelectorAsync<string>(place, "element => getComputedStyle(element).color"),
                    await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
                Assert.True(contrast >= 4.5, FormattableString.Invariant($"{place} has a contrast of {contrast:0.0} in {scheme}"));
            }
        }
    }

    [BrowserFact]
    public async Task A_screen_reader_hears_the_answer_and_what_each_thing_is()
    {
        IPage page = await published.Open(new());
        await Draw(page, 0);
        await Answer(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Read as 0");
        await Assertions.Expect(page.GetByRole(AriaRole.Application, new() { Name = "Paper to draw a digit on" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Probability of each digit" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(10);
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = SomeFilters() })).ToHaveCountAsync(3);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Clear" })).ToBeEnabledAsync();
    }

    private static async Task Draw(IPage page, int digit)
    {
        LocatorBoundingBoxResult box = (await page.Locator("#paper").BoundingBoxAsync())!;
        foreach ((double X, double Y)[] line in HandwrittenDigits.Lines[digit])
        {
            await page.Mouse.MoveAsync((float)(box.X + (line[0].X * box.Width)), (float)(box.Y + (line[0].Y * box.Height)));
            await page.Mouse.DownAsync();
            foreach ((double x, double y) in line.Skip(1))
            {
                await page.Mouse.MoveAsync((float)(box.X + (x * box.Width)), (float)(box.Y + (y * box.Height)));
            }

            await page.Mouse.UpAsync();
        }
    }

    /// <summary>The digit that the page reads when it has seen all of the drawing: on a busy machine it answers for the first part of a stroke before.</summary>
    private static async Task<string> Answer(IPage page)
    {
        await Assertions.Expect(page.Locator("#time")).ToHaveTextAsync(PredictionTime());
        string before = "", answer = await page.InnerTextAsync("#answer");
        for (int same = 0; same < 3; same = answer == before ? same + 1 : 0)
        {
            before = answer;
            await page.WaitForTimeoutAsync(150);
            answer = await page.InnerTextAsync("#answer");
        }

        return Regex.Match(answer, @"Read as (\d), \d+ % sure").Groups[1].Value;
    }

    private static async Task AssertBars(IPage page)
    {
        IReadOnlyList<string> percents = await page.EvalOnSelectorAllAsync<string[]>("[data-digit]", "bars => bars.map(bar => bar.dataset.percent)");
        Assert.Equal(10, percents.Count);
        Assert.Equal(100, percents.Sum(percent => double.Parse(percent, CultureInfo.InvariantCulture)), 0.6);
    }

    private static Task<string> Pictures(IPage page) => page.EvaluateAsync<string>("[0, 1, 2].map(i => document.getElementById('layer' + i).toDataURL()).join()");

    private static async Task Keys(IPage page, params string[] keys)
    {
        foreach (string key in keys)
        {
            string[] parts = key.Split('*');
            for (int i = 0; i < (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1); i++)
            {
                await page.Keyboard.PressAsync(parts[0]);
            }
        }
    }

    /// <summary>The contrast of two colours (WCAG 2.2, 1.4.3).</summary>
    private static double Contrast(string one, string other)
    {
        double[] both = [Luminance(one), Luminance(other)];
        return (both.Max() + 0.05) / (both.Min() + 0.05);
    }

    private static double Luminance(string color)
    {
        double[] parts = [.. Regex.Matches(color, @"\d+").Take(3).Select(part => int.Parse(part.Value, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@"A prediction takes \d+\.\d{3} ms here")]
    private static partial Regex PredictionTime();

    [GeneratedRegex(@"\d+ of \d+ filters see something")]
    private static partial Regex SomeFilters();
}
