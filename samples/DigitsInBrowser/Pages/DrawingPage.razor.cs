using System.Globalization;
using DigitsInBrowser.Drawing;
using DigitsInBrowser.Network;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace DigitsInBrowser.Pages;

/// <summary>The page: a paper to draw on, and what the network makes of the drawing.</summary>
public sealed partial class DrawingPage : IAsyncDisposable
{
    private readonly Strokes _strokes = new();
    private readonly Reading _reading = new();
    private readonly ElementReference[] _maps;
    private readonly KeyboardPen _pen;
    private ElementReference _paper;
    private IJSInProcessObjectReference? _module;
    private DotNetObjectReference<DrawingPage>? _self;
    private double _milliseconds;

    /// <summary>Makes the page.</summary>
    public DrawingPage()
    {
        _pen = new KeyboardPen(_strokes);
        _maps = new ElementReference[_reading.Layers.Count];
    }

    /// <summary>Gets or sets the way to the browser.</summary>
    [Inject]
    public IJSRuntime Browser { get; set; } = null!;

    private string Answer => _strokes.IsEmpty
        ? "Draw a digit."
        : string.Create(CultureInfo.InvariantCulture, $"Read as {Digits.LabelNames[_reading.Best]}, {100 * _reading.Probabilities[_reading.Best]:0} % sure.");

    private string Time => _milliseconds == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"A prediction takes {_milliseconds:0.000} ms here, all layers included.");

    /// <summary>A pen touches the paper.</summary>
    [JSInvokable]
    public void Begin(double x, double y)
    {
        _pen.Lift();
        _strokes.Begin(x, y);
        Show();
    }

    /// <summary>A pen moves along the paper.</summary>
    [JSInvokable]
    public void Go(double x, double y)
    {
        _strokes.Go(x, y);
        Show();
    }

    /// <summary>A pen leaves the paper.</summary>
    [JSInvokable]
    public void End()
    {
        _milliseconds = _reading.Measure();
        StateHasChanged();
    }

    /// <summary>A key is pressed on the paper.</summary>
    /// <returns>Whether it means something there.</returns>
    [JSInvokable]
    public bool Press(string key)
    {
        bool isKnown = _pen.Press(key);
        if (isKnown)
        {
            Show();
        }

        return isKnown;
    }

    /// <summary>Draws everything again, in the colours of the moment.</summary>
    [JSInvokable]
    public void Show()
    {
        if (!_strokes.IsEmpty)
        {
            _reading.Read(_strokes.Image());
        }

        double[] cursor = _pen.Place is { } place ? [place.X, place.Y, _pen.IsDown ? 1 : 0] : [];
        _module?.InvokeVoid("draw", _paper, _strokes.Lines, cursor);
        for (int i = 0; i < _maps.Length; i++)
        {
            FeatureMaps layer = _reading.Layers[i];
            byte[] shades = _strokes.IsEmpty ? new byte[layer.Count * layer.Width * layer.Width] : layer.Shades();
            _module?.InvokeVoid("paint", _maps[i], shades, layer.Width);
        }

        StateHasChanged();
    }

    /// <summary>Lets go of the browser's objects.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }

        _self?.Dispose();
    }

    /// <summary>Connects the paper, once it is there.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Browser.InvokeAsync<IJSInProcessObjectReference>("import", "./drawing.js");
            _module.InvokeVoid("start", _paper, _self);
            Show();
        }
    }

    private void Undo()
    {
        _pen.Lift();
        _strokes.Undo();
        Show();
    }

    private void Clear()
    {
        _pen.Lift();
        _strokes.Clear();
        Show();
    }

    private string Seen(FeatureMaps layer) => _strokes.IsEmpty
        ? $"{layer.Name}: nothing yet"
        : string.Create(CultureInfo.InvariantCulture, $"{layer.Name}: {layer.CountActive()} of {layer.Count} filters see something");
}
