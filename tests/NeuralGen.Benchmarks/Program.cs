using BenchmarkDotNet.Running;
using NeuralGen.Benchmarks.Benchmarks;
using NeuralGen.Benchmarks.Networks;
using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Tables;
using NeuralGen.Benchmarks.Training;

return args switch
{
    ["table", .. string[] networks] => ComparisonTable.Run([Workload.Sample, Workload.Batch], networks),
    ["gradients", .. string[] networks] => ComparisonTable.Run([Workload.SampleGradient, Workload.BatchGradient], networks),
    ["prepare", string folder] => NetworkFiles.Write(folder),
    ["epoch"] => EpochComparison.Run(),
    ["benchmarks", .. string[] options] => RunBenchmarks(options),
    _ => Usage(),
};

static int RunBenchmarks(string[] options)
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(options, BenchmarkSettings.Create());
    return 0;
}

static int Usage()
{
    Console.WriteLine("""
        table [4-8-3 ...]       predictions, against ONNX Runtime, TensorPrimitives and plain loops, in a minute
        gradients [4-8-3 ...]   gradients, against TensorPrimitives and plain loops
        benchmarks [options]    the same by BenchmarkDotNet, with its options: --filter '*SamplePrediction*' --job short
        prepare <folder>        writes the files of the networks; the large ones are not in the repository
        epoch                   one epoch of training, against PyTorch on one thread where it is installed
        """);
    return 1;
}
