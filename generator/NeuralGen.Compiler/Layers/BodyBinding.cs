using NeuralGen.Compiler.Declarations;
using NeuralGen.Compiler.Diagnostics;
using NeuralGen.Compiler.Networks;

namespace NeuralGen.Compiler.Layers;

/// <summary>Binds a network within a layer as one by itself, in the surroundings of the network that has the layer.</summary>
/// <param name="name">The name that messages use.</param>
/// <param name="declaration">What is said of it.</param>
/// <param name="place">Where it is declared, for what stands against it.</param>
/// <returns>The network and how it is called; null after a problem.</returns>
internal delegate (Network Network, NetworkSignature Signature)? BodyBinding(string name, NetworkDeclaration declaration, Place place);
