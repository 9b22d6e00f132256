using System.Globalization;

namespace BakedPenguins;

/// <summary>A row of penguins.csv; lengths are in millimetres, the mass is in grams.</summary>
internal sealed record Penguin(string Species, string Island, float BillLength, float BillDepth, float FlipperLength, float BodyMass, string Sex)
{
    /// <summary>Reads a line; no field of the file is quoted.</summary>
    public static Penguin Parse(string line)
    {
        string[] fields = line.Split(',');
        return new(fields[0], fields[1], Number(fields[2]), Number(fields[3]), Number(fields[4]), Number(fields[5]), fields[6]);
    }

    /// <summary>The mass in kilograms that the network expects.</summary>
    public float PredictBodyMass() => BakedPenguins.BodyMass.Predict(
        billLengthMm: BillLength,
        billDepthMm: BillDepth,
        flipperLengthMm: FlipperLength,
        speciesAdelie: OneIf(Species == "Adelie"),
        speciesChinstrap: OneIf(Species == "Chinstrap"),
        speciesGentoo: OneIf(Species == "Gentoo"),
        islandBiscoe: OneIf(Island == "Biscoe"),
        islandDream: OneIf(Island == "Dream"),
        islandTorgersen: OneIf(Island == "Torgersen"),
        sexFemale: OneIf(Sex == "female"),
        sexMale: OneIf(Sex == "male"));

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static float OneIf(bool condition) => condition ? 1 : 0;
}
