using Units.Gateway.Monitor.Views;

namespace Units.Monitor.Tests.Words;

public sealed class UnitWordsTests
{
    [Theory]
    [InlineData("Xã Bình Chánh", "X. Bình Chánh", "Bình Chánh")]
    [InlineData("Phường Sài Gòn", "P. Sài Gòn", "Sài Gòn")]
    [InlineData("Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "Hồ Chí Minh")]
    [InlineData("Đặc khu Côn Đảo", "ĐK. Côn Đảo", "Côn Đảo")]
    [InlineData("Cao Bằng", "Cao Bằng", "Cao Bằng")]
    [InlineData("Xã ", "Xã ", "Xã ")]
    public void A_name_is_shortened_by_its_kind(string name, string small, string bare)
    {
        Assert.Equal(small, UnitWords.Short(name));
        Assert.Equal(bare, UnitWords.Bare(name));
    }
}
