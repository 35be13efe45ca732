namespace Units.Simulation;

/// <summary>What can go wrong. A test counts that each kind does in at least a tenth of the seeds.</summary>
internal enum Fault
{
    ActivationCrash,
    SiloDeath,
    Duplicate,
    OlderSurvives,
    YoungerSurvives,
    AppendUnknown,
    StatementLivesOn,
    StatementOutlivesItsWriter,
    StatementNeverArrives,
    ReadUnanswered,
    StorageAway,
    MessageLost,
    MessageRepeated,
    MessageLate,
    CallTimeout,
    SnapshotOld,
    SnapshotLost,
    ImpatientClient,
    ReportRepeated,
    OtherContent,
    MoveSent,
    MoveCommitted,
    ChildCreated,
    LeafBecomesInterior,
    Sweep,
    PeriodChanged,
}
