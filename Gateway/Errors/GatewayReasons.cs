namespace Units.Gateway.Errors;

/// <summary>The reasons that the gateway judges alone; <see cref="Reasons"/> has those of the ledger. Stable: programs compare them.</summary>
public static class GatewayReasons
{
    /// <summary>Several rules of different kinds are broken; each has its own reason.</summary>
    public const string InvalidRequest = "INVALID_REQUEST";

    /// <summary>A message, or a parameter of a URL, that does not parse.</summary>
    public const string MalformedMessage = "MALFORMED_MESSAGE";

    /// <summary>A message larger than the gateway reads. Arguments: none.</summary>
    public const string MessageTooLarge = "MESSAGE_TOO_LARGE";

    /// <summary>A field that must be given is not.</summary>
    public const string FieldRequired = "FIELD_REQUIRED";

    /// <summary>Not an identifier. Arguments: the rule.</summary>
    public const string BadIdentifier = "BAD_IDENTIFIER";

    /// <summary>Not a report id. Arguments: the rule.</summary>
    public const string BadReportId = "BAD_REPORT_ID";

    /// <summary>Not a month.</summary>
    public const string BadMonth = "BAD_MONTH";

    /// <summary>A month that has not begun. Arguments: the current month, the calendar in Vietnamese, in English.</summary>
    public const string MonthInFuture = "MONTH_IN_FUTURE";

    /// <summary>A calendar that is not that of the measure. Arguments: the measure or indicator, its calendar in Vietnamese, in English.</summary>
    public const string OtherCalendar = "OTHER_CALENDAR";

    /// <summary>An indicator over measures of two calendars. Arguments: one measure, the other.</summary>
    public const string CalendarsDiffer = "CALENDARS_DIFFER";

    /// <summary>A term of a minimum without categories, with one alone, or without those of the other term.</summary>
    public const string CategoriesNeeded = "CATEGORIES_NEEDED";

    /// <summary>An indicator of which no worst can be made: itself a worst, or a count of units.</summary>
    public const string NotAComponent = "NOT_A_COMPONENT";

    /// <summary>Thresholds that rise, or of which one is outside 0.01 to 10.</summary>
    public const string ThresholdsOutOfOrder = "THRESHOLDS_OUT_OF_ORDER";

    /// <summary>A month or day since when ranks are compared that is not within the range. Arguments: the range.</summary>
    public const string SinceOutsideRange = "SINCE_OUTSIDE_RANGE";

    /// <summary>Not a range of months. Arguments: the longest.</summary>
    public const string BadRange = "BAD_RANGE";

    /// <summary>A range over which the indicator is not defined.</summary>
    public const string RangeTooEarly = "RANGE_TOO_EARLY";

    /// <summary>Not a date.</summary>
    public const string BadDate = "BAD_DATE";

    /// <summary>Dated items that do not follow one another, or an end before its beginning.</summary>
    public const string DatesOutOfOrder = "DATES_OUT_OF_ORDER";

    /// <summary>Not a decimal string.</summary>
    public const string NotANumber = "NOT_A_NUMBER";

    /// <summary>More decimals than the scale. Arguments: the scale.</summary>
    public const string TooManyDecimals = "TOO_MANY_DECIMALS";

    /// <summary>Beyond what one entry may carry. Arguments: the largest magnitude.</summary>
    public const string ValueOutOfRange = "VALUE_OUT_OF_RANGE";

    /// <summary>A whole number outside its bounds. Arguments: the least, the most.</summary>
    public const string NumberOutOfRange = "NUMBER_OUT_OF_RANGE";

    /// <summary>A text that is too long or has control characters. Arguments: the longest.</summary>
    public const string BadText = "BAD_TEXT";

    /// <summary>A number that names no choice of an enumeration.</summary>
    public const string BadChoice = "BAD_CHOICE";

    /// <summary>Two things that exclude each other. Arguments: the other field.</summary>
    public const string NotTogether = "NOT_TOGETHER";

    /// <summary>The same id twice in one list.</summary>
    public const string Duplicate = "DUPLICATE_ID";

    /// <summary>More items than allowed. Arguments: how many there are, the most.</summary>
    public const string TooManyItems = "TOO_MANY_ITEMS";

    /// <summary>More entries than a report may have. Arguments: how many there are, the most.</summary>
    public const string TooManyEntries = "TOO_MANY_ENTRIES";

    /// <summary>A report without entries.</summary>
    public const string NoEntries = "NO_ENTRIES";

    /// <summary>An entry that says nothing.</summary>
    public const string NoStatement = "NO_STATEMENT";

    /// <summary>A page token that was not given for this question.</summary>
    public const string BadPageToken = "BAD_PAGE_TOKEN";

    /// <summary>A resume token that was not given for this question, or by another ledger.</summary>
    public const string BadResumeToken = "BAD_RESUME_TOKEN";

    /// <summary>A unit that names itself as its parent.</summary>
    public const string OwnParent = "OWN_PARENT";

    /// <summary>No such unit.</summary>
    public const string UnitNotFound = "UNIT_NOT_FOUND";

    /// <summary>No such measure.</summary>
    public const string MeasureNotFound = "MEASURE_NOT_FOUND";

    /// <summary>No such indicator.</summary>
    public const string IndicatorNotFound = "INDICATOR_NOT_FOUND";

    /// <summary>No such receipt.</summary>
    public const string ReceiptNotFound = "RECEIPT_NOT_FOUND";

    /// <summary>A measure that the request names does not exist.</summary>
    public const string UnknownMeasure = "UNKNOWN_MEASURE";

    /// <summary>A category that the measure does not have. Arguments: the measure.</summary>
    public const string UnknownCategory = "UNKNOWN_CATEGORY";

    /// <summary>An indicator that the request names does not exist.</summary>
    public const string UnknownIndicator = "UNKNOWN_INDICATOR";

    /// <summary>Something that a creation names does not exist.</summary>
    public const string UnknownReference = "UNKNOWN_REFERENCE";

    /// <summary>An entry on an indicator: indicators are computed, measures are reported.</summary>
    public const string IndicatorNotReportable = "INDICATOR_NOT_REPORTABLE";

    /// <summary>A year to date on a stock.</summary>
    public const string YearToDateOnStock = "YEAR_TO_DATE_ON_STOCK";

    /// <summary>A hand-over of a measure that many sources report.</summary>
    public const string HandOverOnManySources = "HAND_OVER_ON_MANY_SOURCES";

    /// <summary>The id exists with other content.</summary>
    public const string AlreadyExists = "ALREADY_EXISTS";

    /// <summary>More units below than one proof looks at. Arguments: how many it does.</summary>
    public const string ProofTooLarge = "PROOF_TOO_LARGE";

    /// <summary>The unit stays behind the version that a resume token names. Arguments: the unit.</summary>
    public const string BehindResumeToken = "BEHIND_RESUME_TOKEN";

    /// <summary>As many watch at this gateway as may. Arguments: how many.</summary>
    public const string TooManyWatchers = "TOO_MANY_WATCHERS";

    /// <summary>As many units are watched at this gateway as may be. Arguments: how many.</summary>
    public const string TooManyUnitsWatched = "TOO_MANY_UNITS_WATCHED";

    /// <summary>Too many different questions are watched about one unit. Arguments: the unit, the most questions, the most sums.</summary>
    public const string TooManyQuestions = "TOO_MANY_QUESTIONS";

    /// <summary>As many streams of reports are open at this gateway as may. Arguments: how many.</summary>
    public const string TooManyStreams = "TOO_MANY_STREAMS";

    /// <summary>The gateway stops: go on at another one.</summary>
    public const string GatewayStopping = "GATEWAY_STOPPING";

    /// <summary>The cluster does not answer.</summary>
    public const string ClusterUnavailable = "CLUSTER_UNAVAILABLE";

    /// <summary>Time ran out: the outcome is unknown.</summary>
    public const string OutcomeUnknown = "OUTCOME_UNKNOWN";

    /// <summary>A fault of our own.</summary>
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>No identity is configured, and the request is of another machine or asks for another name. Arguments: the name.</summary>
    public const string OnlyThisMachine = "ONLY_THIS_MACHINE";

    /// <summary>The call says not who it is from.</summary>
    public const string TokenRequired = "TOKEN_REQUIRED";

    /// <summary>The token is not one that is believed here.</summary>
    public const string TokenRefused = "TOKEN_REFUSED";

    /// <summary>The token or certificate is over.</summary>
    public const string TokenExpired = "TOKEN_EXPIRED";

    /// <summary>The caller has none of the roles that may. Arguments: the roles.</summary>
    public const string RoleRequired = "ROLE_REQUIRED";

    /// <summary>The call is for who may see all units.</summary>
    public const string AllSubtreesRequired = "ALL_SUBTREES_REQUIRED";

    /// <summary>The client makes too many calls. Arguments: how many it may a second.</summary>
    public const string TooManyCalls = "TOO_MANY_CALLS";

    /// <summary>The client sends too many reports. Arguments: how many it may a second.</summary>
    public const string TooManyReports = "TOO_MANY_REPORTS";

    /// <summary>As many reports are under way at this gateway as may be. Arguments: how many.</summary>
    public const string TooManyAtOnce = "TOO_MANY_REPORTS_AT_ONCE";

    /// <summary>The client has too many watches open. Arguments: how many it may have.</summary>
    public const string TooManyWatches = "TOO_MANY_WATCHES";

    /// <summary>The authority that vouches for tokens does not answer.</summary>
    public const string AuthorityAway = "AUTHORITY_UNAVAILABLE";

    /// <summary>No page was kept under the id, or its unit is hidden.</summary>
    public const string KeptPageNotFound = "KEPT_PAGE_NOT_FOUND";

    /// <summary>The page is larger than those that are kept. Arguments: its bytes, the most.</summary>
    public const string KeptPageTooLarge = "KEPT_PAGE_TOO_LARGE";

    /// <summary>As many pages were kept within an hour as may be. Arguments: how many.</summary>
    public const string TooManyPagesKept = "TOO_MANY_PAGES_KEPT";

    /// <summary>A target on a measure: targets are set on indicators.</summary>
    public const string TargetOnMeasure = "TARGET_ON_MEASURE";

    /// <summary>A percentage where an amount belongs.</summary>
    public const string PercentForAmount = "PERCENT_FOR_AMOUNT";

    /// <summary>A target that would inherit from itself. Arguments: the most targets that one may follow.</summary>
    public const string InheritedInCircle = "TARGET_INHERITED_IN_CIRCLE";

    /// <summary>A target that follows too many others. Arguments: the most.</summary>
    public const string InheritedTooFar = "TARGET_INHERITED_TOO_FAR";

    /// <summary>An allotment to a unit that is no child. Arguments: the parent.</summary>
    public const string NotAChild = "ALLOTMENT_NOT_A_CHILD";

    /// <summary>Weights that sum to zero.</summary>
    public const string WeightsAreZero = "ALLOTMENT_WEIGHTS_ZERO";

    /// <summary>A negative weight.</summary>
    public const string WeightNegative = "ALLOTMENT_WEIGHT_NEGATIVE";

    /// <summary>Figures that do not add up cannot be split. Arguments: the kind.</summary>
    public const string NotAdditive = "ALLOTMENT_NOT_ADDITIVE";

    /// <summary>The unit has no target of its own there.</summary>
    public const string NothingToAllot = "ALLOTMENT_NO_TARGET";
}
