using Units.Grains.Storage;

namespace Units.Core.Tests.Vocabulary;

public class IdTests
{
    [Theory]
    [InlineData("abc"), InlineData("cam-pha"), InlineData("a--"), InlineData("x12"), InlineData("x23456789012345678901234567890123456789012345678901234567890123")]
    public void An_identifier_is_three_to_sixty_three_small_letters_digits_and_hyphens(string text)
    {
        Assert.Equal(text, new UnitId(text).Text);
        Assert.Equal((text, text, text), (new SourceId(text).Text, new MeasureId(text).Text, new IndicatorId(text).Text));
        Assert.Equal(new UnitId(text), UnitKey.Parse(UnitKey.Of(new UnitId(text))));
    }

    [Theory]
    [InlineData("ab"), InlineData("1abc"), InlineData("-abc"), InlineData("Abc"), InlineData("cẩm-phả"), InlineData("a b"), InlineData("abc\n"), InlineData("")]
    [InlineData("x234567890123456789012345678901234567890123456789012345678901234")]
    public void What_breaks_the_rule_is_no_identifier(string text)
    {
        Assert.Throws<ArgumentException>(() => new UnitId(text));
        Assert.Throws<FormatException>(() => UnitKey.Parse("u:" + text));
    }

    [Fact]
    public void The_default_identifier_has_an_empty_text_and_a_key_needs_its_prefix()
    {
        Assert.Equal(("", ""), (default(UnitId).Text, default(ReportId).Text));
        Assert.Equal("u:cam-pha", UnitKey.Of(new UnitId("cam-pha")));
        Assert.Throws<FormatException>(() => UnitKey.Parse("cam-pha"));
    }

    [Fact]
    public void A_report_id_is_up_to_128_printable_characters_without_spaces()
    {
        Assert.Equal("2025/07#1~!", new ReportId("2025/07#1~!").Text);
        Assert.True(ReportId.IsValid(new string('x', 128)));
        Assert.All([null, "", "a b", "á", "a\t", "\u007f", new string('x', 129)], text => Assert.False(ReportId.IsValid(text)));
    }

    [Fact]
    public void Identifiers_order_by_their_characters_and_versions_by_epoch_first()
    {
        Assert.True(new UnitId("a-z").CompareTo(new UnitId("a0z")) < 0);
        Assert.True(new UnitVersion(1, 9) < new UnitVersion(2, 0) && new UnitVersion(2, 1) > new UnitVersion(2, 0));
        Assert.True(new UnitVersion(2, 1) <= new UnitVersion(2, 1) && new UnitVersion(2, 1) >= new UnitVersion(2, 1));
        Assert.Equal("3.14", new UnitVersion(3, 14).ToString());
    }

    [Fact]
    public void A_violation_in_the_journal_has_a_pinned_shape()
    {
        Violation violation = new(Reasons.OtherSource, "entries[3].measure", "a \"b\"", ["cục", "2025"]);
        string text = ViolationText.Write(violation);
        Assert.StartsWith("[1,\"SERIES_OWNED_BY_OTHER_SOURCE\",\"entries[3].measure\",", text, StringComparison.Ordinal);
        Violation read = ViolationText.Read(text);
        Assert.Equal((violation.Reason, violation.Field, violation.Value), (read.Reason, read.Field, read.Value));
        Assert.Equal(violation.Arguments, read.Arguments);
        Assert.Throws<FormatException>(() => ViolationText.Read("[2,\"X\",\"\",\"\",[]]"));
    }
}
