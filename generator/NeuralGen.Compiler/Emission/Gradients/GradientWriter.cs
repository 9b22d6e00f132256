using NeuralGen.Compiler.Emission.AcrossSamples;
using NeuralGen.Compiler.Emission.Numbers;
using NeuralGen.Compiler.Emission.Text;
using NeuralGen.Compiler.Lowering.Forms;
using NeuralGen.Compiler.Lowering.Programs;
using NeuralGen.Compiler.Networks;
using NeuralGen.Compiler.Values;

namespace NeuralGen.Compiler.Emission.Gradients;

/// <summary>Writes <c>Loss</c>, <c>Gradient</c>, <c>GradientBatch</c> and <c>InputJacobian</c>.</summary>
internal sealed class GradientWriter
{
    private readonly EmissionContext _context;
    private readonly SourceWriter _writer;
    private readonly Program _single;
    private readonly Program _batch;
    private readonly SamplesWriter _layers;

    /// <summary>Plans the members.</summary>
    /// <param name="context">What the writers share.</param>
    /// <param name="network">The network as declared.</param>
    /// <param name="data">Collects the constant data.</param>
    /// <param name="packed">Collects the layers that are packed for samples.</param>
    public GradientWriter(EmissionContext context, Network network, ConstantData data, PackedForBatches packed)
    {
        _context = context;
        _writer = context.Writer;
        _single = BackwardPrograms.Of(network, keepsDropout: false);
        _batch = BackwardPrograms.Of(network, keepsDropout: network.IsTrainable, context.Platform.HasVectors, isForKernels: true);
        _layers = new SamplesWriter(context, _batch, data, packed);
    }

    /// <summary>The program of batches.</summary>
    public Program Batch => _batch;

    /// <summary>Whether there are methods that take samples through the layers.</summary>
    public bool HasSamples => _batch.Batch != Form.AcrossSamples || _single.Sample != Form.Nodes || (HasJacobian && !(_single.Jacobian == Form.Nodes || _single.IsIdentity));

    /// <summary>Writes the public members.</summary>
    public void WriteMembers()
    {
        UnrolledGradientWriter unrolled = new(_context, _single);
        GradientForms.OpenLoss(_context, LossFormula.Words(_batch.Network.Loss));
        WriteBody(_single.Sample == Form.Nodes ? unrolled.WriteLoss : () =>
            _writer.Line(Return($"{_context.LayersType}.SumLosses({_context.Storage.Fields}{Sample}, target, 1)")));
        GradientForms.OpenGradient(_context);
        WriteBody(_single.Sample == Form.Nodes ? unrolled.WriteGradient : () =>
        {
            WriteClear();
            _writer.Line(Return(AddGradient(Sample, "target", "1", "default", "null")));
        });
        if (_context.HasBatches)
        {
            GradientForms.OpenGradientBatch(_context);
            WriteMean("default", "null");
        }

        if (!HasJacobian)
        {
            return;
        }

        GradientForms.OpenJacobian(_context);
        WriteBody(_single.IsIdentity ? WriteIdentity : _single.Jacobian == Form.Nodes ? unrolled.WriteJacobian : () =>
        {
            _writer.Line("jacobian.Clear();");
            _writer.Line($"{_context.LayersType}.Jacobian({_context.Storage.Fields}{Sample}, jacobian);");
        });
    }

    /// <summary>Writes the rest of a method that gives the mean gradient of the samples in <c>inputs</c>, and closes it.</summary>
    /// <param name="weights">A weight per sample, for a trainable network.</param>
    /// <param name="seed">The seed of dropout, for a trainable network that has some.</param>
    public void WriteMean(string weights, string seed) => WriteBody(() =>
    {
        if (_batch.Batch == Form.AcrossSamples)
        {
            _writer.Line("gradient.Clear();");
            new LaneGradientWriter(_context, _batch).WriteCalls();
            _writer.Line("global::NeuralGen.DenseKernels.Divide(gradient, samples);");
            _writer.Line(Return("loss / samples"));
            return;
        }

        string samples = _context.Local("samples");
        string loss = _context.Local("loss");
        WriteClear();
        _writer.Line($"double {loss} = {AddGradient(string.Join(", ", _context.Inputs.Select(input => input.Samples)), "targets", samples, weights, seed)};");
        _writer.Line($"global::NeuralGen.DenseKernels.Divide(gradient, {samples});");
        _writer.Line(Return($"{loss} / {samples}"));
    });

    /// <summary>Writes the method that takes as many samples through the layers as a vector has lanes.</summary>
    public void WriteLanes()
    {
        if (_batch.Batch == Form.AcrossSamples)
        {
            new LaneGradientWriter(_context, _batch).Write();
        }
    }

    /// <summary>Writes the methods that take samples through the layers.</summary>
    public void WriteSamples()
    {
        if (!HasSamples)
        {
            return;
        }

        SamplesGradientWriter gradients = new(_context, _batch, _layers);
        _layers.WriteForward("Forward");
        _layers.WriteOutput();
        _layers.WriteBackward();
        new SamplesLossWriter(_context, _batch).Write();
        gradients.WriteAddGradient();
        if (_single.Sample != Form.Nodes)
        {
            gradients.WriteSumLosses();
        }

        if (HasJacobian && _single.Jacobian != Form.Nodes && !_single.IsIdentity)
        {
            _layers.WriteBackwardToInput();
            gradients.WriteJacobian();
        }

        if (!_context.Storage.AreConstant)
        {
            _writer.Line();
            gradients.WritePredict("Predict", "Forward");
        }
    }

    /// <summary>Whether there are inputs of numbers.</summary>
    private bool HasJacobian => _context.Inputs.Any(input => input.Port.Type == ElementType.Float);

    private string Sample => string.Join(", ", _context.Inputs.Select(input => input.Parameter));

    /// <summary>The samples overwrite what they are to add up, except for what does not reach the loss.</summary>
    private void WriteClear()
    {
        if (_layers.MissesParameters)
        {
            _writer.Line("gradient.Clear();");
        }
    }

    private void WriteIdentity()
    {
        _writer.Line("jacobian.Clear();");
        int tensor = _single.Network.OutputTensor;
        PortSpan[] inputs = [.. _context.Inputs.Where(input => input.Port.Type == ElementType.Float)];
        int start = _context.Inputs.Take(tensor).Where(input => input.Port.Type == ElementType.Float).Sum(input => input.Size);
        string i = _context.Local("i");
        _writer.Open($"for (int {i} = 0; {i} < {_context.Inputs[tensor].Parameter}.Length; {i}++)");
        string column = start == 0 ? i : $"{Literal.Integer(start)} + {i}";
        _writer.Line($"jacobian[{i} * {Literal.Integer(inputs.Sum(input => input.Size))} + {column}] = {_context.Arithmetic.Literal(1)};");
        _writer.Close();
    }

    private void WriteBody(Action body)
    {
        body();
        _writer.Close();
        _writer.Line();
    }

    private string AddGradient(string inputs, string targets, string samples, string weights, string seed)
    {
        string training = _context.Storage.SampleWeightsOf(weights);
        string drawn = _layers.HasDropout ? $", {seed}" : "";
        return $"{_context.LayersType}.AddGradient({_context.Storage.Fields}{inputs}, {targets}, gradient{training}, {samples}{drawn})";
    }

    private string Return(string value) => _context.Arithmetic.Precision == Precision.Single ? $"return (float)({value});" : $"return {value};";
}
