using System.Collections.Frozen;

namespace Units.Gateway.Identity;

/// <summary>Who calls, and what they may see.</summary>
internal sealed class Caller
{
    /// <summary>The longest subject, in characters.</summary>
    public const int MaxSubject = 128;

    /// <summary>How a token or a setting says that all units are meant.</summary>
    public const string Everything = "*";

    /// <summary>Whoever calls a process without identity: it listens on loopback alone.</summary>
    public static readonly Caller Anyone = new("", Role.All, [Everything], null);

    // A timer takes no more than 49 days; no stream lives so long.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    private readonly FrozenSet<UnitId> _subtrees;

    /// <summary>A caller.</summary>
    /// <param name="subject">Who it is, 1 to <see cref="MaxSubject"/> characters; empty where nobody asked.</param>
    /// <param name="roles">What it is there for.</param>
    /// <param name="subtrees">Ids of units whose subtrees it may see, or <see cref="Everything"/>. What is no id names nothing.</param>
    /// <param name="until">When its token or certificate ends; null for never.</param>
    public Caller(string subject, Role roles, IReadOnlyCollection<string> subtrees, DateTimeOffset? until)
    {
        Subject = subject;
        Roles = roles;
        Until = until;
        SeesAll = subtrees.Contains(Everything);
        _subtrees = subtrees.Where(IdentifierText.IsValid).Select(text => new UnitId(text)).ToFrozenSet();
    }

    /// <summary>Who it is; empty where nobody asked.</summary>
    public string Subject { get; }

    /// <summary>What the journal says of who it was; null where nobody asked.</summary>
    public string? Who => Subject.Length == 0 ? null : Subject;

    /// <summary>What it is there for.</summary>
    public Role Roles { get; }

    /// <summary>When its token or certificate ends; null for never.</summary>
    public DateTimeOffset? Until { get; }

    /// <summary>True where it may see every unit.</summary>
    public bool SeesAll { get; }

    /// <summary>The units whose subtrees it may see.</summary>
    public IReadOnlyCollection<UnitId> Subtrees => _subtrees;

    /// <summary>Calls back once its token or certificate is over; null where that never happens.</summary>
    public ITimer? AtEnd(TimeProvider time, Action end)
    {
        if (Until is not { } until)
        {
            return null;
        }

        TimeSpan left = until - time.GetUtcNow();
        return time.CreateTimer(_ => end(), null, left < TimeSpan.Zero ? TimeSpan.Zero : left < LongestTimer ? left : LongestTimer, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True where the unit is one of those that its token names.</summary>
    public bool Holds(UnitId unit) => _subtrees.Contains(unit);
}
