namespace Units.Gateway.Hosting;

/// <summary>The body of a response: passes at once what succeeds, and holds a short error until it is complete.</summary>
internal sealed class ErrorBody(HttpResponse response, Stream inner) : Stream
{
    /// <summary>Errors are shorter; what is longer is passed on as it is.</summary>
    private const int MaxHeld = 64 * 1024;

    private MemoryStream? _held;
    private bool _passes;

    /// <summary>The error that was held, or null.</summary>
    public ReadOnlyMemory<byte>? Held => _held is null ? null : _held.GetBuffer().AsMemory(0, (int)_held.Length);

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_passes && response.StatusCode >= StatusCodes.Status400BadRequest && (_held?.Length ?? 0) + buffer.Length <= MaxHeld)
        {
            (_held ??= new MemoryStream()).Write(buffer.Span);
            return;
        }

        await Release(cancellationToken);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) =>
        _held is null ? inner.FlushAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Responses are written asynchronously.");

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException("Responses are written asynchronously.");

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask Release(CancellationToken cancellation)
    {
        _passes = true;
        if (_held is { } held)
        {
            _held = null;
            await inner.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), cancellation);
        }
    }
}
