namespace Units.Gateway.Hosting;

/// <summary>Whom a request is about, for the log. What is no identifier is not repeated there: it may be anything.</summary>
internal readonly record struct RequestSubject(string Unit, string Report)
{
    private const string None = "-";

    /// <summary>The unit and report of a request.</summary>
    public static RequestSubject Of(object request) => request switch
    {
        V1.SubmitReportRequest r => new(Id(r.Unit), ReportOf(r.ReportId)),
        V1.GetReceiptRequest r => new(Id(r.Unit), ReportOf(r.ReportId)),
        V1.AssignTargetRequest r => new(Id(r.Unit), ReportOf(r.RequestId)),
        V1.RecordAssessmentRequest r => new(Id(r.Unit), ReportOf(r.RequestId)),
        V1.DraftPlanRequest r => new(Id(r.Unit), ReportOf(r.RequestId)),
        V1.OpenForCommentsRequest r => new(Id(r.Unit), ReportOf(r.RequestId)),
        V1.CommentOnPlanRequest r => new(Id(r.Unit), ReportOf(r.RequestId)),
        V1.IssuePlanRequest r => new(Id(r.Unit), ReportOf(r.RequestId)),
        V1.AmendPlanRequest r => new(Id(r.Unit), ReportOf(r.RequestId)),
        V1.AllotTargetRequest r => new(Id(r.Unit), ReportOf(r.RequestId)),
        V1.GetPlanRequest r => new(Id(r.Unit), None),
        V1.ListPlansRequest r => new(Id(r.Unit), None),
        V1.ComparePlanVersionsRequest r => new(Id(r.Unit), None),
        V1.GetAllotmentRequest r => new(Id(r.Unit), None),
        V1.GetTotalsRequest r => new(Id(r.Unit), None),
        V1.CompareChildrenRequest r => new(Id(r.Unit), None),
        V1.WatchTotalsRequest r => new(Id(r.Units.FirstOrDefault()), None),
        V1.WatchChildrenRequest r => new(Id(r.Unit), None),
        V1.ProveTotalRequest r => new(Id(r.Unit), None),
        V1.ListEntriesRequest r => new(Id(r.Unit), None),
        V1.ListClosedMonthsRequest r => new(Id(r.Unit), None),
        V1.ClosePeriodRequest r => new(Id(r.Unit), ReportOf(r.RequestId)),
        V1.ReopenPeriodRequest r => new(Id(r.Unit), ReportOf(r.RequestId)),
        V1.GetUnitRequest r => new(Id(r.Unit), None),
        V1.CreateUnitRequest r => new(Id(r.Unit?.Id), None),
        _ => new(None, None),
    };

    private static string Id(string? text) => IdentifierText.IsValid(text) ? text! : None;

    private static string ReportOf(string text) => ReportId.IsValid(text) ? text : None;
}
