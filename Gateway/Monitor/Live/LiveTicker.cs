using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Units.Gateway.Monitor.Live;

/// <summary>The latest entries on all pages that say them in the same words: read, drawn and encoded once, and sent in the pages' streams.</summary>
/// <param name="draw">Draws them as they are now.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveTicker(Func<CancellationToken, Task<string>> draw, TimeProvider time)
{
    /// <summary>The name of the event.</summary>
    public const string Name = "latest";

    /// <summary>The time between two readings, while figures change.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // The script parses it as markup, as it does the page itself; for JSON the letters may stay as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _gate = new();
    private readonly HashSet<Seat> _seats = [];
    private volatile byte[] _event = [];
    private volatile bool _hasMoved;
    private string _html = "";
    private bool _isRunning;

    /// <summary>What pages are sent last, as an event with its end; empty for nothing yet. Another array is another event.</summary>
    public byte[] Event => _event;

    /// <summary>True while a page has it.</summary>
    public bool IsSeen
    {
        get
        {
            lock (_gate)
            {
                return _seats.Count > 0;
            }
        }
    }

    /// <summary>A page was sent other figures: what made them so may be among the latest entries.</summary>
    public void Move()
    {
        if (!_hasMoved)
        {
            _hasMoved = true;
        }
    }

    /// <summary>Adds a page, until what comes back is disposed of.</summary>
    /// <param name="wake">Called when there is another event, where no frame is likely to take it along.</param>
    public IDisposable Join(Action wake)
    {
        Seat seat = new(this, wake);
        lock (_gate)
        {
            _seats.Add(seat);
            // The page was drawn a moment ago, and may have missed what was sent since.
            _html = "";
            if (!_isRunning)
            {
                _isRunning = true;
                _ = Task.Run(Loop);
            }
        }

        return seat;
    }

    private static byte[] Encode(string html)
    {
        ArrayBufferWriter<byte> bytes = new();
        Encoding.UTF8.GetBytes($"event: {Name}\ndata: ", bytes);
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("html", html);
            json.WriteEndObject();
        }

        Encoding.UTF8.GetBytes("\n\n", bytes);
        return bytes.WrittenSpan.ToArray();
    }

    private async Task Loop()
    {
        // It serves all pages, and outlives the call that began it: it belongs to no trace.
        Activity.Current = null;
        do
        {
            await Task.Delay(Every, time, CancellationToken.None);
            if (_hasMoved)
            {
                _hasMoved = false;
                await Draw();
            }
        }
        while (GoesOn());
    }

    private bool GoesOn()
    {
        lock (_gate)
        {
            return _isRunning = _seats.Count > 0;
        }
    }

    private async Task Draw()
    {
        try
        {
            using CancellationTokenSource impatience = new(Patience, time);
            Take(await draw(impatience.Token));
        }
        catch (Exception)
        {
            // Pages keep what they have, and say by other means how old their figures are.
            _hasMoved = true;
        }
    }

    private void Take(string html)
    {
        Seat[] quiet;
        lock (_gate)
        {
            if (html == _html)
            {
                return;
            }

            (_html, _event) = (html, Encode(html));
            // Where figures go on changing, the next frame takes it along.
            quiet = _hasMoved ? [] : [.. _seats];
        }

        foreach (Seat seat in quiet)
        {
            seat.Wake();
        }
    }

    private sealed class Seat(LiveTicker ticker, Action wake) : IDisposable
    {
        public void Wake() => wake();

        public void Dispose()
        {
            lock (ticker._gate)
            {
                ticker._seats.Remove(this);
            }
        }
    }
}
