namespace Units.Simulation;

/// <summary>How often what happens: weights of the events of a step, and probabilities of what befalls messages and statements.</summary>
internal sealed record Profile(string Name)
{
    /// <summary>Steps before the faults stop.</summary>
    public int Steps { get; init; } = 360;

    /// <summary>Something that is under way goes on.</summary>
    public double Work { get; init; } = 62;

    /// <summary>A client sends a report or a target.</summary>
    public double Report { get; init; } = 4.5;

    /// <summary>A client asks for exact totals.</summary>
    public double Read { get; init; } = 1.2;

    /// <summary>A unit is to move.</summary>
    public double Move { get; init; } = 0.45;

    /// <summary>A unit is created.</summary>
    public double Create { get; init; } = 0.18;

    /// <summary>One activation goes, without a word.</summary>
    public double Crash { get; init; } = 0.6;

    /// <summary>A silo goes, with all activations and its writer.</summary>
    public double SiloDeath { get; init; } = 0.18;

    /// <summary>A second activation of a unit.</summary>
    public double Duplicate { get; init; } = 0.6;

    /// <summary>One of two activations goes, the older as likely as the younger.</summary>
    public double DuplicateEnds { get; init; } = 0.4;

    /// <summary>A caller stops waiting.</summary>
    public double Timeout { get; init; } = 0.9;

    /// <summary>Held records go to the snapshot.</summary>
    public double Save { get; init; } = 5;

    /// <summary>The roots are nudged.</summary>
    public double Sweep { get; init; } = 0.3;

    /// <summary>Storage stops to answer for a while.</summary>
    public double Away { get; init; } = 0.1;

    /// <summary>A message is dropped.</summary>
    public double Drop { get; init; } = 0.04;

    /// <summary>A message is delivered, and again later.</summary>
    public double Repeat { get; init; } = 0.04;

    /// <summary>A message waits for hundreds of steps.</summary>
    public double Late { get; init; } = 0.03;

    /// <summary>A statement is not answered, but lives on.</summary>
    public double LivesOn { get; init; } = 0.03;

    /// <summary>A statement is carried out, but not answered.</summary>
    public double Unanswered { get; init; } = 0.03;

    /// <summary>A statement gets lost before it arrives.</summary>
    public double NeverArrives { get; init; } = 0.02;

    /// <summary>A statement whose asker is gone gets lost.</summary>
    public double DeadNeverArrives { get; init; } = 0.3;

    /// <summary>A record is missing from a snapshot.</summary>
    public double RecordLost { get; init; } = 0.15;

    /// <summary>A record of a snapshot is an older one.</summary>
    public double RecordOld { get; init; } = 0.6;

    /// <summary>Seeds in which a single process owns its storage: no duplicates, no confirmations.</summary>
    public double Alone { get; init; } = 0.12;

    /// <summary>A statement that nobody waits for any more is passed over, again and again: it is late rather than soon.</summary>
    public double Lingers { get; init; } = 0.5;

    /// <summary>The levels of the tree; 0 for three or four.</summary>
    public int Levels { get; init; }

    /// <summary>Reports about any month rather than one that has begun.</summary>
    public double Ahead { get; init; } = 0.04;

    /// <summary>Reports of interior units rather than of leaves.</summary>
    public double InteriorReports { get; init; } = 0.2;

    /// <summary>A report has one entry more.</summary>
    public double Extras { get; init; } = 0.35;

    /// <summary>The share of submissions that close or reopen a month of a unit and all below it.</summary>
    public double Closings { get; init; } = 0.05;

    /// <summary>The share of submissions that are steps of plans and allotments; above 0 half of all targets are of any kind, with words.</summary>
    public double Plans { get; init; } = 0.06;
}
