using System.Collections.Frozen;

namespace Units.Gateway.Errors;

/// <summary>Kinds, formulas and states that sentences name: a person who reads Vietnamese is not told them in English.</summary>
internal static class ErrorWords
{
    private static readonly FrozenDictionary<string, string> Vietnamese = new Dictionary<string, string>
    {
        [nameof(TargetKind.AtLeast)] = "tối thiểu",
        [nameof(TargetKind.AtMost)] = "tối đa",
        [nameof(TargetKind.MoreThan)] = "trên",
        [nameof(TargetKind.LessThan)] = "dưới",
        [nameof(TargetKind.Range)] = "trong khoảng",
        [nameof(TargetKind.Exactly)] = "bằng đúng",
        [nameof(TargetKind.Maintain)] = "giữ vững",
        [nameof(TargetKind.Increase)] = "tăng",
        [nameof(TargetKind.Decrease)] = "giảm",
        [nameof(TargetKind.Qualitative)] = "định tính",
        [nameof(TargetKind.Inherited)] = "theo chỉ tiêu khác",
        [nameof(TargetKind.Composite)] = "tổng hợp",
        [nameof(FormulaKind.Amount)] = "số tuyệt đối",
        [nameof(FormulaKind.Ratio)] = "tỷ lệ",
        [nameof(FormulaKind.Growth)] = "tăng trưởng",
        [nameof(FormulaKind.WeightedMean)] = "bình quân gia quyền",
        [nameof(FormulaKind.AttainedCount)] = "số đơn vị đạt",
        [nameof(FormulaKind.Minimum)] = "thấp nhất trong các loại",
        [nameof(FormulaKind.Worst)] = "kém nhất trong các chỉ tiêu",
        [nameof(PlanStatus.Draft)] = "dự thảo",
        [nameof(PlanStatus.Open)] = "đang lấy ý kiến",
        [nameof(PlanStatus.Issued)] = "đã ban hành",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>An argument as the language says it.</summary>
    public static string In(Language language, string argument) => language == Language.Vi ? Vietnamese.GetValueOrDefault(argument, argument) : argument;
}
