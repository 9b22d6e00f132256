using DigitsInBrowser.Pages;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

WebAssemblyHostBuilder builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<DrawingPage>("#page");
await builder.Build().RunAsync();
