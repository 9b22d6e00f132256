namespace NeuralGen.Kernels.Convolutions.Packed;

/// <summary>What the pixels of each row of the output multiply; rows that have the same taps share it.</summary>
internal sealed unsafe class TapRuns
{
    // Long chains of additions lose digits.
    private const int MostChain = 400;

    // Pinned, so that pointers into them stay right.
    private readonly TapRun[] _runs;
    private readonly (int Start, int Count)[] _rows;

    /// <summary>Finds the runs of all rows.</summary>
    /// <param name="plan">what is read.</param>
    /// <param name="shape">the convolution; a run of a depthwise one is a row of its kernel.</param>
    public TapRuns(RowPlan plan, in ConvolutionShape shape)
    {
        List<TapRun> runs = [];
        Dictionary<(int, int, int, int), (int Start, int Count)> known = [];
        _rows = new (int Start, int Count)[plan.Depth.Output * plan.Height.Output];
        for (int row = 0; row < _rows.Length; row++)
        {
            int z = row / plan.Height.Output, y = row % plan.Height.Output;
            (int, int, int, int) taps = (plan.Depth.FirstTap(z), plan.Depth.EndTap(z), plan.Height.FirstTap(y), plan.Height.EndTap(y));
            if (!known.TryGetValue(taps, out _rows[row]))
            {
                int start = runs.Count;
                Add(runs, plan, shape, taps);
                EndChains(runs, start);
                known[taps] = _rows[row] = (start, runs.Count - start);
            }
        }

        _runs = GC.AllocateUninitializedArray<TapRun>(runs.Count, pinned: true);
        runs.CopyTo(_runs);
    }

    /// <summary>The runs of a row.</summary>
    /// <param name="row">its number over all planes.</param>
    /// <param name="count">receives their number.</param>
    public TapRun* Of(int row, out int count)
    {
        count = _rows[row].Count;
        return count == 0 ? null : (TapRun*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref _runs[_rows[row].Start]);
    }

    private static void Add(List<TapRun> runs, RowPlan plan, in ConvolutionShape shape, (int FirstZ, int EndZ, int FirstY, int EndY) taps)
    {
        int kernel = plan.Width.Kernel, depth = shape.GroupChannels;
        bool isWhole = shape.IsDepthwise || (shape.Groups == 1 && (plan.Width.Dilation == 1 || kernel == 1));
        for (int z = taps.FirstZ; z < taps.EndZ; z++)
        {
            for (int y = taps.FirstY; y < taps.EndY; y++)
            {
                nint plane = plan.IsCopied ? z - taps.FirstZ : z * plan.Depth.Dilation;
                nint input = (plane * plan.PlanePitch) + (y * plan.Height.Dilation * plan.RowPitch);
                nint position = (nint)((z * plan.Height.Kernel) + y) * kernel * depth;
                for (int x = 0; x < (isWhole ? 1 : kernel); x++)
                {
                    AddParts(runs, input + (x * plan.Width.Dilation * (nint)plan.PixelSize), position + (x * (nint)depth), isWhole ? kernel * depth : depth);
                }
            }
        }
    }

    private static void AddParts(List<TapRun> runs, nint input, nint position, int length)
    {
        int parts = (length + MostChain - 1) / MostChain;
        for (int part = 0; part < parts; part++)
        {
            int start = (int)((long)length * part / parts), end = (int)((long)length * (part + 1) / parts);
            runs.Add(new TapRun { Input = input + start, Position = position + start, Length = end - start });
        }
    }

    private static void EndChains(List<TapRun> runs, int start)
    {
        int length = 0;
        for (int i = start; i < runs.Count; i++)
        {
            TapRun run = runs[i];
            length += run.Length;
            run.EndsChain = i == runs.Count - 1 || length + runs[i + 1].Length > MostChain;
            length = run.EndsChain ? 0 : length;
            runs[i] = run;
        }
    }
}
