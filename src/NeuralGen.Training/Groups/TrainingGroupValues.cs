using System.Numerics;
using System.Runtime.InteropServices;

namespace NeuralGen.Training;

/// <summary>What processes tell each other, as numbers of any type.</summary>
internal static class TrainingGroupValues
{
    extension(ITrainingGroup group)
    {
        /// <summary>Adds up parameters or gradients of all processes.</summary>
        public void SumNumbers<T>(Span<T> values)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            if (typeof(T) == typeof(float))
            {
                group.Sum(MemoryMarshal.Cast<T, float>(values));
            }
            else if (typeof(T) == typeof(double))
            {
                group.Sum(MemoryMarshal.Cast<T, double>(values));
            }
            else if (group.Size > 1)
            {
                throw new NotSupportedException($"Several processes train networks of float or double, not of {typeof(T).Name}.");
            }
        }

        /// <summary>Gives all processes the numbers of process 0.</summary>
        public void BroadcastNumbers<T>(Span<T> values)
            where T : unmanaged => group.Broadcast(MemoryMarshal.AsBytes(values));

        /// <summary>Gets the numbers of all processes, one process behind the other.</summary>
        public T[] GatherNumbers<T>(ReadOnlySpan<T> values)
            where T : unmanaged
        {
            if (group.Size == 1)
            {
                return values.ToArray();
            }

            IReadOnlyList<byte[]> parts = group.Gather(MemoryMarshal.AsBytes(values));
            return [.. parts.SelectMany(part => MemoryMarshal.Cast<byte, T>(part).ToArray())];
        }
    }
}
