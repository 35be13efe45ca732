namespace Units.Grains;

/// <summary>A call that is answered "again" when its activation ends first.</summary>
internal interface IEndable
{
    /// <summary>Answers it so.</summary>
    void End();
}
