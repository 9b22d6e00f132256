namespace NeuralGen.Training.Tests.Optimizers;

/// <summary>PyTorch's formulas in plain loops, written after its documentation: state per parameter, a step as a function of all
/// gradients.</summary>
internal static class ReferenceOptimizers
{
    public static void Sgd(double[] p, double[][] gradients, double rate, double momentum, bool nesterov, double decay)
    {
        double[] b = new double[p.Length];
        for (int t = 0; t < gradients.Length; t++)
        {
            for (int i = 0; i < p.Length; i++)
            {
                double g = gradients[t][i] + (decay * p[i]);
                if (momentum != 0)
                {
                    b[i] = t == 0 ? g : (momentum * b[i]) + g;
                    g = nesterov ? g + (momentum * b[i]) : b[i];
                }

                p[i] -= rate * g;
            }
        }
    }

    public static void RmsProp(double[] p, double[][] gradients, double rate, double alpha, double epsilon, double momentum, double decay)
    {
        double[] v = new double[p.Length];
        double[] b = new double[p.Length];
        foreach (double[] gradient in gradients)
        {
            for (int i = 0; i < p.Length; i++)
            {
                double g = gradient[i] + (decay * p[i]);
                v[i] = (alpha * v[i]) + ((1 - alpha) * g * g);
                double change = g / (Math.Sqrt(v[i]) + epsilon);
                b[i] = (momentum * b[i]) + change;
                p[i] -= rate * (momentum > 0 ? b[i] : change);
            }
        }
    }

    public static void Adam(double[] p, double[][] gradients, double rate, double beta1, double beta2, double epsilon, double decay, bool isDecoupled)
    {
        double[] m = new double[p.Length];
        double[] v = new double[p.Length];
        for (int t = 1; t <= gradients.Length; t++)
        {
            for (int i = 0; i < p.Length; i++)
            {
                double g = gradients[t - 1][i];
                if (isDecoupled)
                {
                    p[i] -= rate * decay * p[i];
                }
                else
                {
                    g += decay * p[i];
                }

                m[i] = (beta1 * m[i]) + ((1 - beta1) * g);
                v[i] = (beta2 * v[i]) + ((1 - beta2) * g * g);
                double corrected = m[i] / (1 - Math.Pow(beta1, t));
                p[i] -= rate * corrected / (Math.Sqrt(v[i] / (1 - Math.Pow(beta2, t))) + epsilon);
            }
        }
    }
}
