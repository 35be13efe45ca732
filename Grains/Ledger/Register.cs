using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>The statements of one register, by month: those of a year for a flow, all there are for a stock. Immutable.</summary>
/// <remarks>Cells are kept and pins are flags: the sum that a pin stands for is the sum of the cells up to it. So an entry
/// changes one cell, or two where the next pin absorbs the difference, and no later month is touched.</remarks>
internal sealed class Register
{
    /// <summary>Nothing stands.</summary>
    public static readonly Register Empty = new([]);

    private readonly ImmutableArray<Standing> _standings;

    private Register(ImmutableArray<Standing> standings) => _standings = standings;

    /// <summary>What stands, by month.</summary>
    public ImmutableArray<Standing> Standings => _standings;

    /// <summary>What stands on a month: nothing, where nothing was ever said.</summary>
    public Standing At(Month month)
    {
        int index = IndexOf(month);
        return index >= 0 ? _standings[index] : new Standing(month, default, default);
    }

    /// <summary>The sum of the cells before a month.</summary>
    public Amount SumBefore(Month month)
    {
        Amount sum = Amount.Zero;
        foreach (Standing standing in _standings)
        {
            if (standing.Month >= month)
            {
                break;
            }

            sum += standing.Statement.Cell;
        }

        return sum;
    }

    /// <summary>The first pin after a month: the one that absorbs what changes before it.</summary>
    public Standing? NextPin(Month month)
    {
        foreach (Standing standing in _standings)
        {
            if (standing.Month > month && standing.Statement.Kind == StatementKind.Pin)
            {
                return standing;
            }
        }

        return null;
    }

    /// <summary>True when a pin stands on any month.</summary>
    public bool HasPin
    {
        get
        {
            foreach (Standing standing in _standings)
            {
                if (standing.Statement.Kind == StatementKind.Pin)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The first month, if any, whose pin stands for a sum that does not fit a journal row.</summary>
    public Month? FirstPinOutOfRange()
    {
        Amount sum = Amount.Zero;
        foreach (Standing standing in _standings)
        {
            sum += standing.Statement.Cell;
            if (standing.Statement.Kind == StatementKind.Pin && !sum.IsStorable)
            {
                return standing.Month;
            }
        }

        return null;
    }

    /// <summary>The register in which this stands on its month.</summary>
    public Register With(Standing standing)
    {
        int index = IndexOf(standing.Month);
        return new Register(index >= 0 ? _standings.SetItem(index, standing) : _standings.Insert(~index, standing));
    }

    private int IndexOf(Month month)
    {
        int low = 0;
        int high = _standings.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            Month there = _standings[middle].Month;
            if (there == month)
            {
                return middle;
            }

            if (there < month)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }
}
