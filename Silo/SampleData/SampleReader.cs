namespace Units.Silo.SampleData;

/// <summary>Reads a directory of sample data.</summary>
public static class SampleReader
{
    private const string CatalogueFile = "catalogue.json";

    /// <summary>Where the build and a published binary keep the sample data that ships with the product.</summary>
    public static string ShippedDirectory => Path.Combine(AppContext.BaseDirectory, "data", "sample");

    /// <summary>Reads the catalogue and then every other <c>*.json</c>, in the order of their names, as one city each.</summary>
    /// <exception cref="SampleFormatException">The directory or a file in it is not as it must be.</exception>
    public static SampleSet Read(string directory)
    {
        string catalogueFile = Path.Combine(directory, CatalogueFile);
        if (!File.Exists(catalogueFile))
        {
            throw new SampleFormatException(directory, CatalogueFile, "", "this file is required in the directory of the sample data");
        }

        CatalogueReader catalogue = new();
        catalogue.Read(SampleFile.Open(catalogueFile));
        CityReader cities = new(catalogue);
        foreach (string file in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(file) != CatalogueFile)
            {
                cities.Read(SampleFile.Open(file));
            }
        }

        return new SampleSet(
            [.. catalogue.Measures.Values],
            [.. catalogue.Indicators.Values],
            [.. cities.Units],
            [.. cities.Reports],
            cities.Plans,
            cities.Targets,
            cities.Published);
    }
}
