using System.Diagnostics;
using System.Globalization;
using PoleBalance;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const double Period = 0.001;
const int Steps = 4000;
const int Shown = 100;
const double Limit = 10;

Cart cart = new();
float[] state = new float[Balance.InputSize];
long[] ticks = new long[Steps];
double largest = 0;

// The first call compiles the method; a controller makes it before it is needed.
_ = Balance.Predict(state);
Console.WriteLine("time, s  force, N  lean, °  cart");
long before = GC.GetAllocatedBytesForCurrentThread();
long written = 0;
long start = Stopwatch.GetTimestamp();
for (int step = 0; step < Steps; step++)
{
    if (step is 200 or 1200)
    {
        cart.Strike(step == 200 ? 0.8 : -1.2);
    }

    long begun = Stopwatch.GetTimestamp();
    (state[0], state[1], state[2], state[3]) = ((float)cart.Position, (float)cart.Speed, (float)cart.Angle, (float)cart.Turn);
    double force = Math.Clamp(Balance.Predict(state), -Limit, Limit);
    ticks[step] = Stopwatch.GetTimestamp() - begun;
    cart.Step(force, Period);
    largest = Math.Max(largest, Math.Abs(cart.Angle));
    if (step % Shown == 0)
    {
        long own = GC.GetAllocatedBytesForCurrentThread();
        Console.WriteLine($"{step * Period,7:F1} {force,9:F2} {cart.Angle * 180 / Math.PI,8:F2}  {new string(' ', 20 + (int)Math.Round(Math.Clamp(cart.Position, -1, 1) * 20))}{(cart.Angle > 0.02 ? '/' : cart.Angle < -0.02 ? '\\' : '|')}");
        written += GC.GetAllocatedBytesForCurrentThread() - own;
    }

    // The next step is due a period later.
    while (Stopwatch.GetElapsedTime(start).TotalSeconds < (step + 1) * Period)
    {
        Thread.SpinWait(20);
    }
}

long allocated = GC.GetAllocatedBytesForCurrentThread() - before - written;
Array.Sort(ticks);
double Microseconds(int place) => ticks[place] * 1e6 / Stopwatch.Frequency;
Console.WriteLine();
Console.WriteLine($"{Steps} steps of {Period * 1000:0} ms: the controller takes {Microseconds(Steps / 2):F2} µs, {Microseconds(Steps * 99 / 100):F2} at the 99th percentile, {Microseconds(Steps - 1):F1} at worst; {allocated} bytes allocated.");
Console.WriteLine($"The pole never leaned more than {largest * 180 / Math.PI:F1}°, and ends at {cart.Angle * 180 / Math.PI:F2}° with the cart {Math.Abs(cart.Position) * 100:F1} cm from the middle.");
return largest < 0.3 && Math.Abs(cart.Angle) < 0.02 && allocated == 0 ? 0 : 1;
