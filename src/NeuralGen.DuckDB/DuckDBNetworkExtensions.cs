using System.Numerics;
using DuckDB.NET.Data;
using NeuralGen.DuckDB.Functions;

namespace NeuralGen.DuckDB;

/// <summary>Makes networks functions of SQL.</summary>
/// <remarks>
/// <para>A function takes one argument per input of the network, in the network's order, or one list or array of that many numbers.
/// Numbers of every type of DuckDB's are taken, and truth values as 0 and 1; a NULL among them gives NULL. Another number or
/// other types of arguments are an error of the statement that names the inputs.</para>
/// <para>DuckDB calls the function with vectors of rows (2,048 at most) on all of its threads; they are computed as
/// <c>PredictBatch</c> computes them. The function belongs to the database: other connections to it know it, too, and it is gone when
/// the database is closed.</para>
/// </remarks>
public static class DuckDBNetworkExtensions
{
    /// <summary>Makes a network of single precision a function of SQL.</summary>
    /// <typeparam name="TNetwork">the network: a class or struct that is neither static nor trainable.</typeparam>
    /// <param name="connection">an open connection.</param>
    /// <param name="name">the function's name in SQL.</param>
    /// <param name="result">what the function gives.</param>
    /// <exception cref="ArgumentException">there is no name, or the network has no labels to give.</exception>
    /// <exception cref="InvalidOperationException">the connection is not open, or DuckDB refuses the function, such as for a name
    /// that is taken.</exception>
    public static void RegisterNetwork<TNetwork>(this DuckDBConnection connection, string name, NetworkResult result = NetworkResult.Automatic)
        where TNetwork : INeuralNetwork<TNetwork, float> => RegisterNetwork<TNetwork, float>(connection, name, result);

    /// <summary>Makes a network a function of SQL.</summary>
    /// <typeparam name="TNetwork">the network: a class or struct that is neither static nor trainable.</typeparam>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, by the network's <see cref="Precision"/>.</typeparam>
    /// <param name="connection">an open connection.</param>
    /// <param name="name">the function's name in SQL.</param>
    /// <param name="result">what the function gives.</param>
    /// <exception cref="ArgumentException">there is no name, or the network has no labels to give.</exception>
    /// <exception cref="InvalidOperationException">the connection is not open, or DuckDB refuses the function, such as for a name
    /// that is taken.</exception>
    public static void RegisterNetwork<TNetwork, T>(this DuckDBConnection connection, string name, NetworkResult result = NetworkResult.Automatic)
        where TNetwork : INeuralNetwork<TNetwork, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        NetworkShape shape = new(name, TNetwork.InputSize, TNetwork.OutputSize, [.. TNetwork.InputNames], [.. TNetwork.OutputNames], [.. TNetwork.LabelNames]);
        NetworkRegistration.Register(connection, new NetworkFunction<T>(shape, result, TNetwork.PredictBatch));
    }

    /// <summary>Makes a trainable network a function of SQL, which computes with the parameters that it has at the time of the
    /// statement.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, by the network's <see cref="Precision"/>.</typeparam>
    /// <param name="connection">an open connection.</param>
    /// <param name="name">the function's name in SQL.</param>
    /// <param name="network">the network; it must not be training while a statement runs.</param>
    /// <param name="result">what the function gives.</param>
    /// <exception cref="ArgumentException">there is no name, or the network has no labels to give.</exception>
    /// <exception cref="InvalidOperationException">the connection is not open, or DuckDB refuses the function, such as for a name
    /// that is taken.</exception>
    public static void RegisterNetwork<T>(this DuckDBConnection connection, string name, ITrainableNetwork<T> network, NetworkResult result = NetworkResult.Automatic)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkShape shape = new(name, network.InputSize, network.OutputSize, [.. network.InputNames], [.. network.OutputNames], [.. network.LabelNames]);
        NetworkRegistration.Register(connection, new NetworkFunction<T>(shape, result, network.PredictBatch));
    }
}
