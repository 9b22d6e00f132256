using BenchmarkDotNet.Running;
using NeuralGen.Benchmarks.Benchmarks;
using NeuralGen.Benchmarks.Builds;
using NeuralGen.Benchmarks.Convolutions;
using NeuralGen.Benchmarks.CPeers;
using NeuralGen.Benchmarks.FirstCalls;
using NeuralGen.Benchmarks.Images;
using NeuralGen.Benchmarks.Models;
using NeuralGen.Benchmarks.Networks;
using NeuralGen.Benchmarks.Recurrent;
using NeuralGen.Benchmarks.Reports;
using NeuralGen.Benchmarks.Rows;
using NeuralGen.Benchmarks.Suites;
using NeuralGen.Benchmarks.Thresholds;
using NeuralGen.Benchmarks.Tables;
using NeuralGen.Benchmarks.Training;

return args switch
{
    ["table", .. string[] networks] => ComparisonTable.Run([Workload.Sample, Workload.Batch], networks),
    ["gradients", .. string[] networks] => ComparisonTable.Run([Workload.SampleGradient, Workload.BatchGradient], networks),
    ["first-call", .. string[] networks] => FirstCallTable.Run(networks),
    [FirstCallProcess.Command, string network, string candidate] => FirstCallProcess.Run(network, candidate),
    ["convolutions"] => ConvolutionTable.Run(),
    ["thresholds", .. string[] words] => ThresholdTable.Run(words),
    ["recurrent", .. string[] options] => RecurrentTable.Run(RecurrentModel.All, options),
    ["models", .. string[] options] => ModelTable.Run(options),
    [ModelProcess.Command] => ModelProcess.Run(),
    ["images"] => RecurrentTable.Run(ImageModels.All, []),
    ["build"] => BuildTable.Run(),
    ["report", .. string[] options] => ReportCommand.Run(options),
    ["prepare", string folder] => NetworkFiles.Write(folder),
    ["c-sources", string folder] => CSourceFiles.Write(folder),
    ["rows", .. string[] options] => RowTable.Run(options),
    [RowProcess.Command, string contender, string path, string rows] => RowProcess.Run(contender, path, rows),
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
        table [4-8-3 ...]       predictions, against ONNX Runtime, ML.NET, C, TensorPrimitives and plain loops, in minutes
        gradients [4-8-3 ...]   gradients, against TorchSharp, TensorPrimitives and plain loops
        benchmarks [options]    the same, without ML.NET and TorchSharp, by BenchmarkDotNet, with its options: --filter '*SamplePrediction*' --job short
        first-call [4-8-3 ...]  the first prediction of a fresh process, against ONNX Runtime, TensorPrimitives and plain loops
        convolutions            layers of images with packed weights, against dense layers of the same size
        recurrent [--million]   recurrent layers and a voice detector, step by step, against ONNX Runtime; the worst of a million calls
        images                  models of images and a transformer's block, against ONNX Runtime
        models [--write]        both of these, with vectors of 512 and of 256 bits, and their shares of the machine's limits
        build                   what networks of up to 5 million weights add to the time and the memory of a build
        report [options]        all of these, into README.md here and at the root, a chart and a file of numbers: --quick --networks 4-8-3
        prepare <folder>        writes the files of the networks; the large ones are not in the repository
        c-sources <folder>      writes the networks as C; Peers/build_c_peers.sh compiles them
        rows [50000000]         rows of a Parquet file by a function of SQL, against a loop in C#, arrays and ONNX Runtime
        epoch                   one epoch of training, against TorchSharp, or PyTorch where it is installed, on one thread
        """);
    return 1;
}
