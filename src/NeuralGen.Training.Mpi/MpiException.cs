namespace NeuralGen.Training.Mpi;

/// <summary>MPI cannot do what a program needs of it.</summary>
public sealed class MpiException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="MpiException"/> class.</summary>
    public MpiException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="MpiException"/> class with a message.</summary>
    /// <param name="message">what happened.</param>
    public MpiException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="MpiException"/> class with a message and a cause.</summary>
    /// <param name="message">what happened.</param>
    /// <param name="innerException">the cause.</param>
    public MpiException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
