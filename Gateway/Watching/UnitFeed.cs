using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Units.Gateway.Errors;

namespace Units.Gateway.Watching;

/// <summary>
/// The one subscription of this gateway to a unit, however many watch it: one call that waits at the unit for something newer than is known
/// here. Its answer goes to the topics, and from them to the watchers.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The source of cancellations has no timer: there is nothing to dispose of.")]
internal sealed partial class UnitFeed
{
    /// <summary>The most sums that all questions about one unit may ask for together.</summary>
    public const int MaxSums = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Topic> _topics = new(StringComparer.Ordinal);
    private readonly IUnitGrain _grain;
    private readonly TimeProvider _time;
    private readonly Action<UnitFeed> _ended;
    private CancellationTokenSource _newcomer = new();
    private volatile FeedState _state;
    private int _failures;
    private bool _isRunning;
    private bool _isParked;
    private bool _isOver;

    /// <summary>A feed that nobody watches yet.</summary>
    public UnitFeed(UnitId unit, IGrainFactory grains, TimeProvider time, Action<UnitFeed> ended)
    {
        Unit = unit;
        _grain = grains.GetGrain<IUnitGrain>(UnitKey.Of(unit));
        _time = time;
        _ended = ended;
        _state = new FeedState(default, time.GetTimestamp(), "", []);
    }

    /// <summary>The unit.</summary>
    public UnitId Unit { get; }

    /// <summary>How this gateway stands with the unit.</summary>
    public FeedState State => _state;

    /// <summary>Adds who asks. False when the feed has ended: then a new one has to be made.</summary>
    /// <exception cref="RefusedException">Too many different questions are asked about the unit.</exception>
    public bool TryJoin(Subscription subscription)
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return false;
            }

            if (!_topics.TryGetValue(subscription.Question.Key, out Topic? topic))
            {
                RequireRoom(subscription.Question);
                topic = new Topic(subscription.Question);
                _topics.Add(topic.Question.Key, topic);
            }

            topic.Subscriptions.Add(subscription);
            subscription.Question = topic.Question;
            subscription.Feed = this;
            if (!_isRunning)
            {
                _isRunning = true;
                _ = Task.Run(Loop);
            }
            else if (_isParked)
            {
                // What waits at the unit was asked before it joined: it gets the answer to a question that is asked now.
                _isParked = false;
                _ = _newcomer.CancelAsync();
            }

            return true;
        }
    }

    /// <summary>Takes who asked away; the feed ends when nobody is left.</summary>
    public void Leave(Subscription subscription)
    {
        lock (_gate)
        {
            if (_topics.TryGetValue(subscription.Question.Key, out Topic? topic) && topic.Subscriptions.Remove(subscription)
                && topic.Subscriptions.Count == 0)
            {
                _topics.Remove(topic.Question.Key);
                if (_topics.Count == 0)
                {
                    _isOver = true;
                    _ = _newcomer.CancelAsync();
                    _ended(this);
                }
            }
        }
    }

    private void RequireRoom(WatchQuestion question)
    {
        int sums = question.Query.Sums.Length + _topics.Values.Sum(t => t.Question.Query.Sums.Length);
        long cells = question.Cells + _topics.Values.Sum(t => t.Question.Cells);
        if (_topics.Count >= WatchQuery.MaxParts || (_topics.Count > 0 && (sums > MaxSums || cells > Requests.TotalsPlan.MaxCells)))
        {
            throw new RefusedException(GatewayReasons.TooManyQuestions, Unit.Text, Requests.Fields.Number(WatchQuery.MaxParts), Requests.Fields.Number(MaxSums));
        }
    }

    private async Task Loop()
    {
        // It serves whoever watches, and outlives the call that began it: it belongs to no trace.
        Activity.Current = null;
        while (TryBegin(out ImmutableArray<Asked> asked, out bool atOnce, out TimeSpan held, out CancellationToken newcomer))
        {
            TimeSpan pause;
            TimeSpan gap = TimeSpan.Zero;
            using CancellationTokenSource due = held > TimeSpan.Zero ? new CancellationTokenSource(held, _time) : new CancellationTokenSource();
            using CancellationTokenSource until = CancellationTokenSource.CreateLinkedTokenSource(newcomer, due.Token);
            try
            {
                WatchQuery query = new([.. asked.Select(a => a.Topic.Question.Ask())], atOnce ? null : _state.Version);
                WatchReading reading = await _grain.Watch(query, until.Token).WaitAsync(Patience, _time, until.Token);
                (pause, gap) = await Take(reading, asked) ? (ShortestGap, Gap() - ShortestGap) : (Pause(), TimeSpan.Zero);
            }
            catch (OperationCanceledException) when (until.IsCancellationRequested)
            {
                continue;
            }
            catch (Exception e)
            {
                // Whatever it is, those who watch keep what they have and are told its age; the next question may be answered.
                Miss(e);
                pause = Pause();
            }

            await Task.Delay(pause, _time, CancellationToken.None);
            if (gap > TimeSpan.Zero)
            {
                // Who joins meanwhile waits for no interval of others.
                await Task.Delay(gap, _time, newcomer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Begins a question, which all who have joined by now share; at once where someone has had no answer yet, or may now be sent what was held
    /// back. What is still held back will be due in so long.</summary>
    private bool TryBegin(out ImmutableArray<Asked> asked, out bool atOnce, out TimeSpan held, out CancellationToken newcomer)
    {
        lock (_gate)
        {
            asked = [.. Due().Select(t => new Asked(t, [.. t.Subscriptions.Where(s => !s.IsServed)]))];
            TimeSpan[] waits = [.. _topics.Values.Where(t => t.IsHeld).Select(t => t.Wait(_time))];
            held = waits.DefaultIfEmpty().Min();
            atOnce = asked.Any(a => a.Waiting.Any(s => !s.IsBehind)) || (waits.Length > 0 && held == TimeSpan.Zero);
            _isParked = !atOnce;
            if (_newcomer.IsCancellationRequested && !_isOver)
            {
                _newcomer = new CancellationTokenSource();
            }

            newcomer = _newcomer.Token;
            return !_isOver;
        }
    }

    private async Task<bool> Take(WatchReading reading, ImmutableArray<Asked> asked)
    {
        if (!reading.InStep || reading.Version < _state.Version)
        {
            // What is older than what was shown is never shown, wherever it comes from.
            _state = _state with { Reason = Reasons.NotInStep, Missing = reading.Missing };
            return false;
        }

        bool all = true;
        List<Shown> shown = new(asked.Length);
        for (int i = 0; i < reading.Parts.Length; i++)
        {
            Task<Shown> showing = TryShow(asked[i], reading.Parts[i]);
            if (shown.Count > 0 && !await IsSoon(showing))
            {
                Offer(shown);
                shown.Clear();
            }

            Shown one = await showing;
            all &= one.IsDone;
            shown.Add(one);
        }

        Offer(shown);
        HoldOthers(asked, reading.Version);
        if (all)
        {
            _failures = 0;
            _state = new FeedState(reading.Version, _time.GetTimestamp(), "", []);
        }

        return all;
    }

    /// <summary>Not done where it cannot be shown now: the unit is asked again, since what was known of it stays as it was.</summary>
    private async Task<Shown> TryShow(Asked asked, UnitTotals totals)
    {
        bool isNew = asked.Topic.IsNew(totals);
        if (isNew && asked.Waiting.Count == 0 && Wait(asked.Topic) > TimeSpan.Zero)
        {
            asked.Topic.Hold();
            return new Shown(asked, null, isNew, IsDone: true);
        }

        try
        {
            Frame? frame = isNew || asked.Waiting.Count > 0 ? await asked.Topic.Show(totals, Patience, _time) : null;
            asked.Topic.Take(totals, _time);
            return new Shown(asked, frame, isNew, IsDone: true);
        }
        catch (Exception e)
        {
            Miss(e);
            return new Shown(asked, null, isNew, IsDone: false);
        }
    }

    private void Offer(List<Shown> all)
    {
        List<Subscription> offered = [];
        lock (_gate)
        {
            foreach (Shown shown in all)
            {
                Put(shown, offered);
            }
        }

        // Who asks several of these questions finds the answers to all of them when it wakes.
        foreach (Subscription subscription in offered)
        {
            subscription.Wake();
        }
    }

    private static void Put(Shown shown, List<Subscription> offered)
    {
        if (shown.Frame is not { } frame)
        {
            return;
        }

        ((Topic topic, HashSet<Subscription> waiting), bool isNew) = (shown.Asked, shown.IsNew);
        foreach (Subscription subscription in topic.Subscriptions)
        {
            if (waiting.Contains(subscription) ? IsToServe(topic, subscription, frame) : isNew && subscription.IsServed)
            {
                subscription.Put(frame);
                offered.Add(subscription);
            }
        }
    }

    private static bool IsToServe(Topic topic, Subscription subscription, Frame frame)
    {
        subscription.IsBehind = subscription.Known > frame.Version;
        subscription.IsServed = !subscription.IsBehind;
        return subscription.IsServed && subscription.Known != frame.Version && subscription.Known != topic.Since;
    }

    // A time that ran out says no more of a question than that nobody answered.
    private void Miss(Exception e) => _state = _state with
    {
        Reason = e is TimeoutException ? GatewayReasons.ClusterUnavailable : Faults.ReasonOf(e) ?? GatewayReasons.InternalError,
        Missing = [],
    };

    private TimeSpan Pause() => TimeSpan.FromMilliseconds(Math.Min(1000, 50 << Math.Min(_failures++, 4)) * (0.75 + (Random.Shared.NextDouble() / 2)));

    /// <summary>A question that is under way, with those who had no answer when it began.</summary>
    private readonly record struct Asked(Topic Topic, HashSet<Subscription> Waiting);

    /// <summary>What came of a question: a frame, or none where there is nothing to tell, or where it cannot be shown now.</summary>
    private readonly record struct Shown(Asked Asked, Frame? Frame, bool IsNew, bool IsDone);
}
