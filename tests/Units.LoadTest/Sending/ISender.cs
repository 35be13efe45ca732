namespace Units.LoadTest.Sending;

/// <summary>Sends reports and waits for nothing.</summary>
internal interface ISender : IAsyncDisposable
{
    /// <summary>Sends the report on a line of the log, after those sent before it about the same ward.</summary>
    void Send(int line);

    /// <summary>Waits until every report has an answer or is given up; nothing may be sent any more.</summary>
    Task Finish();
}
