using System.Globalization;
using GradientDescent.Cases;
using GradientDescent.Networks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CaseFile file = new();
Comparison comparison = new();
Comparison.Head();

// How much the loss changes with each weight: the generated code knows.
Case slope = file.Descent("slope");
double[] input = slope.Numbers("input");
double[] target = [slope.Number("target")];
double[] gradient = new double[Slope.ParameterCount];
Slope.Gradient(input, target, gradient);
comparison.Show("slope", "weight", slope.Numbers("weights"), Slope.Parameters);
comparison.Show("slope", "error", slope.Number("error"), Slope.Predict(input)); // the target is 0
comparison.Show("slope", "slope", slope.Numbers("slope"), gradient);

// One step against the slope. The network is trainable, so its weights can change.
Case oneUpdate = file.Descent("one_update");
Descent network = new();
comparison.Show("one_update", "error before", oneUpdate.Number("error_before"), network.Predict(input));
Update(oneUpdate.Number("learning_rate"));
comparison.Show("one_update", "error after", oneUpdate.Number("error_after"), network.Predict(input));

// Many steps, from the start again: each multiplies the error by what the first did.
Case updates = file.Descent("multiple_updates");
double factor = oneUpdate.Number("error_after") / oneUpdate.Number("error_before");
network.Initialize(seed: 0);
for (int update = 1; update <= updates.Number("updates"); update++)
{
    Update(updates.Number("learning_rate"));
    double expected = slope.Number("error") * Math.Pow(factor, update);
    comparison.Show("multiple_updates", $"error {update}", expected, network.Predict(input), tolerance: 1e-12);
}

// One changed weight makes the error vanish.
Case change = file.Accuracy("one_weight_changes_the_error");
double[] wanted = [change.Number("target")];
comparison.Show("one_weight_changes_the_error", "error 0", change.Number("error_0"), BeforeChange.Loss(change.Numbers("input"), wanted));
comparison.Show("one_weight_changes_the_error", "error 1", change.Number("error_1"), AfterChange.Loss(change.Numbers("input"), wanted));

// Two models compared by the mean of their squared errors over a table.
Case rows = file.Accuracy("mean_squared_error_of_rows");
gradient = new double[FirstModel.ParameterCount];
double first = FirstModel.GradientBatch(rows.Rows("inputs"), rows.Numbers("targets"), gradient);
double second = SecondModel.GradientBatch(rows.Rows("inputs"), rows.Numbers("targets"), gradient);
comparison.Show("mean_squared_error_of_rows", "model 0", rows.Number("mse_0"), first);
comparison.Show("mean_squared_error_of_rows", "model 1", rows.Number("mse_1"), second);

Console.WriteLine();
Console.WriteLine($"{comparison.Numbers} numbers, {comparison.Differences} differences.");
return comparison.Differences == 0 ? 0 : 1;

void Update(double learningRate)
{
    network.Gradient(input, target, gradient);
    for (int weight = 0; weight < gradient.Length; weight++)
    {
        network.Parameters[weight] -= learningRate * gradient[weight];
    }
}
