using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization.Configuration;

namespace Units.Storage.Tests.Versions;

/// <summary>What a silo of a later build has read and written, of messages and records that have a field more there.</summary>
internal sealed class LaterBuild
{
    /// <summary>What stands in the field that this build does not know.</summary>
    public const string Note = "of a later build";

    private readonly Lock _lock = new();
    private ImmutableDictionary<(Type Shape, string What), int> _counts = ImmutableDictionary<(Type, string), int>.Empty;

    /// <summary>How many of a shape were written.</summary>
    public int Written<T>() => Count(typeof(T), nameof(Written));

    /// <summary>How many of a shape were read that a later build had written.</summary>
    public int ReadOwn<T>() => Count(typeof(T), nameof(ReadOwn));

    /// <summary>How many of a shape were read that this build had written.</summary>
    public int ReadOlder<T>() => Count(typeof(T), nameof(ReadOlder));

    /// <summary>One was written.</summary>
    public void Wrote<T>() => Add(typeof(T), nameof(Written));

    /// <summary>One was read.</summary>
    public void Read<T>(string? note) => Add(typeof(T), note is null ? nameof(ReadOlder) : nameof(ReadOwn));

    /// <summary>Makes a silo one of a later build: its pushes and snapshots have a field more.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(this);

        // The codecs that are named last are taken.
        services.PostConfigure<TypeManifestOptions>(types =>
        {
            types.FieldCodecs.Add(typeof(LaterPushCodec));
            types.FieldCodecs.Add(typeof(LaterHeldCodec));
        });
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join(", ", _counts.Select(count => $"{count.Key.Shape.Name} {count.Key.What} {count.Value}").Order());
        }
    }

    private int Count(Type shape, string what)
    {
        lock (_lock)
        {
            return _counts.GetValueOrDefault((shape, what));
        }
    }

    private void Add(Type shape, string what)
    {
        lock (_lock)
        {
            _counts = _counts.SetItem((shape, what), _counts.GetValueOrDefault((shape, what)) + 1);
        }
    }
}
