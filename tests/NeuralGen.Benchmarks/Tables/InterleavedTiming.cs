using NeuralGen.Benchmarks.Candidates;

namespace NeuralGen.Benchmarks.Tables;

/// <summary>Times candidates in turns, so that a change of the machine's speed meets all of them.</summary>
internal static class InterleavedTiming
{
    private const int CompilerPause = 130;

    public static Measurement[] Measure(IEnumerable<ICandidate> candidates, TimingEffort effort)
    {
        Sampler[] samplers = [.. candidates.Select(candidate => new Sampler(candidate, effort))];
        for (int warmUp = 0; warmUp < effort.WarmUps; warmUp++)
        {
            Each(samplers, sampler => sampler.WarmUp());

            // Methods are compiled again, in the background, when no new ones have come for 100 ms.
            Thread.Sleep(CompilerPause);
        }

        Each(samplers, sampler => sampler.Calibrate());
        Thread.Sleep(CompilerPause);
        Each(samplers, sampler => sampler.Calibrate());
        for (int sample = 0; sample < effort.Samples; sample++)
        {
            Each(samplers, sampler => sampler.Sample());
        }

        return [.. samplers.Select(sampler => sampler.Result())];
    }

    private static void Each(Sampler[] samplers, Action<Sampler> action)
    {
        foreach (Sampler sampler in samplers)
        {
            action(sampler);
        }
    }
}
