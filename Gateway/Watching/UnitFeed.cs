using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Units.Gateway.Errors;

namespace Units.Gateway.Watching;

/// <summary>
/// The one subscription of this gateway to a unit, however many watch it: one call that waits at the unit for something newer than is known
/// here. Its answer goes to the topics, and from them to the watchers.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The source of cancellations has no timer: there is nothing to dispose of.")]
internal sealed class UnitFeed
{
    /// <summary>The most sums that all questions about one unit may ask for together.</summary>
    public const int MaxSums = 1000;

    // Between an answer and the next question: a storm of versions costs 40 messages a second and unit.
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(25);

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
        if (_topics.Count >= WatchQuery.MaxParts || (_topics.Count > 0 && sums > MaxSums))
        {
            throw new RefusedException(GatewayReasons.TooManyQuestions, Unit.Text, Requests.Fields.Number(WatchQuery.MaxParts), Requests.Fields.Number(MaxSums));
        }
    }

    private async Task Loop()
    {
        while (TryBegin(out ImmutableArray<Topic> topics, out HashSet<Subscription> waiting, out CancellationToken newcomer))
        {
            TimeSpan pause = Gap;
            try
            {
                UnitVersion? known = waiting.Count > 0 ? null : _state.Version;
                WatchReading reading = await _grain.Watch(new WatchQuery([.. topics.Select(t => t.Question.Query)], known), newcomer)
                    .WaitAsync(Patience, _time, newcomer);
                pause = await Take(reading, topics, waiting) ? Gap : Pause();
            }
            catch (OperationCanceledException) when (newcomer.IsCancellationRequested)
            {
                continue;
            }
            catch (Exception e)
            {
                // Whatever it is, those who watch keep what they have and are told its age; the next question may be answered.
                _state = _state with { Reason = Faults.ReasonOf(e) ?? GatewayReasons.InternalError, Missing = [] };
                pause = Pause();
            }

            await Task.Delay(pause, _time, CancellationToken.None);
        }
    }

    private bool TryBegin(out ImmutableArray<Topic> topics, out HashSet<Subscription> waiting, out CancellationToken newcomer)
    {
        lock (_gate)
        {
            topics = [.. _topics.Values];
            waiting = [.. topics.SelectMany(t => t.Subscriptions).Where(s => !s.IsServed)];
            _isParked = waiting.Count == 0;
            if (_newcomer.IsCancellationRequested && !_isOver)
            {
                _newcomer = new CancellationTokenSource();
            }

            newcomer = _newcomer.Token;
            return !_isOver;
        }
    }

    private async Task<bool> Take(WatchReading reading, ImmutableArray<Topic> topics, HashSet<Subscription> waiting)
    {
        if (!reading.InStep)
        {
            _state = _state with { Reason = Reasons.NotInStep, Missing = reading.Missing };
            return false;
        }

        if (reading.Version < _state.Version)
        {
            // An answer that was overtaken.
            return true;
        }

        for (int i = 0; i < reading.Parts.Length; i++)
        {
            bool isNew = topics[i].Take(reading.Parts[i]);
            if (isNew || topics[i].Subscriptions.Any(waiting.Contains))
            {
                Frame frame = await topics[i].Question.Show(reading.Parts[i], CancellationToken.None);
                Offer(topics[i], frame, isNew, waiting);
            }
        }

        _failures = 0;
        _state = new FeedState(reading.Version, _time.GetTimestamp(), "", []);
        return true;
    }

    private void Offer(Topic topic, Frame frame, bool isNew, HashSet<Subscription> waiting)
    {
        lock (_gate)
        {
            foreach (Subscription subscription in topic.Subscriptions)
            {
                if (!waiting.Contains(subscription))
                {
                    if (isNew && subscription.IsServed)
                    {
                        subscription.Offer(frame);
                    }
                }
                else if (subscription.Known is not { } known || frame.Version > known)
                {
                    subscription.IsServed = true;
                    bool isKnown = subscription.Known >= topic.Since;
                    if (!isKnown)
                    {
                        subscription.Offer(frame);
                    }
                }
                else if (frame.Version == known)
                {
                    subscription.IsServed = true;
                }
            }
        }
    }

    private TimeSpan Pause() => TimeSpan.FromMilliseconds(Math.Min(1000, 50 << Math.Min(_failures++, 4)) * (0.75 + (Random.Shared.NextDouble() / 2)));
}
