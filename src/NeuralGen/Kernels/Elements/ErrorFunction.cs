using System.Runtime.CompilerServices;

namespace NeuralGen.Kernels.Elements;

/// <summary>The error function by polynomials. It calls no exponential, whose last bits differ between
/// platforms.</summary>
/// <remarks>
/// <para>Below 0.875, erf(x) = x + x·P(x²), where P, of degree 11, stands for erf(x)/x - 1. Above, erf(x) = 1 - Q(x - c)
/// with a polynomial Q of degree 17 for each of four intervals and its centre c. From 5.9375 on the nearest number is
/// 1.</para>
/// <para>The coefficients were made for this file: minimax fits by Remez' exchange algorithm in decimal arithmetic of 90
/// digits (erf from its Taylor series; 1 - erf from e^(-x²) and e^(x²)·erf(x) = 2/√π·Σ 2ⁿ·x^(2n+1)/(2n+1)!! with 130
/// digits), then rounded to double. So rounded, P is off by at most 1.3e-17 and Q by 1.2e-17.</para>
/// </remarks>
internal static class ErrorFunction
{
    private const double FirstEnd = 0.875;
    private const double SecondCentre = 1.375;
    private const double SecondEnd = 1.875;
    private const double ThirdCentre = 2.4375;
    private const double ThirdEnd = 3;
    private const double FourthCentre = 3.6875;
    private const double FourthEnd = 4.375;
    private const double FifthCentre = 5.15625;
    private const double FifthEnd = 5.9375;

    /// <summary>Computes erf(x).</summary>
    /// <param name="x">any number.</param>
    /// <returns>the error function of x.</returns>
    internal static double Evaluate(double x)
    {
        double distance = Math.Abs(x);
        if (distance < FirstEnd)
        {
            return x + (x * RelativeExcess(x * x));
        }

        double complement;
        if (distance < SecondEnd)
        {
            complement = Polynomial(
                distance - SecondCentre,
                0.05182992721790968, -0.17035977368751562, 0.23424468882033048, -0.15793770685613173,
                0.030500610523852494, 0.0306059762687634, -0.022161235278149692, 0.0014190623654735189,
                0.004261033756946016, -0.001577911310653871, -0.000323595129599929, 0.0003391022704653662,
                -2.865675512829088e-5, -4.175908922894465e-5, 1.1884231906059082e-5, 2.9879690681067406e-6,
                -1.6924000742480618e-6, -4.946541124160392e-8);
        }
        else if (distance < ThirdEnd)
        {
            complement = Polynomial(
                distance - ThirdCentre,
                0.0005665432545801709, -0.0029657539001367436, 0.007229025131580213, -0.010758581205442864,
                0.010702345800534453, -0.007207212793689223, 0.0030019015062662255, -0.00037460693607653463,
                -0.0004149883693276714, 0.0002976256626416773, -7.13180550904029e-5, -1.7095951726898237e-5,
                1.7757722435088863e-5, -4.246200688072279e-6, -8.841063139154034e-7, 8.076992886374796e-7,
                -1.0753665143273015e-7, -5.028611590394797e-8);
        }
        else if (distance < FourthEnd)
        {
            complement = Polynomial(
                distance - FourthCentre,
                1.8390401248026304e-7, -1.4030333139105153e-6, 5.173685343175522e-6, -1.2250965367270085e-5,
                2.0863155720086277e-5, -2.709786496618864e-5, 2.7744281880502634e-5, -2.277871180428941e-5,
                1.5053946473311654e-5, -7.906664284604881e-6, 3.1547564475887357e-6, -8.21375801426491e-7,
                2.7353115496719725e-8, 1.0053847092399044e-7, -5.770356819425773e-8, 1.552267476035159e-8,
                8.559540592341872e-10, -1.684839061791429e-9);
        }
        else if (distance < FifthEnd)
        {
            complement = Polynomial(
                distance - FifthCentre,
                3.0529955051738286e-13, -3.205568055860647e-12, 1.6528689344212467e-11, -5.574891063817827e-11,
                1.382190097186369e-10, -2.683503595257787e-10, 4.2435346012803866e-10, -5.612908069181094e-10,
                6.327348868053263e-10, -6.157364090977113e-10, 5.21883049461417e-10, -3.890221541760065e-10,
                2.569335868959817e-10, -1.4774544829890602e-10, 7.221210119798028e-11, -3.305450582777015e-11,
                1.526920089210236e-11, -4.304238839164195e-12);
        }
        else if (double.IsNaN(x))
        {
            return x;
        }
        else
        {
            complement = 0;
        }

        return x < 0 ? complement - 1 : 1 - complement;
    }

    /// <summary>Computes erf(x)/x - 1.</summary>
    private static double RelativeExcess(double square)
    {
        double fourth = square * square;
        double eighth = fourth * fourth;
        double first = 0.1283791670955126 + (-0.3761263890318374 * square)
            + ((0.11283791670954368 + (-0.02686617064494554 * square)) * fourth);
        double second = 0.00522397762309018 + (-0.0008548326847562651 * square)
            + ((0.00012055324632814616 + (-1.492538893610055e-5 * square)) * fourth);
        double third = 1.6456634772469844e-6 + (-1.6289506996314366e-7 * square)
            + ((1.412423127758508e-8 + (-8.669727838109167e-10 * square)) * fourth);
        return first + ((second + (third * eighth)) * eighth);
    }

    /// <summary>Computes Σ cₖ·xᵏ by Estrin's scheme, whose operations run side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Polynomial(
        double x,
        double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7, double c8,
        double c9, double c10, double c11, double c12, double c13, double c14, double c15, double c16, double c17)
    {
        double x2 = x * x;
        double x4 = x2 * x2;
        double x8 = x4 * x4;
        double first = c0 + (c1 * x) + ((c2 + (c3 * x)) * x2);
        double second = c4 + (c5 * x) + ((c6 + (c7 * x)) * x2);
        double third = c8 + (c9 * x) + ((c10 + (c11 * x)) * x2);
        double fourth = c12 + (c13 * x) + ((c14 + (c15 * x)) * x2);
        return first + (second * x4) + ((third + ((fourth + ((c16 + (c17 * x)) * x4)) * x4)) * x8);
    }
}
