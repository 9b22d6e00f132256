using System.Numerics;
using System.Runtime.Intrinsics;
using NeuralGen.Kernels.Lanes;

namespace NeuralGen.Kernels.Matrices.Products;

/// <summary>The dense layer's products with hardware vectors.</summary>
internal static unsafe class DenseLoops
{
    public static void Forward<T>(ReadOnlySpan<T> weights, ReadOnlySpan<T> bias, ReadOnlySpan<T> inputs, Span<T> outputs, DenseShape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        FillRows(bias, outputs, shape.Units);
        fixed (T* weight = weights, input = inputs, output = outputs)
        {
            if (RowProducts.Fit<T>(shape))
            {
                RowProducts.Add(input, shape.Rows, weight, shape.Units, shape.InputSize, output, shape.Units, 1);
                return;
            }

            MatrixProduct<T> product = new()
            {
                Left = input,
                LeftRow = shape.InputSize,
                LeftStep = 1,
                Right = weight,
                RightStep = shape.InputSize,
                RightIsTransposed = true,
                Sums = output,
                SumsRow = shape.Units,
                Rows = shape.Rows,
                Columns = shape.Units,
                Depth = shape.InputSize,
            };
            product.Add();
        }
    }

    public static void AddInputGradient<T>(ReadOnlySpan<T> weights, ReadOnlySpan<T> deltas, Span<T> inputDeltas, DenseShape shape)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* weight = weights, delta = deltas, inputDelta = inputDeltas)
        {
            MatrixProduct<T> product = new()
            {
                Left = delta,
                LeftRow = shape.Units,
                LeftStep = 1,
                Right = weight,
                RightStep = shape.InputSize,
                Sums = inputDelta,
                SumsRow = shape.InputSize,
                Rows = shape.Rows,
                Columns = shape.InputSize,
                Depth = shape.Units,
            };
            product.Add();
        }
    }

    public static void AddParameterGradient<T>(
        ReadOnlySpan<T> inputs, ReadOnlySpan<T> deltas, Span<T> weightGradient, Span<T> biasGradient, DenseShape shape, bool overwrites)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isOneSample = shape.Rows == 1;
        if (overwrites && isOneSample)
        {
            SetParameterGradient(inputs, deltas, weightGradient, biasGradient);
            return;
        }

        if (overwrites)
        {
            weightGradient.Clear();
            biasGradient.Clear();
        }

        fixed (T* input = inputs, delta = deltas, weight = weightGradient, bias = biasGradient)
        {
            if (isOneSample)
            {
                OuterProduct.Add(delta, shape.Units, input, shape.InputSize, weight);
            }
            else
            {
                MatrixProduct<T> product = new()
                {
                    Left = delta,
                    LeftRow = 1,
                    LeftStep = shape.Units,
                    Right = input,
                    RightStep = shape.InputSize,
                    Sums = weight,
                    SumsRow = shape.InputSize,
                    Rows = shape.Units,
                    Columns = shape.InputSize,
                    Depth = shape.Rows,
                };
                product.Add();
            }

            if (!biasGradient.IsEmpty)
            {
                // A row of ones times the deltas.
                T one = T.One;
                MatrixProduct<T> sums = new()
                {
                    Left = &one,
                    Right = delta,
                    RightStep = shape.Units,
                    Sums = bias,
                    Rows = 1,
                    Columns = shape.Units,
                    Depth = shape.Rows,
                };
                sums.Add();
            }
        }
    }

    // Half of the memory traffic of adding, which is all that one sample's gradient costs.
    private static void SetParameterGradient<T>(ReadOnlySpan<T> inputs, ReadOnlySpan<T> deltas, Span<T> weightGradient, Span<T> biasGradient)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* input = inputs, delta = deltas, weight = weightGradient)
        {
            OuterProduct.Set(delta, deltas.Length, input, inputs.Length, weight);
        }

        if (!biasGradient.IsEmpty)
        {
            deltas.CopyTo(biasGradient);
        }
    }

    public static void Divide<T>(Span<T> values, T divisor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* value = values)
        {
            int i = 0;
            if (Vector512.IsHardwareAccelerated)
            {
                i = Quotients<Lanes512<T>, Vector512<T>, T>.Divide(value, i, values.Length, divisor);
            }

            if (Vector256.IsHardwareAccelerated)
            {
                i = Quotients<Lanes256<T>, Vector256<T>, T>.Divide(value, i, values.Length, divisor);
            }

            if (Vector128.IsHardwareAccelerated)
            {
                i = Quotients<Lanes128<T>, Vector128<T>, T>.Divide(value, i, values.Length, divisor);
            }

            Quotients<ScalarLanes<T>, T, T>.Divide(value, i, values.Length, divisor);
        }
    }

    private static void FillRows<T>(ReadOnlySpan<T> bias, Span<T> outputs, int units)
        where T : unmanaged
    {
        if (bias.IsEmpty)
        {
            outputs.Clear();
            return;
        }

        for (int start = 0; start < outputs.Length; start += units)
        {
            bias.CopyTo(outputs.Slice(start, units));
        }
    }
}
