using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Networks.Expressions;
using NeuralGen.Compiler.Networks.Functions;
using NeuralGen.Compiler.Networks.Operations;
using NeuralGen.Compiler.Networks.Walks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Lowering.Fusion;

/// <summary>
/// Joins formulas with their neighbours, so that one call computes both: with a reduction, softmax or scaled convolution that alone reads their
/// values, which then lie nowhere; else with the product, reduction, pool, normalisation or resizing that alone they read, where its results lie.
/// </summary>
internal sealed class FormulaFusion
{
    private readonly Network _network;
    private readonly TensorUses _uses;
    private readonly List<Step> _steps;
    private readonly bool _arePacked;

    private FormulaFusion(Program program, IEnumerable<Step> steps)
    {
        _network = program.Network;
        _arePacked = program.HasVectors && _network.Precision == Precision.Single;
        _uses = new TensorUses(_network);
        _steps = [.. steps];
    }

    /// <summary>The steps with those of formulas taken into their neighbours.</summary>
    /// <param name="program">A forward program, whose values nobody needs again.</param>
    /// <param name="steps">The steps.</param>
    public static EquatableArray<Step> Run(Program program, IEnumerable<Step> steps)
    {
        FormulaFusion fusion = new(program, steps);
        if (!program.IsTrainable)
        {
            fusion.Join(fusion.WithPrologue);
            fusion.Join(fusion.WithEpilogue);
        }

        return fusion._steps.ToEquatableArray();
    }

    /// <summary>Goes through the steps; where one and another become one, both go and the result takes the place of the later.</summary>
    private void Join(Func<int, (Step Joined, int Gone)?> join)
    {
        for (int i = 0; i < _steps.Count; i++)
        {
            if (_steps[i].Form == StepForm.Loops && join(i) is { } pair)
            {
                _steps[i] = pair.Joined;
                _steps.RemoveAt(pair.Gone);
                i = Math.Min(i, pair.Gone) - 1;
            }
        }
    }

    private (Step, int)? WithPrologue(int index)
    {
        Step step = _steps[index];
        if (step is { Prologue: null, Operation: ConvolutionOperation convolution })
        {
            return WithFactors(step, convolution);
        }

        bool isReader = step is { Prologue: null, Operation: SoftmaxOperation or ActivationOperation { Function: SoftmaxFunction } or ReduceOperation { Reduction: not Reduction.LogSumExp } };
        if (!isReader || _uses.SoleConsumer(step.Operation.Inputs[0]) is null || Writer(step.Operation.Inputs[0]) is not { } writer || AsFormula(_steps[writer], step.Operation) is not { } formula)
        {
            return null;
        }

        return step.Operation is ReduceOperation reduce && ReduceAxes.Of(reduce, formula) is null ? null : (step with { Prologue = formula }, writer);
    }

    /// <summary>A convolution of single pixels whose channels were multiplied by a factor each: its weights can be, instead of an image with more pixels than it has
    /// units.</summary>
    private (Step, int)? WithFactors(Step step, ConvolutionOperation convolution)
    {
        int input = convolution.Inputs[0];
        bool isPointwise = _arePacked && convolution is { IsTransposed: false, Groups: 1, AreChannelsLast: true } && convolution.Window.IsPixel
            && convolution.Units <= convolution.OutputPixels;
        return isPointwise && _uses.SoleConsumer(input) is not null && Writer(input) is { } writer
            && _steps[writer] is { Operation: MapOperation map, Form: StepForm.Loops, Activation: null, Prologue: null, Epilogue: null }
            && RowFactors.Of(map) is { } factors && factors.Count == convolution.Channels
            ? (step with { Prologue = map }, writer) : null;
    }

    private (Step, int)? WithEpilogue(int index)
    {
        Step step = _steps[index];
        bool isWriter = step is
        {
            Epilogue: null,
            Operation: DenseOperation or MatMulOperation or ConvolutionOperation or ReduceOperation or PoolOperation or GroupNormalizationOperation or ResampleOperation,
        };
        if (!isWriter || _uses.SoleConsumer(step.Output) is not { } consumer || _network.Operations[consumer] is not MapOperation map)
        {
            return null;
        }

        int reader = _steps.FindIndex(candidate => candidate is { Operation: MapOperation, Form: StepForm.Loops } && candidate.Output == map.Output);
        Walk own = map.Walks[map.Inputs.ToList().IndexOf(step.Output)];
        if (reader < 0 || map.Formula.Type != ElementType.Float || map.Size != _network.Tensors[step.Output].Size || !own.IsIdentity || own.Count != map.Size
            || map.Inputs.Any(input => input != step.Output && !IsBefore(input, index)))
        {
            return null;
        }

        return (step with { Epilogue = map }, reader);
    }

    private int? Writer(int tensor) => _steps.FindIndex(step => step.Output == tensor) is >= 0 and var index ? index : null;

    private bool IsBefore(int tensor, int index) => _steps.FindIndex(index, step => step.Output == tensor) < 0;

    /// <summary>What a step computes value by value, as a formula; null where it is none, or where kernels compute it for many samples at once.</summary>
    private MapOperation? AsFormula(Step step, Operation reader)
    {
        if (step is not { Form: StepForm.Loops, Activation: null, Prologue: null, Epilogue: null })
        {
            return null;
        }

        Operation operation = step.Operation;
        return operation switch
        {
            MapOperation map => map.Formula.Type == ElementType.Float ? map : null,
            _ when reader is ActivationOperation => null,
            ActivationOperation { Function: ElementwiseActivation { Slopes: null } function } => OfValues(new ActivationTerm(function.Name, function, new OperandTerm(0))),
            AddOperation => OfValues(operation.Inputs.Select((_, i) => (Term)new OperandTerm(i)).Aggregate((sum, next) => new BinaryTerm('+', sum, next))),
            _ => null,
        };

        MapOperation OfValues(Term formula)
        {
            int size = _network.Tensors[operation.Output].Size;
            return new(operation.Layer, operation.Inputs, operation.Output, formula, size, operation.Inputs.Select(_ => Walk.Of([size], [1])).ToEquatableArray());
        }
    }
}
