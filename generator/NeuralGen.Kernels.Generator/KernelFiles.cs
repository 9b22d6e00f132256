using NeuralGen.Kernels.Generator.Tiles;

namespace NeuralGen.Kernels.Generator;

/// <summary>The table of all tiles: how many rows and vectors each takes at once.</summary>
internal static class KernelFiles
{
    private static readonly TileClass Panels = new("Matrices/Packed", "Panels", "TLanes, TVector");
    private static readonly TileClass SparsePanels = new("Matrices/Packed", "SparsePanels", "TLanes, TVector");
    private static readonly TileClass Strips = new("Matrices/Packed", "StripTiles", "TLanes, TVector");
    private static readonly TileClass RowDots = new("Matrices/Packed", "RowDots", "TLanes, TVector");
    private static readonly TileClass Pairs = new("Matrices/Products", "PairTiles", "TLanes, TVector, T");
    private static readonly TileClass Singles = new("Matrices/Products", "SingleTiles", "TLanes, TVector, T");
    private static readonly TileClass Rows = new("Matrices/Products", "RowTiles", "TLanes, TVector, T");
    private static readonly TileClass Dots = new("Matrices/Products", "DotTiles", "TLanes, TVector, T");
    private static readonly TileClass Convolutions = new("Convolutions/Packed", "ConvolutionTiles", "TLanes, TVector");
    private static readonly TileClass Depthwise = new("Convolutions/Packed", "DepthwiseTiles", "TLanes, TVector");
    private static readonly TileClass DepthwiseGradients = new("Convolutions/Products", "DepthwiseGradients", "TLanes, TVector, T");
    private static readonly TileClass Outer = new("Matrices/Products", "OuterTiles", "TLanes, TVector, T");

    /// <summary>All files.</summary>
    public static IReadOnlyList<GeneratedFile> All { get; } =
    [
        .. Panels.Files(
            new PanelTile(12, 1), new PanelTile(11, 1), new PanelTile(10, 1), new PanelTile(9, 1), new PanelTile(8, 1), new PanelTile(7, 1),
            new PanelTile(6, 2), new PanelTile(5, 2), new PanelTile(4, 2), new PanelTile(3, 3), new PanelTile(2, 4), new PanelTile(1, 8)),
        .. SparsePanels.Files([.. new[] { 12, 11, 10, 9, 8, 7 }.Select(vectors => new SparsePanelTile(vectors))]),
        .. Strips.Files(
            new StripTile(14, 2), new StripTile(12, 2), new StripTile(10, 2), new StripTile(8, 2), new StripTile(7, 2), new StripTile(6, 2),
            new StripTile(5, 2), new StripTile(4, 2), new StripTile(3, 2), new StripTile(2, 2), new StripTile(1, 2),
            new StripTile(12, 1), new StripTile(4, 1), new StripTile(1, 1), new StripRowTile(8)),
        .. RowDots.Files(new DotTile(1, 4, "float", ["second", "third", "fourth"])),
        .. Pairs.Files(new MatrixTile(8, 2), new MatrixTile(6, 2), new MatrixTile(4, 2), new MatrixTile(2, 2)),
        .. Singles.Files(new MatrixTile(8, 1), new MatrixTile(4, 1)),
        .. Rows.Files(new RowTile(8, 1), new RowTile(4, 2), new RowTile(2, 4), new RowTile(1, 4)),
        .. Dots.Files(new DotTile(4, 4, "T"), new DotTile(2, 4, "T"), new DotTile(1, 8, "T"), new DotTile(1, 4, "T"), new DotRowTile(4)),
        .. Convolutions.Files([.. new[] { 14, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1 }.Select(pixels => new ConvolutionTile(pixels, 2))]),
        .. Convolutions.Files([.. new[] { 14, 12, 10, 8, 6, 4, 3, 2, 1 }.Select(pixels => new ConvolutionTile(pixels, 1))]),
        .. Depthwise.Files(
            new DepthwiseTile(8), new DepthwiseTile(4), new DepthwiseTile(1),
            new DepthwiseTile(8, 3), new DepthwiseTile(8, 5), new DepthwiseTile(8, 3, 2)),
        .. DepthwiseGradients.Files([.. new[] { 5, 4, 3, 2, 1 }.Select(taps => new DepthwiseGradientTile(taps))]),
        .. Outer.Files(new OuterTile(4, isSum: true), new OuterTile(4, isSum: false)),
    ];
}
