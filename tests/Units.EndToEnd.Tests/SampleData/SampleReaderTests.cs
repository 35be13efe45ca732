using Units.Silo.SampleData;
using Xunit;

namespace Units.EndToEnd.Tests.SampleData;

/// <summary>A malformed sample directory is answered with file, key and value.</summary>
public sealed class SampleReaderTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("units-sample-");

    public SampleReaderTests()
    {
        foreach (string file in Directory.EnumerateFiles(SampleReader.ShippedDirectory))
        {
            File.Copy(file, Path.Combine(_directory.FullName, Path.GetFileName(file)));
        }
    }

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("cam-pha.json", "\"kind\": \"city\"", "\"kind\": \"town\"", "units[0].kind", "town")]
    [InlineData("cam-pha.json", "\"parent\": \"cam-pha\"", "\"parent\": \"cam-phe\"", "units[1].parent", "cam-phe")]
    [InlineData("cam-pha.json", "\"identifiers\"", "\"identifers\"", "units[0].identifers", "[")]
    [InlineData("cam-pha.json", "\"value\": \"48\"", "\"value\": \"4,8\"", "reports[0].entries[0].value", "4,8")]
    [InlineData("cam-pha.json", "\"value\": \"48\"", "\"value\": \"48.5\"", "reports[0].entries[0].value", "48.5")]
    [InlineData("cam-pha.json", "\"value\": \"48\"", "\"value\": 48", "reports[0].entries[0].value", "48")]
    [InlineData("cam-pha.json", "\"month\": \"2019-07\"", "\"month\": \"2019-13\"", "reports[0].entries[0].month", "2019-13")]
    [InlineData("cam-pha.json", "\"kind\": \"set\"", "\"kind\": \"year-to-date\"", "reports[0].entries[2].kind", "year-to-date")]
    [InlineData("cam-pha.json", "\"measure\": \"postal-results\"", "\"measure\": \"post\"", "reports[0].entries[4].measure", "post")]
    [InlineData("cam-pha.json", "\"atLeast\": true", "\"atLeast\": \"yes\"", "reports[0].entries[1].atLeast", "\"yes\"")]
    [InlineData("cam-pha.json", "\"to\": \"2025-06-30\"", "\"to\": \"2025-06-31\"", "units[0].identifiers[0].to", "2025-06-31")]
    [InlineData("nha-be.json", "\"id\": \"nha-be-long-thoi\"", "\"id\": \"nha-be\"", "units[2].id", "nha-be")]
    [InlineData("nha-be.json", "\"category\": \"neutral\"", "\"category\": \"unsure\"", "reports[0].entries[3].category", "unsure")]
    [InlineData("nha-be.json", "\"units\"", "\"unit\"", "units", "")]
    [InlineData("catalogue.json", "\"numerator\": \"online-services\"", "\"numerator\": \"services\"", "indicators[0].numerator", "services")]
    [InlineData("catalogue.json", "\"formula\": \"ratio\"", "\"formula\": \"amount\"", "indicators[0].denominator", "procedures")]
    [InlineData("catalogue.json", "\"scale\": 0", "\"scale\": 7", "measures[0].scale", "7")]
    public void A_wrong_key_or_value_is_named_with_its_place(string file, string was, string becomes, string place, string value)
    {
        string path = Path.Combine(_directory.FullName, file);
        string text = File.ReadAllText(path);
        int at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} no longer holds {was}");
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), becomes, text.AsSpan(at + was.Length)));

        SampleFormatException error = Assert.Throws<SampleFormatException>(() => SampleReader.Read(_directory.FullName));

        Assert.Equal((path, place), (error.File, error.Place));
        Assert.StartsWith(value, error.Value, StringComparison.Ordinal);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_JSON_is_named_with_its_line()
    {
        string path = Path.Combine(_directory.FullName, "yen-bai.json");
        File.WriteAllText(path, "{\n  \"about\": nothing\n}");

        SampleFormatException error = Assert.Throws<SampleFormatException>(() => SampleReader.Read(_directory.FullName));

        Assert.Equal((path, "line 2"), (error.File, error.Place));
    }

    [Fact]
    public void A_key_that_stands_twice_is_refused()
    {
        string path = Path.Combine(_directory.FullName, "yen-bai.json");
        File.WriteAllText(path, "{ \"about\": {},\n \"about\": {} }");

        SampleFormatException error = Assert.Throws<SampleFormatException>(() => SampleReader.Read(_directory.FullName));

        Assert.Equal(path, error.File);
    }

    [Fact]
    public void A_directory_without_a_catalogue_is_refused()
    {
        File.Delete(Path.Combine(_directory.FullName, "catalogue.json"));

        SampleFormatException error = Assert.Throws<SampleFormatException>(() => SampleReader.Read(_directory.FullName));

        Assert.Equal((_directory.FullName, "catalogue.json"), (error.File, error.Place));
    }
}
