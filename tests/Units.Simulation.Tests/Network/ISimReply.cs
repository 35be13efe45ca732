namespace Units.Simulation;

/// <summary>A call that an activation has not answered yet.</summary>
internal interface ISimReply
{
    /// <summary>The activation ends in order: the caller is told to come again.</summary>
    void End();
}
