namespace Units.Silo.Demo;

/// <summary>A field whose targets one plan of the country sets, by a decision of its own. The numbers are invented.</summary>
/// <param name="Id">What the ids of its plans begin with.</param>
/// <param name="Title">What its plans are called; the year follows.</param>
/// <param name="Number">The number of the country's decision.</param>
/// <param name="IsByAssembly">True where the National Assembly resolves it, and the Prime Minister allots it some days later; else he does both.</param>
/// <param name="Day">The day of the decision, in the December before.</param>
/// <param name="Allotted">The number of the Prime Minister's decision by which it is allotted.</param>
/// <param name="Amended">The number of his decision in the middle of the year; 0 where there is none.</param>
internal sealed record DemoField(string Id, string Title, int Number, bool IsByAssembly, int Day, int Allotted, int Amended = 0)
{
    /// <summary>The one whose plan is the first of a unit.</summary>
    public const string Main = "ke-hoach";

    /// <summary>The fields, the main one first.</summary>
    public static readonly DemoField[] All =
    [
        new(Main, "Kế hoạch phát triển kinh tế - xã hội", 912, IsByAssembly: true, 1, 2917),
        new("ngan-sach", "Dự toán ngân sách nhà nước", 918, IsByAssembly: true, 2, 2921),
        new("cong-thuong", "Kế hoạch phát triển công nghiệp, thương mại", 2926, IsByAssembly: false, 8, 2927),
        new("nong-nghiep", "Kế hoạch phát triển nông, lâm, thủy sản", 2931, IsByAssembly: false, 9, 2932),
        new("du-lich", "Kế hoạch phát triển du lịch", 2935, IsByAssembly: false, 10, 2936, 1862),
        new("nha-o", "Chỉ tiêu nhà ở xã hội", 2940, IsByAssembly: false, 11, 2941, 1875),
        new("dau-tu-cong", "Kế hoạch đầu tư công", 2944, IsByAssembly: false, 12, 2945),
        new("an-sinh", "Chỉ tiêu an sinh xã hội", 2952, IsByAssembly: false, 15, 2953),
        new("trat-tu", "Chỉ tiêu trật tự, an toàn xã hội", 2958, IsByAssembly: false, 16, 2959),
        new("hanh-chinh", "Chỉ tiêu cải cách hành chính, chuyển đổi số", 2967, IsByAssembly: false, 18, 2968),
    ];

    // What the Assembly resolved is allotted so many days later.
    private const int DaysUntilAllotted = 4;

    /// <summary>The place of the one of an id.</summary>
    public static int PlaceOf(string id) => Array.FindIndex(All, f => f.Id == id);

    /// <summary>The day of the decision by which it is allotted, in the December before.</summary>
    public int AllottedDay => IsByAssembly ? Day + DaysUntilAllotted : Day;
}
