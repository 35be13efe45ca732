using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Planning;

/// <summary>Works out what each child gets of a target.</summary>
/// <param name="request">What was asked.</param>
/// <param name="target">The target as it stands.</param>
/// <param name="indicator">Its indicator.</param>
/// <param name="view">The catalogue.</param>
/// <param name="found">Where is noted what breaks a rule.</param>
internal sealed class Allotter(V1.AllotTargetRequest request, Target target, Indicator indicator, CatalogueView view, Violations found)
{
    private AllotmentRule Rule => TargetEnums.From(request.Rule);

    /// <summary>The parts, in the order of the ids; nothing useful where something was noted.</summary>
    /// <param name="live">The children there are in the last month of the range.</param>
    /// <param name="seen">Those of them that the caller sees.</param>
    /// <param name="totals">What the children reported in the same months a year before, where that is the rule.</param>
    public ImmutableArray<AllotmentPart> Parts(IReadOnlySet<UnitId> live, IReadOnlySet<UnitId> seen, UnitTotals totals)
    {
        if (!IsSplittable())
        {
            return [];
        }

        SortedDictionary<UnitId, AskedPart> asked = Asked(live, seen);
        UnitId[] ids = [.. asked.Keys];
        if (found.Count > 0)
        {
            return [];
        }

        if (Rule == AllotmentRule.ByHand)
        {
            return [.. ids.Select(id => ByHand(id, asked[id]))];
        }

        Dictionary<UnitId, SumReading> last = Rule == AllotmentRule.ByLastYear ? totals.Children.ToDictionary(c => c.Child, c => c.Sums.FirstOrDefault()) : [];
        Amount[] weights = [.. ids.Select(id => WeightOf(asked[id], last.GetValueOrDefault(id)))];
        if (found.Count == 0 && weights.All(weight => weight.IsZero))
        {
            found.Add(GatewayReasons.WeightsAreZero, "parts", "");
        }

        return found.Count > 0 ? [] : Split(ids, weights);
    }

    /// <summary>Bounds that add up can be split; of others only planned numerators and denominators can. By hand each child has its own figures.</summary>
    private bool IsSplittable()
    {
        bool hasFigures = TargetParts.Additive(indicator).Any(part => TargetParts.Of(target, part) is not null);
        if (hasFigures || (Rule == AllotmentRule.ByHand && (target.Lower ?? target.Upper) is not null))
        {
            return true;
        }

        found.Add(GatewayReasons.NotAdditive, "indicator", request.Indicator, target.Kind.ToString());
        return false;
    }

    private SortedDictionary<UnitId, AskedPart> Asked(IReadOnlySet<UnitId> live, IReadOnlySet<UnitId> seen)
    {
        SortedDictionary<UnitId, AskedPart> asked = [];
        found.Items("parts", request.Parts.Count, Allotment.MaxParts);
        foreach ((int i, V1.AllotmentPart part) in request.Parts.Take(Allotment.MaxParts).Index())
        {
            string path = Fields.Item("parts", i);
            string field = path + ".unit";
            UnitId child = found.Unit(field, part.Unit);
            if (child.Text.Length == 0)
            {
                continue;
            }

            // One that the caller does not see, one that does not exist and one that hangs elsewhere are told in no way apart.
            if (!live.Contains(child) || !seen.Contains(child))
            {
                found.Add(GatewayReasons.NotAChild, field, part.Unit, request.Unit);
            }
            else if (!asked.TryAdd(child, new AskedPart(path, part)))
            {
                found.Add(GatewayReasons.Duplicate, field, part.Unit);
            }
        }

        bool all = request.Parts.Count == 0 && Rule is AllotmentRule.Equally or AllotmentRule.ByLastYear;
        foreach (UnitId child in all ? seen.Where(live.Contains) : [])
        {
            asked.Add(child, new AskedPart("parts", new V1.AllotmentPart { Unit = child.Text }));
        }

        if (asked.Count == 0 && found.Count == 0)
        {
            found.Add(GatewayReasons.FieldRequired, "parts", "");
        }

        found.Items("parts", asked.Count, Allotment.MaxParts);
        return asked;
    }

    private Amount WeightOf(AskedPart asked, SumReading last)
    {
        if (Rule == AllotmentRule.Equally)
        {
            return Amount.One;
        }

        if (Rule == AllotmentRule.ByLastYear)
        {
            return last.Amount.Scaled > 0 ? last.Amount : Amount.Zero;
        }

        string field = asked.Path + ".weight";
        Amount weight = found.Amount(field, asked.Part.Weight, Allotment.WeightScale);
        if (weight.Scaled < 0)
        {
            found.Add(GatewayReasons.WeightNegative, field, asked.Part.Weight);
        }

        return weight;
    }

    private ImmutableArray<AllotmentPart> Split(UnitId[] ids, Amount[] weights)
    {
        Dictionary<TargetPart, ImmutableArray<Amount>> split = TargetParts.Additive(indicator)
            .Where(part => TargetParts.Of(target, part) is not null)
            .ToDictionary(part => part, part => Units.Split.Of(TargetParts.Of(target, part)!.Value, weights));
        Amount? Of(int i, TargetPart part) => split.TryGetValue(part, out ImmutableArray<Amount> amounts) ? amounts[i]
            : TargetParts.Additive(indicator).Contains(part) ? null : TargetParts.Of(target, part);
        return
        [
            .. ids.Select((id, i) => new AllotmentPart(
                id, weights[i], Of(i, TargetPart.Lower), Of(i, TargetPart.Upper), Of(i, TargetPart.Numerator), Of(i, TargetPart.Denominator))),
        ];
    }

    private AllotmentPart ByHand(UnitId child, AskedPart asked)
    {
        V1.AllotmentPart part = asked.Part;
        Amount? Read(TargetPart which, string text)
        {
            string field = $"{asked.Path}.{TargetMessages.NameOf(which)}";
            Amount? amount = found.Figure(field, text, TargetParts.ScaleOf(which, indicator, view), indicator.IsAdditive || which > TargetPart.Upper);
            bool isNeeded = TargetParts.Of(target, which) is not null;
            if (isNeeded && text.Length == 0 && which <= TargetPart.Upper)
            {
                found.Add(GatewayReasons.FieldRequired, field, "");
            }
            else if (!isNeeded && amount is not null)
            {
                found.Add(TargetReasons.NotOfKind, field, text, target.Kind.ToString(), indicator.Formula.ToString());
            }

            return amount;
        }

        AllotmentPart read = new(
            child, Amount.Zero, Read(TargetPart.Lower, part.Lower), Read(TargetPart.Upper, part.Upper),
            Read(TargetPart.Numerator, part.Numerator), Read(TargetPart.Denominator, part.Denominator));
        if (read is { Lower: { } lower, Upper: { } upper } && lower.CompareTo(upper) > 0)
        {
            found.Add(TargetReasons.UpsideDown, asked.Path + ".upper", part.Upper, part.Lower);
        }

        return read;
    }

    /// <summary>What is asked for one child.</summary>
    /// <param name="Path">Its place in the request: before the names of its fields.</param>
    /// <param name="Part">The part.</param>
    private readonly record struct AskedPart(string Path, V1.AllotmentPart Part);
}
