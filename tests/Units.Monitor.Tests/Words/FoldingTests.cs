using Units.Gateway.Monitor.Words;

namespace Units.Monitor.Tests.Words;

public sealed class FoldingTests
{
    [Fact]
    public void Names_are_in_the_order_of_the_Vietnamese_alphabet()
    {
        string[] names = ["Đồng Nai", "Hà Nội", "Điện Biên", "Cần Thơ", "An Giang", "Đà Nẵng", "Ăn", "Dương Huy"];

        Assert.Equal(
            ["An Giang", "Ăn", "Cần Thơ", "Dương Huy", "Đà Nẵng", "Điện Biên", "Đồng Nai", "Hà Nội"],
            names.Order(Comparer<string>.Create(Folding.Compare)));
    }

    [Theory]
    [InlineData("Đà Nẵng", "da nang")]
    [InlineData("Thành phố Hồ Chí Minh", "thanh pho ho chi minh")]
    [InlineData("  Bà Rịa - Vũng Tàu ", "ba ria vung tau")]
    public void A_name_without_its_diacritics_is_what_people_type(string name, string typed) => Assert.Equal(typed, Folding.Of(name).Trim());
}
