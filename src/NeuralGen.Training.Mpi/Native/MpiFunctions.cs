using System.Runtime.InteropServices;

namespace NeuralGen.Training.Mpi.Native;

/// <summary>The functions of MPI's C interface that training needs. They return 0 where all
/// went well; otherwise MPI ends the program, unless it is told not to.</summary>
internal static unsafe partial class MpiFunctions
{
    private const string Library = MpiLibrary.Name;

    [LibraryImport(Library, EntryPoint = "MPI_Init")]
    public static partial int Init(nint argumentCount, nint arguments);

    [LibraryImport(Library, EntryPoint = "MPI_Finalize")]
    public static partial int Finish();

    [LibraryImport(Library, EntryPoint = "MPI_Abort")]
    public static partial int Abort(nint communicator, int code);

    [LibraryImport(Library, EntryPoint = "MPI_Comm_rank")]
    public static partial int Rank(nint communicator, out int rank);

    [LibraryImport(Library, EntryPoint = "MPI_Comm_size")]
    public static partial int Size(nint communicator, out int size);

    [LibraryImport(Library, EntryPoint = "MPI_Allreduce")]
    public static partial int AllReduce(nint send, void* receive, int count, nint type, nint operation, nint communicator);

    [LibraryImport(Library, EntryPoint = "MPI_Bcast")]
    public static partial int Broadcast(void* values, int count, nint type, int root, nint communicator);

    [LibraryImport(Library, EntryPoint = "MPI_Allgather")]
    public static partial int AllGather(void* send, int sendCount, nint sendType, void* receive, int receiveCount, nint receiveType, nint communicator);

    [LibraryImport(Library, EntryPoint = "MPI_Allgatherv")]
    public static partial int AllGatherParts(void* send, int sendCount, nint sendType, void* receive, int* receiveCounts, int* offsets, nint receiveType, nint communicator);

    [LibraryImport(Library, EntryPoint = "MPI_Get_library_version")]
    public static partial int LibraryVersion(byte* text, out int length);
}
