namespace Units.Gateway.Monitor.Reading;

/// <summary>A child in a league table.</summary>
/// <param name="Child">The child.</param>
/// <param name="Reading">Its indicator.</param>
/// <param name="Rank">Its rank, shared by equal ones; 0 where it cannot be ranked.</param>
/// <param name="RankBefore">Its rank at the end of the month before; 0 where it had none.</param>
internal sealed record LeagueLine(UnitId Child, IndicatorReading Reading, int Rank, int RankBefore)
{
    /// <summary>By how many places it has come up, negative down; 0 where it had no rank.</summary>
    public int Climb => Rank > 0 && RankBefore > 0 ? RankBefore - Rank : 0;
}
