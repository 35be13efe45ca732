using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Collects every rule that a request breaks, so that its sender learns all of them at once.</summary>
internal sealed class Violations
{
    private readonly ImmutableArray<Violation>.Builder _found = ImmutableArray.CreateBuilder<Violation>(0);

    /// <summary>How many there are.</summary>
    public int Count => _found.Count;

    /// <summary>Notes a violation; a long value is cut.</summary>
    public void Add(string reason, string field, string value, params ImmutableArray<string> arguments) =>
        _found.Add(new Violation(reason, field, ErrorText.Shown(value), arguments));

    /// <summary>Notes violations that were found elsewhere.</summary>
    public void AddRange(IEnumerable<Violation> violations) => _found.AddRange(violations);

    /// <summary>Those found since there were <paramref name="start"/>.</summary>
    public Violation? FirstSince(int start) => _found.Count > start ? _found[start] : null;

    /// <summary>Refuses the request where it breaks a rule.</summary>
    /// <exception cref="RefusedException">There is a violation.</exception>
    public void ThrowIfAny()
    {
        if (Count > 0)
        {
            Throw();
        }
    }

    /// <summary>Refuses the request.</summary>
    [DoesNotReturn]
    public void Throw() => throw new RefusedException(_found.ToImmutable());
}
