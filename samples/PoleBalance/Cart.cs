namespace PoleBalance;

/// <summary>
/// A cart with a pole on a hinge, which falls unless the cart moves under it: the equations of Barto, Sutton and Anderson, "Neuronlike adaptive
/// elements that can solve difficult learning control problems" (1983), appendix, without friction.
/// </summary>
internal sealed class Cart
{
    private const double CartMass = 1;
    private const double PoleMass = 0.1;
    private const double HalfLength = 0.5;
    private const double Gravity = 9.81;

    /// <summary>Where the cart is, in metres from the middle.</summary>
    public double Position { get; private set; }

    /// <summary>How fast it goes, in metres a second.</summary>
    public double Speed { get; private set; }

    /// <summary>How far the pole leans to the right, in radians.</summary>
    public double Angle { get; private set; }

    /// <summary>How fast it turns, in radians a second.</summary>
    public double Turn { get; private set; }

    /// <summary>Somebody strikes the pole.</summary>
    /// <param name="turn">How much faster it turns, in radians a second.</param>
    public void Strike(double turn) => Turn += turn;

    /// <summary>Time goes by.</summary>
    /// <param name="force">What pushes the cart to the right, in newtons.</param>
    /// <param name="seconds">How long.</param>
    public void Step(double force, double seconds)
    {
        (double sine, double cosine) = Math.SinCos(Angle);
        double total = CartMass + PoleMass;
        double push = (force + (PoleMass * HalfLength * Turn * Turn * sine)) / total;
        double turning = ((Gravity * sine) - (cosine * push)) / (HalfLength * ((4.0 / 3) - (PoleMass * cosine * cosine / total)));
        double moving = push - (PoleMass * HalfLength * turning * cosine / total);
        Speed += seconds * moving;
        Position += seconds * Speed;
        Turn += seconds * turning;
        Angle += seconds * Turn;
    }
}
