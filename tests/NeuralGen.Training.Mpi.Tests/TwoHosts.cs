using System.ComponentModel;
using System.Diagnostics;
using NeuralGen.Training.Mpi.Tests.Worker;

namespace NeuralGen.Training.Mpi.Tests;

/// <summary>Two hosts that reach each other by TCP alone: network namespaces with names of their own.</summary>
internal sealed class TwoHosts : IDisposable
{
    private const string First = "10.77.0.1";
    private const string Second = "10.77.0.2";
    private const string Network = "10.77.0.0/24";

    private readonly string _folder = Directory.CreateTempSubdirectory("neuralgen-hosts-").FullName;
    private readonly string _name = $"ng{Environment.ProcessId}";

    public TwoHosts()
    {
        Require($"ip netns add {_name}-1");
        Require($"ip netns add {_name}-2");
        Require($"ip link add {_name}a netns {_name}-1 type veth peer name {_name}b netns {_name}-2");
        Require($"ip -n {_name}-1 addr add {First}/24 dev {_name}a");
        Require($"ip -n {_name}-2 addr add {Second}/24 dev {_name}b");
        foreach ((string host, string device) in new[] { ("1", "a"), ("2", "b") })
        {
            Require($"ip -n {_name}-{host} link set lo up");
            Require($"ip -n {_name}-{host} link set {_name}{device} up");
        }

        // In place of ssh: HOST COMMAND...
        File.WriteAllText(Agent, $"#!/bin/sh\nhost=\"${{1##*.}}\"; shift\nexec ip netns exec \"{_name}-$host\" unshare --uts sh -c \"hostname host$host; $*\"\n");
        Require($"chmod +x {Agent}");
    }

    private string Agent => Path.Combine(_folder, "agent.sh");

    /// <summary>Gets why there cannot be two hosts here, or null.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>Runs the program in two processes on each host.</summary>
    public (int Code, string Output) Run(string arguments) => Shell(
        $"ip netns exec {_name}-1 unshare --uts sh -c \"hostname host1; mpirun --allow-run-as-root --mca plm_rsh_agent {Agent} --mca btl tcp,self --mca btl_tcp_if_include {Network} --mca oob_tcp_if_include {Network} --host {First}:2,{Second}:2 -np 4 dotnet {typeof(Program).Assembly.Location} {arguments}\"");

    public void Dispose()
    {
        Shell($"ip netns del {_name}-1; ip netns del {_name}-2");
        Directory.Delete(_folder, recursive: true);
    }

    private static void Require(string command)
    {
        (int code, string output) = Shell(command);
        Assert.True(code == 0, $"{command}: {output}");
    }

    private static (int Code, string Output) Shell(string command)
    {
        ProcessStartInfo start = new("timeout", ["120", "sh", "-c", $"{{ {command}; }} 2>&1"]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static string? FindMissing()
    {
        string probe = $"ngprobe{Environment.ProcessId}";
        try
        {
            return Shell($"ip netns add {probe} && ip netns exec {probe} unshare --uts true && ip netns del {probe}").Code == 0 ? null : "Network namespaces are not permitted here.";
        }
        catch (Win32Exception)
        {
            return "There is no shell with timeout here.";
        }
    }
}
