using System.Collections.Frozen;
using Units.Gateway.Errors;

namespace Units.Gateway.Identity;

/// <summary>Which role may call which method: the one table. What is not in it nobody may call.</summary>
internal static class MethodRules
{
    private static readonly MethodRule Read = new(Role.All);

    private static readonly MethodRule Report = new(Role.Reporter);

    private static readonly MethodRule Plan = new(Role.Planner);

    private static readonly MethodRule Create = new(Role.Planner | Role.Operator);

    // The catalogue is of no unit: everybody reads it, and what is added to it holds for the whole country.
    private static readonly MethodRule Catalogue = new(Role.Operator, Role.Planner);

    /// <summary>The rule of each method, by its full name as gRPC has it.</summary>
    public static FrozenDictionary<string, MethodRule> All { get; } = new Dictionary<string, MethodRule>(StringComparer.Ordinal)
    {
        ["/units.v1.UnitService/CreateUnit"] = Create,
        ["/units.v1.UnitService/GetUnit"] = Read,
        ["/units.v1.UnitService/ListUnits"] = Read,
        ["/units.v1.UnitService/FindUnits"] = Read,
        ["/units.v1.CatalogService/CreateMeasure"] = Catalogue,
        ["/units.v1.CatalogService/GetMeasure"] = Read,
        ["/units.v1.CatalogService/ListMeasures"] = Read,
        ["/units.v1.CatalogService/CreateIndicator"] = Catalogue,
        ["/units.v1.CatalogService/GetIndicator"] = Read,
        ["/units.v1.CatalogService/ListIndicators"] = Read,
        ["/units.v1.PlanService/AssignTarget"] = Plan,
        ["/units.v1.PlanService/RecordAssessment"] = Plan,
        ["/units.v1.PlanService/DraftPlan"] = Plan,
        ["/units.v1.PlanService/OpenForComments"] = Plan,
        ["/units.v1.PlanService/CommentOnPlan"] = Plan,
        ["/units.v1.PlanService/IssuePlan"] = Plan,
        ["/units.v1.PlanService/AmendPlan"] = Plan,
        ["/units.v1.PlanService/GetPlan"] = Read,
        ["/units.v1.PlanService/ListPlans"] = Read,
        ["/units.v1.PlanService/ComparePlanVersions"] = Read,
        ["/units.v1.PlanService/AllotTarget"] = Plan,
        ["/units.v1.PlanService/GetAllotment"] = Read,
        ["/units.v1.ReportService/SubmitReport"] = Report,
        ["/units.v1.ReportService/SubmitReports"] = Report,
        ["/units.v1.ReportService/GetReceipt"] = Read,
        ["/units.v1.ReportService/ListEntries"] = Read,
        ["/units.v1.ReportService/ClosePeriod"] = Plan,
        ["/units.v1.ReportService/ReopenPeriod"] = Plan,
        ["/units.v1.ReportService/ListClosedMonths"] = Read,
        ["/units.v1.TotalService/GetTotals"] = Read,
        ["/units.v1.TotalService/GetComparisons"] = Read,
        ["/units.v1.TotalService/CompareChildren"] = Read,
        ["/units.v1.TotalService/WatchTotals"] = Read,
        ["/units.v1.TotalService/WatchChildren"] = Read,
        ["/units.v1.TotalService/ProveTotal"] = Read,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Refuses who may not call a method, whatever it is about.</summary>
    /// <exception cref="RefusedException">The caller has none of its roles, or not all subtrees where those are needed.</exception>
    public static void Require(Caller caller, string method)
    {
        MethodRule rule = All.GetValueOrDefault(method) ?? new MethodRule(Role.None);
        if ((caller.Roles & rule.Roles) != Role.None || (caller.SeesAll && (caller.Roles & rule.RolesOverAll) != Role.None))
        {
            return;
        }

        throw (caller.Roles & rule.RolesOverAll) != Role.None
            ? new RefusedException(GatewayReasons.AllSubtreesRequired)
            : new RefusedException(GatewayReasons.RoleRequired, Roles.Names(rule.Roles | rule.RolesOverAll));
    }
}
