using System.Reflection;
using System.Runtime.InteropServices;

namespace NeuralGen.Training.Mpi.Native;

/// <summary>Finds the library of Open MPI, and its handles, which are addresses of variables in it.</summary>
internal static class MpiLibrary
{
    public const string Name = "mpi";

    /// <summary>The variable of the environment that names the library where it is not found by itself.</summary>
    public const string Variable = "NEURALGEN_MPI";

    private static readonly Lazy<nint> Loaded = new(Load);

    /// <summary>Gets the value that says that what is sent lies where it is received.</summary>
    public static nint InPlace => 1;

    /// <summary>Gets the communicator of all processes.</summary>
    public static nint World => Handle("ompi_mpi_comm_world");

    public static nint Byte => Handle("ompi_mpi_byte");

    public static nint Int => Handle("ompi_mpi_int");

    public static nint Float => Handle("ompi_mpi_float");

    public static nint Double => Handle("ompi_mpi_double");

    public static nint Sum => Handle("ompi_mpi_op_sum");

    /// <summary>Loads the library, before anything of it is called.</summary>
    /// <exception cref="MpiException">it is not there, or another MPI's.</exception>
    public static void Require()
    {
        _ = Loaded.Value;
        if (!NativeLibrary.TryGetExport(Loaded.Value, "ompi_mpi_comm_world", out _))
        {
            throw new MpiException($"The MPI library is {Version()}, not Open MPI, whose handles this package knows. Start the program by Open MPI's mpirun, and name its library in {Variable} if another one is found first.");
        }
    }

    /// <summary>What the library calls itself.</summary>
    public static unsafe string Version()
    {
        const int Most = 8192;
        byte* text = stackalloc byte[Most];
        return MpiFunctions.LibraryVersion(text, out int length) == 0
            ? new string((sbyte*)text, 0, Math.Clamp(length, 0, Most)).Split('\n', ',')[0].Trim()
            : "of no known kind";
    }

    private static nint Handle(string variable) => NativeLibrary.GetExport(Loaded.Value, variable);

    private static nint Load()
    {
        nint library = 0;
        string[] names = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? [named]
            : ["libmpi.so.40", "libmpi.40.dylib", "libmpi.so", "libmpi.dylib"];
        if (!names.Any(name => NativeLibrary.TryLoad(name, out library)))
        {
            throw new MpiException($"mpirun has started this program, but the library of Open MPI is not found: {string.Join(", ", names)}. Install it (on Debian the package openmpi-bin), or name its file in {Variable}.");
        }

        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == Name ? library : 0);
        return library;
    }
}
