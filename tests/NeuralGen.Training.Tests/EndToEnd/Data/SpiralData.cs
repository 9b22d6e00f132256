namespace NeuralGen.Training.Tests.EndToEnd.Data;

/// <summary>Two arms that wind around each other one and a half times, with a little noise.</summary>
internal static class SpiralData
{
    private const double Turns = 1.5;
    private const double Noise = 0.02;

    public static Dataset<float> Draw(int rowsPerArm, int seed)
    {
        SplitMix64 random = new((ulong)seed);
        List<float[]> inputs = [];
        List<float[]> targets = [];
        for (int row = 0; row < 2 * rowsPerArm; row++)
        {
            int arm = row % 2;

            // The root spreads the points evenly along the arm, which is longer outside.
            double distance = Math.Sqrt(random.NextDouble());
            double angle = (2 * Math.PI * Turns * distance) + (Math.PI * arm);
            inputs.Add([Coordinate(distance * Math.Cos(angle), ref random), Coordinate(distance * Math.Sin(angle), ref random)]);
            targets.Add([arm]);
        }

        return new(inputs, targets);
    }

    private static float Coordinate(double exact, ref SplitMix64 random) => (float)(exact + (Noise * ((2 * random.NextDouble()) - 1)));
}
