using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Reads from which attainment on a status is given.</summary>
internal static class ThresholdParser
{
    private const int Scale = 2;

    /// <summary>Reads them, the usual ones where nothing is said; what breaks a rule is noted.</summary>
    public static StatusThresholds Parse(V1.StatusThresholds? sent, string path, Violations found)
    {
        StatusThresholds usual = StatusThresholds.Usual;
        if (sent is null)
        {
            return usual;
        }

        StatusThresholds thresholds = new(
            One(path + ".ahead", sent.Ahead, usual.Ahead, found),
            One(path + ".on_course", sent.OnCourse, usual.OnCourse, found),
            One(path + ".at_risk", sent.AtRisk, usual.AtRisk, found));
        if (!thresholds.IsValid)
        {
            found.Add(GatewayReasons.ThresholdsOutOfOrder, path, $"{sent.Ahead}, {sent.OnCourse}, {sent.AtRisk}");
        }

        return thresholds;
    }

    private static int One(string field, string text, int usual, Violations found) => text.Length == 0
        ? usual : (int)Int128.Clamp(found.Amount(field, text, Scale).Scaled, 0, StatusThresholds.Max + 1);
}
