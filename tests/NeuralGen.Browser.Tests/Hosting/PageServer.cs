using System.Net;

namespace NeuralGen.Browser.Tests.Hosting;

/// <summary>Serves the files of a folder on this machine, as any static host does.</summary>
internal sealed class PageServer : IDisposable
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css",
        [".js"] = "text/javascript",
        [".json"] = "application/json",
        [".wasm"] = "application/wasm",
    };

    private readonly HttpListener _listener;
    private readonly string _folder;

    /// <summary>Begins to serve a folder.</summary>
    public PageServer(string folder)
    {
        _folder = Path.GetFullPath(folder);
        (_listener, Address) = Listen();
        _ = Task.Run(Serve);
    }

    /// <summary>The address of the folder.</summary>
    public string Address { get; }

    public void Dispose() => _listener.Close();

    private static (HttpListener Listener, string Address) Listen()
    {
        for (int port = 20000 + (Environment.ProcessId % 20000); ; port++)
        {
            string address = FormattableString.Invariant($"http://localhost:{port}/");
            HttpListener listener = new();
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (port < 60000)
            {
                // Somebody else has it.
                listener.Close();
            }
        }
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // The browser went away, or the server did.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        string name = context.Request.Url!.AbsolutePath.TrimStart('/');
        string path = Path.GetFullPath(Path.Combine(_folder, name.Length == 0 ? "index.html" : name));
        if (path.StartsWith(_folder, StringComparison.Ordinal) && File.Exists(path))
        {
            byte[] bytes = File.ReadAllBytes(path);
            context.Response.ContentType = Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");
            context.Response.ContentLength64 = bytes.Length;
            context.Response.OutputStream.Write(bytes);
        }
        else
        {
            context.Response.StatusCode = 404;
        }

        context.Response.Close();
    }
}
