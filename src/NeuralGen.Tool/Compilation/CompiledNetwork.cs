using System.Reflection;

namespace NeuralGen.Tool.Compilation;

/// <summary>Calls a network that was compiled in memory. Values lie row by row in an array per input and output, of the type of its elements.</summary>
internal sealed class CompiledNetwork
{
    private readonly Action<Array[], Array[], int, object?> _one;
    private readonly Action<Array[], Array[], int, object?> _rows;
    private readonly Action<Array[], Array[], int, object?> _repeat;
    private readonly Func<object?> _newState;
    private readonly Action _prepare;

    /// <summary>Finds the members.</summary>
    /// <param name="assembly">The assembly with the network and its driver.</param>
    /// <param name="typeName">The full name of the network's type.</param>
    public CompiledNetwork(Assembly assembly, string typeName)
    {
        Type driver = assembly.GetType(DriverText.Class, throwOnError: true)!;
        Type = assembly.GetType(typeName, throwOnError: true)!;
        _one = driver.GetMethod("One")!.CreateDelegate<Action<Array[], Array[], int, object?>>();
        _rows = driver.GetMethod("Rows")!.CreateDelegate<Action<Array[], Array[], int, object?>>();
        _repeat = driver.GetMethod("Repeat")!.CreateDelegate<Action<Array[], Array[], int, object?>>();
        _newState = driver.GetMethod("NewState")!.CreateDelegate<Func<object?>>();
        _prepare = driver.GetMethod("Prepare")!.CreateDelegate<Action>();
        Instance = driver.GetField("Instance")?.GetValue(null);
    }

    /// <summary>The network's type.</summary>
    public Type Type { get; }

    /// <summary>The instance of a network that owns its parameters; null of any other.</summary>
    public object? Instance { get; }

    /// <summary>The beginning of what a network keeps from call to call; null of one that keeps nothing.</summary>
    public object? NewState() => _newState();

    /// <summary>Makes packed copies of weights, which the first call would make otherwise.</summary>
    public void Prepare() => _prepare();

    /// <summary>Predicts one row.</summary>
    /// <param name="inputs">An array per input.</param>
    /// <param name="outputs">An array per output.</param>
    /// <param name="row">The row.</param>
    /// <param name="state">What is kept from call to call.</param>
    public void Predict(Array[] inputs, Array[] outputs, int row, object? state = null) => _one(inputs, outputs, row, state);

    /// <summary>Predicts the first row again and again, with nothing but the calls to measure.</summary>
    /// <param name="inputs">An array per input.</param>
    /// <param name="outputs">An array per output.</param>
    /// <param name="calls">How many times.</param>
    /// <param name="state">What is kept from call to call.</param>
    public void Repeat(Array[] inputs, Array[] outputs, int calls, object? state = null) => _repeat(inputs, outputs, calls, state);

    /// <summary>Predicts the first rows.</summary>
    /// <param name="inputs">An array per input.</param>
    /// <param name="outputs">An array per output.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="state">What is kept from call to call: rows are steps then.</param>
    public void PredictBatch(Array[] inputs, Array[] outputs, int rows, object? state = null) => _rows(inputs, outputs, rows, state);
}
