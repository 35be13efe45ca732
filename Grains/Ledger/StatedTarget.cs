using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>A target with its words: as the journal has it, and read when somebody asks for it.</summary>
internal sealed class StatedTarget(string text)
{
    private Target? _target;

    /// <summary>As the journal has it.</summary>
    public string Text => text;

    /// <summary>The target.</summary>
    public Target Target => _target ??= TargetText.Read(text);
}
