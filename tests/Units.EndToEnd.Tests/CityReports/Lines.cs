using static Units.EndToEnd.Tests.CityReports.Targets;

namespace Units.EndToEnd.Tests.CityReports;

/// <summary>The 83 numbered lines of the five city reports as data: kind, bounds and formula of each. Nothing here knows an id.</summary>
internal static class Lines
{
    public static IEnumerable<Line> All => [.. Draft2019, .. Plan2020, .. Targets2021, .. Actuals2020, .. HalfYear2020, .. SevenMonths2019];

    // 1a: Uông Bí, draft plan 2019.
    private static Line[] Draft2019 =>
    [
        Growth("0.1", "tốc độ tăng trưởng khu vực dịch vụ", "g% =", Exactly("17.5"), ("-", "1174"), ("+", "1175"), ("-", "1176")),
        Growth("0.2", "tổng mức bán lẻ hàng hóa", "g% range", Range("18", "20"), ("-", "1179"), ("+", "1180"), ("+", "1200"), ("-", "1201")),
        Amount("0.3", "tổng số khách du lịch (triệu lượt)", "range", 1, Range("2.7", "3.0"), ("-", "2.6"), ("+", "2.7"), ("+", "3"), ("-", "3.1")),
        Amount("0.4", "lao động được giải quyết việc làm ngành dịch vụ", "≥", 0, AtLeast("7000"), ("-", "6999"), ("+", "7000")),
        Share("0.5", "GT sản phẩm KHCN cao trong GTSX công nghiệp", "r%", AtLeast("30"), ("-", "299"), ("+", "300")),
        Growth("0.6", "số dân, du khách, DN dùng DVC trực tuyến", "g%", AtLeast("15"), ("-", "1149"), ("+", "1150")),
        new("0.7", "tỷ lệ TTHC cung ứng DVCTT mức 3,4", "dir", Shape.Share)
        {
            Targets = [Of(V1.TargetKind.Increase)],
            Probes = [new("61", "+", "61", "100", "60", "100") { Change = "1" }, new("60", "-", "60", "100", "60", "100") { Change = "0" }],
        },
        CountShare("0.8", "100% xã, phường đạt chuẩn quốc gia y tế", "= maintain, k/n"),
        new("0.9", "phát triển dịch vụ y tế chất lượng cao", "qual", Shape.Amount)
        {
            Targets = [Of(V1.TargetKind.Qualitative)], Judged = true, Probes = [new("", "+"), new("", "-")],
        },
        Growth("0.10", "tài chính, ngân hàng, bảo hiểm", "g% range", Range("12", "15"), ("-", "1119"), ("+", "1120"), ("+", "1150"), ("-", "1151")),
        Growth("0.11", "doanh thu giao thông vận tải", "g% ≥", AtLeast("16"), ("-", "1159"), ("+", "1160")),
    ];

    // 1b: Yên Bái, plan 2020.
    private static Line[] Plan2020 =>
    [
        Amount("1.1", "GTSX nông nghiệp, thủy sản (tỷ đồng)", "≥", 1, AtLeast("450"), ("-", "449.9"), ("+", "450")),
        Amount("1.2", "GTSX CN-TTCN (tỷ đồng)", "≥", 1, AtLeast("4500"), ("-", "4499.9"), ("+", "4500")),
        new("1.3", "GTSX xây dựng (tỷ đồng), và so với NQ Đại hội", "≥, and vs resolution", Shape.Amount)
        {
            Scale = 1, Targets = [AtLeast("1950"), AtLeast("1805.5").In(V1.Tier.Resolution)],
            Probes = [new("1949.9", "-+", "1949.9"), new("1950", "++", "1950") { Percents = ["100", "108"] }, new("1805.4", "--", "1805.4")],
        },
        new("1.4", "GT sản phẩm / ha đất canh tác (triệu đồng)", "≥ (average)", Shape.Mean)
        {
            Scale = 1, Targets = [AtLeast("130")], Probes = [new("129.99", "-", "129990", "1000"), new("130", "+", "130000", "1000")],
        },
        new("1.5", "xã đạt NTM nâng cao: Âu Lâu, Minh Bảo, Tuy Lộc", "k, named", Shape.Count)
        {
            Decimals = 0, Targets = [AtLeast("3")], Members = 3,
            Probes = [new("3", "+", "1", "1", "1", "0"), new("3", "-", "1", "1", "0", "1"), new("2", "-", "1", "1", "0", "0"), new("4", "+", "1", "1", "1", "1")],
        },
        new("1.6", "tổng mức bán lẻ + DV tiêu dùng (tỷ đồng)", "≥, vs resolution", Shape.Amount)
        {
            Scale = 1, Targets = [AtLeast("12500"), AtLeast("10187.4").In(V1.Tier.Resolution)],
            Probes = [new("12499.9", "-+", "12499.9"), new("12500", "++", "12500") { Percents = ["100", "122.7"] }],
        },
        Amount("1.7", "tổng vốn đầu tư phát triển (tỷ đồng)", "≥", 1, AtLeast("5000"), ("-", "4999.9"), ("+", "5000")),
        new("1.8", "thu ngân sách (tỷ đồng)", "two tiers", Shape.Amount)
        {
            Scale = 1, Targets = [AtLeast("507.8"), AtLeast("850").In(V1.Tier.Resolution)],
            Probes = [new("507.7", "--", "507.7"), new("507.8", "+-", "507.8"), new("849.9", "+-", "849.9"), new("850", "++", "850") { Percents = ["167.39", "100"] }],
        },
        Amount("1.9", "giải quyết việc làm", "≥", 0, AtLeast("3650"), ("-", "3649"), ("+", "3650")),
        new("1.10", "tỷ lệ hộ nghèo", "≤", Shape.Share) { Targets = [AtMost("1.12")], Probes = [new("1.12", "+", "112", "10000"), new("1.13", "-", "113", "10000")] },
    ];

    // 1c: Nhà Bè, targets 2021.
    private static Line[] Targets2021 =>
    [
        Growth("2.1", "tăng trưởng bình quân các ngành", "g%", AtLeast("12"), ("-", "1119"), ("+", "1120")),
        Growth("2.2", "tăng trưởng TM-DV", "g%", AtLeast("12.5"), ("-", "1124"), ("+", "1125")),
        Growth("2.3", "tăng trưởng CN-XD", "g%", AtLeast("10.5"), ("-", "1104"), ("+", "1105")),
        Growth("2.4", "tăng trưởng nông-lâm-thủy sản", "g%", AtLeast("0.7"), ("-", "1006"), ("+", "1007")),
        Share("2.5", "chất thải được thu gom đúng chuẩn", "=", Exactly("100"), ("-", "999"), ("+", "1000")),
        Share("2.6", "hộ + chủ nguồn thải ký HĐ và trả phí", "=", Exactly("100"), ("-", "999"), ("+", "1000")),
        Share("2.7", "giải ngân đầu tư công trên vốn thành phố giao", ">", MoreThan("90"), ("-", "900"), ("+", "901")),
        MonthlyShare("2.8", "hộ dùng nước sạch", "= maintain"),
        Share("2.9", "công trình xây dựng được kiểm tra", "=", Exactly("100"), ("-", "999"), ("+", "1000")),
        new("2.10", "thu NSNN theo chỉ tiêu pháp lệnh", "≥ ref", Shape.Amount)
        {
            Above = AtLeast("1234"), Targets = [Of(V1.TargetKind.Inherited)], Probes = [new("1233", "-", "1233"), new("1234", "+", "1234") { Percents = ["100"] }],
        },
        Share("2.11", "hiệu suất đào tạo tiểu học", ">", MoreThan("99.2"), ("-", "992"), ("+", "993")),
        Share("2.12", "hiệu suất đào tạo THCS", ">", MoreThan("95"), ("-", "950"), ("+", "951")),
        new("2.13", "mặt bằng học vấn bình quân (lớp)", "average", Shape.Mean)
        {
            Targets = [AtLeast("9.2")], Probes = [new("9.2", "+", "9200", "1000"), new("9.2", "-", "9199", "1000")],
        },
        Share("2.14", "phân luồng sau THCS", "r%", AtLeast("21"), ("-", "209"), ("+", "210")),
        Amount("2.15", "đào tạo nghề ngắn hạn", "≥", 0, AtLeast("2000"), ("-", "1999"), ("+", "2000")),
        Share("2.16", "có việc làm sau đào tạo", "≥", AtLeast("85"), ("-", "849"), ("+", "850")),
        Share("2.17", "lao động có chứng chỉ nghề", "r%", AtLeast("90"), ("-", "899"), ("+", "900")),
        Amount("2.18", "giải quyết việc làm (lượt)", "range", 0, Range("6300", "6500"), ("-", "6299"), ("+", "6300"), ("+", "6500"), ("-", "6501")),
        Amount("2.19", "trong đó việc làm mới CN-DV-TM", "range, subset", 0, Range("3000", "3200"), ("-", "2999"), ("+", "3000"), ("+", "3200"), ("-", "3201")),
        Share("2.20", "thất nghiệp đô thị", "<", LessThan("3.5"), ("+", "34"), ("-", "35")),
        new("2.21", "hộ nghèo, cận nghèo theo chỉ tiêu Thành phố giao", "ref", Shape.Share)
        {
            Above = AtMost("0.8"), Targets = [Of(V1.TargetKind.Inherited)], Probes = [new("0.8", "+", "8", "1000"), new("0.9", "-", "9", "1000")],
        },
        Share("2.22", "hộ GĐ văn hóa", ">", MoreThan("94"), ("-", "940"), ("+", "941")),
        Share("2.23", "ấp-khu phố văn hóa", "r%", AtLeast("96"), ("-", "959"), ("+", "960")),
        Share("2.24", "cơ quan đạt chuẩn văn hóa", "r%", AtLeast("99"), ("-", "989"), ("+", "990")),
        new("2.25", "xã VH, thị trấn văn minh ĐT: 5/7", "k/n", Shape.Count)
        {
            Decimals = 0, Targets = [AtLeast("5")],
            Probes = [new("4", "-", "1", "1", "1", "1", "0", "0", "0"), new("5", "+", "1", "0", "1", "1", "0", "1", "1")],
        },
        Share("2.26", "luyện tập TDTT thường xuyên", "r%", AtLeast("35.5"), ("-", "354"), ("+", "355")),
        Growth("2.27", "BHXH tăng", "g%", AtLeast("10"), ("-", "1099"), ("+", "1100")),
        Share("2.28", "BHYT bao phủ dân số thường trú", "r%", AtLeast("91"), ("-", "909"), ("+", "910")),
        CountShare("2.29", "trạm y tế có bác sĩ", "= maintain, k/n"),
        new("2.30", "phạm pháp hình sự trên dân số thực tế giảm ít nhất 5%", "−≥5% (rate)", Shape.RateGrowth)
        {
            Targets = [AtMost("-5")], Probes = [new("-5", "+", "95", "1000", "100", "1000"), new("-4", "-", "96", "1000", "100", "1000")],
        },
        Share("2.31", "khám phá án chung", "r%", AtLeast("75"), ("-", "749"), ("+", "750")),
        Share("2.32", "khám phá trọng án", ">", MoreThan("95"), ("-", "950"), ("+", "951")),
        new("2.33", "TNGT giảm 5% trên cả 3 tiêu chí: vụ, chết, bị thương", "−5% on ALL 3", Shape.WorstGrowth)
        {
            Targets = [AtMost("-5")],
            Probes = [new("-5", "+", "95", "100", "18", "20", "190", "200"), new("-4", "-", "90", "100", "10", "20", "192", "200")],
        },
        AsParents("2.34", "dân quân: số lượng và chất lượng"),
        AsParents("2.35", "giao quân, cả 2 cấp"),
        Share("2.36", "hồ sơ đúng hẹn một cửa", ">", MoreThan("99"), ("-", "990"), ("+", "991")),
        new("2.37", "hài lòng, trên TẤT CẢ lĩnh vực", "≥ in every category (min)", Shape.LeastShare)
        {
            Targets = [AtLeast("95")],
            Probes = [new("95", "+", "95", "100", "999", "1000", "1000", "1000"), new("94", "-", "94", "100", "999", "1000", "1000", "1000")],
        },
        new("2.38", "văn bản điện tử (trừ mật)", "= (with exclusion)", Shape.ShareWithout)
        {
            Targets = [Exactly("100")], Probes = [new("100", "+", "1000", "1000", "0", "50"), new("99.9", "-", "999", "1000", "50", "50")],
        },
        Share("2.39", "email công vụ", "=", Exactly("100"), ("-", "999"), ("+", "1000")),
        Share("2.40", "TTHC một cửa", "=", Exactly("100"), ("-", "999"), ("+", "1000")),
        Share("2.41", "TTHC ISO 9001:2015", "=", Exactly("100"), ("-", "999"), ("+", "1000")),
        Share("2.42", "công chức xã có bằng ĐH", "≥", AtLeast("85"), ("-", "849"), ("+", "850")),
        Share("2.43", "công chức xã có LLCT trung cấp", "≥", AtLeast("100"), ("-", "999"), ("+", "1000")),
    ];

    // 1c: Nhà Bè, actuals 2020.
    private static Line[] Actuals2020 =>
    [
        Actual("2.44", "hài lòng chung 2020", Shape.Share, 0, 2, new Probe("99.72", "", "47336", "47467")),
        Actual("2.45", "bình thường / không hài lòng", Shape.Share, 0, 2, new Probe("0.24", "", "114", "47467"), new Probe("0.04", "", "17", "47467")),
        Actual("2.46", "hồ sơ huyện giải quyết / nhận", Shape.Share, 0, 2, new Probe("97.93", "", "9613", "9816")),
        Actual("2.47", "hồ sơ xã–TT xong / nhận", Shape.Share, 0, 2, new Probe("99.99", "", "153254", "153273")),
        new("2.48", "giao dịch trực tuyến mức 3,4 tăng hơn năm trước", "dir", Shape.Amount)
        {
            Decimals = 0, Targets = [Of(V1.TargetKind.Increase)],
            Probes = [new("101", "+", "101", "100") { Change = "1" }, new("100", "-", "100", "100") { Change = "0" }, new("99", "-", "99", "100") { Change = "-1" }],
        },
        Actual("2.49", "tập thể tuyên dương", Shape.Amount, 0, 0, new Probe("40", "", "40")),
    ];

    // 1d: Vĩnh Yên, six months of 2020.
    private static Line[] HalfYear2020 =>
    [
        new("3.1", "tổng giá trị sản xuất: trên 31.608 tỷ = 40,1% kế hoạch năm", "actual", Shape.Amount)
        {
            Scale = 1, Targets = [AtLeast("78823")], Probes = [new("31608", "-", "31608") { Estimate = true, AtLeast = true, Percents = ["40.1"] }],
        },
        new("3.2", "thu ngân sách: trên 1.965 tỷ = 118% dự toán, tăng 191% so cùng kỳ", "actual", Shape.Amount)
        {
            Scale = 1, Targets = [AtLeast("1665.3")],
            Probes = [new("1965", "+", "1965", "675.3") { Estimate = true, AtLeast = true, Percents = ["118"], Change = "190.98" }],
        },
        Actual("3.3", "một cửa TP nhận và giải quyết: trên 1.500", Shape.Amount, 0, 0, new Probe("1500", "", "1500") { Estimate = true, AtLeast = true }),
        Actual("3.4", "trước hạn 70,6 / chậm hạn 0,32", Shape.Share, 0, 2, new Probe("70.57", "", "1103", "1563") { Estimate = true }, new Probe("0.32", "", "5", "1563") { Estimate = true }),
        Actual("3.5", "xã, phường nhận và giải quyết: trên 9.000", Shape.Amount, 0, 0, new Probe("9000", "", "9000") { Estimate = true, AtLeast = true }),
        Actual("3.6", "đúng hạn 54 / trước hạn 44,4 / chậm hạn 0,18", Shape.Share, 0, 2,
            new Probe("54", "", "4860", "9000") { Estimate = true, AtLeast = true }, new Probe("44.4", "", "3996", "9000") { Estimate = true },
            new Probe("0.18", "", "16", "9000") { Estimate = true }),
    ];

    // 1e: Cẩm Phả, seven months of 2019.
    private static Line[] SevenMonths2019 =>
    [
        Actual("4.1", "hội nghị tuyên truyền; lượt đối tượng", Shape.Amount, 0, 0, new Probe("48", "", "48"), new Probe("3400", "", "3400") { AtLeast = true }),
        Actual("4.2", "DVCTT mức 3,4 trên cổng tỉnh / TTHC thuộc thẩm quyền", Shape.Share, 0, 2, new Probe("82.39", "", "248", "301")),
        Actual("4.3", "phường, xã cung cấp 40–50 của 96 TTHC: trên 45%", Shape.Share, 0, 2, new Probe("46.88", "", "90", "192")),
        Actual("4.4", "hồ sơ qua DVCTT tại Trung tâm HCC", Shape.Share, 0, 2, new Probe("26.15", "", "929", "3553")),
        Actual("4.5", "hồ sơ qua DVCTT tại một cửa phường, xã", Shape.Share, 0, 2, new Probe("27.21", "", "2916", "10717")),
        Actual("4.6", "trả kết quả qua bưu chính công ích (không tính ngành dọc)", Shape.Amount, 0, 0, new Probe("848", "", "848")),
        Actual("4.7", "đơn vị làm tốt được nêu tên", Shape.Count, 0, 0, new Probe("6", "", "1", "1", "1", "1", "1", "1", "0", "0")),
    ];

    private static Line Amount(string number, string vi, string kind, int scale, V1.Target target, params (string Met, string Value)[] probes) =>
        new(number, vi, kind, Shape.Amount) { Scale = scale, Decimals = scale, Targets = [target], Probes = [.. probes.Select(p => new Probe(p.Value, p.Met, p.Value))] };

    /// <summary>Shares of 1,000.</summary>
    private static Line Share(string number, string vi, string kind, V1.Target target, params (string Met, string Value)[] probes) =>
        new(number, vi, kind, Shape.Share) { Targets = [target], Probes = [.. probes.Select(p => new Probe(Tenth(p.Value), p.Met, p.Value, "1000"))] };

    /// <summary>Growths on 1,000.</summary>
    private static Line Growth(string number, string vi, string kind, V1.Target target, params (string Met, string Value)[] probes) =>
        new(number, vi, kind, Shape.Growth)
        {
            Targets = [target],
            Probes = [.. probes.Select(p => new Probe(Tenth(Number(int.Parse(p.Value, Culture) - 1000)), p.Met, p.Value, "1000"))],
        };

    private static Line MonthlyShare(string number, string vi, string kind) => new(number, vi, kind, Shape.MonthlyShare)
    {
        Targets = [Maintain("100")],
        Probes = [new("100", "+", "500", "500", "510", "510", "510", "510"), new("100", "-", "500", "500", "509", "510", "510", "510") { Breaches = ["2020-02"] }],
    };

    private static Line CountShare(string number, string vi, string kind) => new(number, vi, kind, Shape.MonthlyCountShare)
    {
        Targets = [Maintain("100")],
        Probes = [new("100", "+", "1", "1", "1", "1", "1", "1"), new("100", "-", "1", "1", "1", "0", "1", "1") { Breaches = ["2020-02"] }],
    };

    private static Line AsParents(string number, string vi) => new(number, vi, "= of parent's target; AND over two", Shape.WorstShare)
    {
        Above = Exactly("100"),
        Targets = [Of(V1.TargetKind.Inherited)],
        Probes = [new("100", "+", "30", "30", "50", "50"), new("98", "-", "30", "30", "49", "50")],
    };

    private static Line Actual(string number, string vi, Shape shape, int scale, int decimals, params Probe[] probes) =>
        new(number, vi, "actual", shape) { Scale = scale, Decimals = decimals, Probes = probes };

    private static readonly System.Globalization.CultureInfo Culture = System.Globalization.CultureInfo.InvariantCulture;

    private static string Number(int value) => value.ToString(Culture);

    private static string Tenth(string thousandths) => (decimal.Parse(thousandths, Culture) / 10).ToString("0.#", Culture);
}
