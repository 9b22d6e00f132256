using NeuralGen.Benchmarks.Training;

return args switch
{
    ["epoch"] => EpochComparison.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("epoch   one epoch of training, against PyTorch on one thread where it is installed");
    return 1;
}
