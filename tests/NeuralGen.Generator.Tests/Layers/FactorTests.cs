using NeuralGen.Generator.Tests.Hosting;

namespace NeuralGen.Generator.Tests.Layers;

/// <summary>Numbers that are sound themselves, but not what a normalisation computes from them.</summary>
public class FactorTests
{
    private const string Beyond = ", beyond the range of single precision (±3.4028235E+38); declare double precision or scale it";

    [Fact]
    public void A_factor_beyond_single_precision_is_reported_at_gamma_in_a_file() => Diagnose
        .File("""
            {
              "inputs": 3,
              "layers": [
                { "type": "dense", "units": 2, "weights": [[1, 2, 3], [4, 5, 6]] },
                { "type": "batch_normalization", "name": "scaled", "gamma": [1, {|NEURAL0203:-2e38|}], "mean": [0, 0], "variance": [1, 0.0625], "epsilon": 0 },
                { "type": "dense", "units": 1, "weights": [[1, 1]] }
              ]
            }
            """)
        .Reports($"The factor 'gamma' / √('variance' + 'epsilon') of value 1 of layer 'scaled' is -8E+38{Beyond}");

    [Fact]
    public void A_factor_beyond_single_precision_is_reported_at_gamma_in_attributes() => Diagnose
        .Source("""
            [NeuralNetwork(Inputs = 2)]
            [BatchNormalization(Gamma = [{|NEURAL0203:1e38|}, 1], Mean = [0, 0], Variance = [0, 1], Epsilon = 0.0625)]
            public partial class Net;
            """)
        .Reports($"The factor 'Gamma' / √('Variance' + 'Epsilon') of value 0 of layer 'batch_normalization' is 4E+38{Beyond}");

    [Fact]
    public void A_factor_beyond_double_precision_is_reported() => Diagnose
        .File("""
            {
              "inputs": 1, "precision": "double",
              "layers": [ { "type": "batch_normalization", "gamma": [{|NEURAL0202:1e300|}], "mean": [0], "variance": [1e-30], "epsilon": 0 } ]
            }
            """)
        .Reports("The factor 'gamma' / √('variance' + 'epsilon') of value 0 of layer 'batch_normalization' is Infinity; it must be a finite number");

    [Fact]
    public void A_deviation_that_single_precision_does_not_hold_is_reported_at_the_variance() => Diagnose
        .File("""
            {
              "inputs": 1,
              "layers": [
                { "type": "batch_normalization", "name": "a", "mean": [0], "variance": [{|NEURAL0205:1e-50|}], "epsilon": 0 },
                { "type": "batch_normalization", "name": "b", "mean": [0], "variance": [{|NEURAL0205:0|}], "epsilon": 1e-50 },
                { "type": "batch_normalization", "name": "c", "mean": [0], "variance": [{|NEURAL0203:3e38|}], "epsilon": 1e38 },
                { "type": "batch_normalization", "name": "d", "mean": [0], "variance": [1], "epsilon": {|NEURAL0205:1e39|} }
              ]
            }
            """)
        .Reports(
            "Value 0 of 'variance' of layer 'a' is 1E-50; it must be more than 0 in single precision while 'epsilon' is 0",
            "Value 0 of 'variance' of layer 'b' is 0; it must be more than 0 in single precision while 'epsilon' is 1E-50",
            $"'variance' + 'epsilon' for value 0 of layer 'c' is 4E+38{Beyond}",
            "'epsilon' of layer 'd' is 1E+39; it must be 0 or more and finite in single precision");

    [Fact]
    public void Extreme_numbers_whose_factor_fits_are_fine() => Diagnose
        .File("""
            {
              "inputs": 2,
              "layers": [
                { "type": "batch_normalization", "gamma": [3e38, 1], "mean": [0, 0], "variance": [1, 1e-44], "epsilon": 0 },
                { "type": "normalization", "mean": [0, 0], "scale": [1e-44, 1e38] },
                { "type": "dense", "units": 1, "weights": [[1e-30, 1e30]] }
              ]
            }
            """)
        .ReportsNothing();

    [Fact]
    public void What_single_precision_does_not_hold_is_fine_in_double_precision() => Diagnose
        .File("""
            {
              "inputs": 1, "precision": "double",
              "layers": [ { "type": "batch_normalization", "gamma": [2e38], "mean": [0], "variance": [1e-60], "epsilon": 0 } ]
            }
            """)
        .ReportsNothing();
}
