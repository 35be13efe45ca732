using Units.LoadTest.Load;

namespace Units.LoadTest.Output;

/// <summary>Shows each step at once and in order, which <see cref="Progress{T}"/> does not.</summary>
internal sealed class ImmediateProgress(Action<LoadProgress> show) : IProgress<LoadProgress>
{
    public void Report(LoadProgress value) => show(value);
}
