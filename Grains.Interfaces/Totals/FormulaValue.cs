using System.Numerics;

namespace Units;

/// <summary>Computes an indicator from rolled-up sums. A ratio is always pooled, never a mean of ratios.</summary>
internal sealed class FormulaValue(Formula formula)
{
    private Indicator Indicator => formula.Indicator;

    private int TopScale => formula.Numerator.Scale;

    private int BottomScale => formula.Denominator?.Scale ?? TopScale;

    /// <summary>The value.</summary>
    public IndicatorValue Of(ReadOnlySpan<SumReading> sums, UnitCount? count) => Indicator.Formula switch
    {
        FormulaKind.Amount => Of(sums[0], Reported(sums[0]), Reported(sums[0]) is null ? null : Amount.One, 0, null),
        FormulaKind.Growth when formula.Denominator is not null => GrowthOfRate(sums),
        FormulaKind.Growth => Of(sums[0], Change(sums[0], sums[1]), Reported(sums[1]), TopScale, sums[1]),
        FormulaKind.AttainedCount => Count(sums[0], count),
        FormulaKind.Minimum => Minimum(sums),
        FormulaKind.Worst => Worst(sums),
        _ => Of(sums[0], Reported(sums[0]), Reported(sums[1]), BottomScale, sums[1]),
    };

    private IndicatorValue GrowthOfRate(ReadOnlySpan<SumReading> sums)
    {
        IndicatorValue known = Of(sums[0], null, null, BottomScale, sums[1]) with
        {
            Reported = Reported(sums[0]) is not null && Reported(sums[1]) is not null && Reported(sums[2]) is not null && Reported(sums[3]) is not null,
            Statements = Math.Min(Math.Min(sums[0].Presence, sums[1].Presence), Math.Min(sums[2].Presence, sums[3].Presence)),
            IsEstimate = !(sums[0].Estimated.IsZero && sums[1].Estimated.IsZero && sums[2].Estimated.IsZero && sums[3].Estimated.IsZero),
            AtLeast = sums[0].AtLeast + sums[1].AtLeast + sums[2].AtLeast + sums[3].AtLeast > 0,
        };
        BigInteger before = (BigInteger)sums[2].Amount.Scaled * (BigInteger)sums[1].Amount.Scaled;
        if (!known.Reported || before.IsZero || sums[3].Amount.IsZero)
        {
            return known;
        }

        BigInteger now = (BigInteger)sums[0].Amount.Scaled * (BigInteger)sums[3].Amount.Scaled;
        return known with { Quotient = new Quotient(now - before, 0, before, 0, Indicator.Factor) };
    }

    /// <summary>A unit has attained where it says more than 0; one that says nothing has not. Where none says anything nothing is known.</summary>
    private IndicatorValue Count(SumReading flags, UnitCount? count)
    {
        Amount? attained = Reported(flags) is not { } sum ? null : count is null ? sum : new Amount(count.Attained);
        Amount? of = Indicator.Factor == 1 ? (attained is null ? null : Amount.One) : count is { Of: > 0 } ? new Amount(count.Of) : null;
        return Of(flags, attained, of, 0, null) with
        {
            NumeratorScale = count is null ? TopScale : 0,
            Quotient = attained is { } k && of is { } n ? new Quotient((BigInteger)k.Scaled, count is null ? TopScale : 0, (BigInteger)n.Scaled, 0, Indicator.Factor) : null,
            Reported = attained is not null,
            Count = count,
        };
    }

    private IndicatorValue Minimum(ReadOnlySpan<SumReading> sums)
    {
        bool divides = formula.Denominator is not null;
        int step = divides ? 2 : 1;
        IndicatorValue? least = null;
        bool lacks = false;
        for (int number = 0; number * step < sums.Length; number++)
        {
            SumReading top = sums[number * step];
            SumReading? under = divides ? sums[number * step + 1] : null;
            IndicatorValue value = Of(top, Reported(top), under is { } u ? Reported(u) : Reported(top) is null ? null : Amount.One, divides ? BottomScale : 0, under);

            // What is left unclassified belongs to some category, so that no category is sure.
            lacks |= number == 0 ? top.Presence > 0 : value.Quotient is null;
            if (number > 0 && (least is null || IsLess(value.Quotient, least.Quotient)))
            {
                least = value with { Decisive = number };
            }
        }

        return (least ?? Of(default, null, null, 0, null)) with { IsPartial = lacks };
    }

    private IndicatorValue Worst(ReadOnlySpan<SumReading> sums)
    {
        IndicatorValue? worst = null;
        bool lacks = false;
        int start = 0;
        for (int i = 0; i < formula.Parts.Length; i++)
        {
            IndicatorValue value = formula.Parts[i].Compute(sums.Slice(start, formula.Parts[i].Sums.Length));
            start += formula.Parts[i].Sums.Length;
            lacks |= value.Quotient is null || value.IsPartial;
            bool isWorse = worst is null
                || (Indicator.LowerIsBetter ? worst.Quotient is null || IsLess(worst.Quotient, value.Quotient) : IsLess(value.Quotient, worst.Quotient));
            if (isWorse && (worst is null || value.Quotient is not null))
            {
                worst = value with { Decisive = i };
            }
        }

        return worst! with { IsPartial = lacks };
    }

    /// <summary>A known value is less than an unknown one: the worst is looked for among the known.</summary>
    private static bool IsLess(Quotient? a, Quotient? b) => (a, b) switch
    {
        ({ } x, { } y) => x.CompareTo(y) < 0,
        ({ }, null) => true,
        _ => false,
    };

    private static Amount? Reported(SumReading sum) => sum.Presence > 0 ? sum.Amount : null;

    private static Amount? Change(SumReading now, SumReading before) =>
        Reported(now) is { } a && Reported(before) is { } b ? a - b : null;

    private IndicatorValue Of(SumReading first, Amount? top, Amount? bottom, int bottomScale, SumReading? second)
    {
        Quotient? quotient = top is { } n && bottom is { IsZero: false } d
            ? new Quotient((BigInteger)n.Scaled, TopScale, (BigInteger)d.Scaled, bottomScale, Indicator.Factor)
            : null;
        SumReading other = second ?? first;
        return new IndicatorValue(
            quotient, top, TopScale, bottom, bottomScale,
            Reported: first.Presence > 0 && other.Presence > 0,
            Statements: Math.Min(first.Presence, other.Presence),
            Estimated: first.Estimated,
            IsEstimate: !first.Estimated.IsZero || !other.Estimated.IsZero,
            AtLeast: first.AtLeast > 0 || other.AtLeast > 0)
        {
            Last = first.Last,
        };
    }
}
