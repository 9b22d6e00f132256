using FlowersApi;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, FlowersContext.Default));
WebApplication application = builder.Build();
application.MapPost("/species", (Flower flower) => Species.Of(flower));
application.MapGet("/", () => $"POST a flower to /species; the network reads {string.Join(", ", Flowers.InputNames)} and knows {string.Join(", ", Flowers.LabelNames.ToArray())}.");
application.Run();
