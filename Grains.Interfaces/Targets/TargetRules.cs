using System.Collections.Immutable;
using System.Globalization;

namespace Units;

/// <summary>What a target must be by itself, whoever sets it: which kind has which parts, and that they agree.</summary>
internal sealed class TargetRules
{
    private readonly ImmutableArray<Violation>.Builder _found = ImmutableArray.CreateBuilder<Violation>();
    private readonly Target _target;
    private readonly Indicator _indicator;
    private readonly string _prefix;

    private TargetRules(Target target, Indicator indicator, string prefix) => (_target, _indicator, _prefix) = (target, indicator, prefix);

    /// <summary>All that is wrong.</summary>
    public static ImmutableArray<Violation> Of(Target target, Indicator indicator, string prefix)
    {
        TargetRules rules = new(target, indicator, prefix);
        rules.Bounds();
        rules.Ratio();
        rules.Named();
        rules.Course();
        return rules._found.ToImmutable();
    }

    private void Bounds()
    {
        TargetKind kind = _target.Kind;
        bool either = kind == TargetKind.Maintain;
        bool lower = kind is TargetKind.AtLeast or TargetKind.MoreThan or TargetKind.Range or TargetKind.Exactly;
        bool upper = kind is TargetKind.AtMost or TargetKind.LessThan or TargetKind.Range or TargetKind.Exactly;
        Part("lower", _target.Lower, lower || (either && _target.Upper is null), lower || either);
        Part("upper", _target.Upper, upper, upper || either);
        if (_target is not { Lower: { } low, Upper: { } high })
        {
            return;
        }

        if (low.CompareTo(high) > 0 || (kind == TargetKind.Exactly && low != high))
        {
            Add(TargetReasons.UpsideDown, "upper", high.ToString(), low.ToString());
        }
    }

    private void Ratio()
    {
        bool divides = _indicator.Denominator is not null && _indicator.Formula is FormulaKind.Ratio or FormulaKind.WeightedMean;
        Part("numerator", _target.Numerator, _target.Denominator is not null, divides);
        Part("denominator", _target.Denominator, _target.Numerator is not null, divides);
        if (_target.Denominator is { IsZero: true })
        {
            Add(TargetReasons.Missing, "denominator", "0", Kind);
        }
    }

    private void Named()
    {
        Listed("members", _target.Members.Length, Target.MaxMembers, _indicator.Formula == FormulaKind.AttainedCount);
        Listed("components", _target.Components.Length, Target.MaxComponents, _target.Kind == TargetKind.Composite);
        if (_target.Kind == TargetKind.Composite && _target.Components.IsEmpty)
        {
            Add(TargetReasons.Missing, "components", "", Kind);
        }

        if (_target.Kind == TargetKind.Inherited != _target.Reference is not null)
        {
            Add(_target.Reference is null ? TargetReasons.Missing : TargetReasons.NotOfKind, "reference", "", Kind, Formula);
        }

        Once("members", _target.Members, _ => false);
        Once("components", _target.Components, number => number == _target.Indicator);
        if (_target.Assessment != Assessment.NotYet && _target.Kind != TargetKind.Qualitative)
        {
            Add(TargetReasons.NotOfKind, "assessment", _target.Assessment.ToString(), Kind, Formula);
        }
    }

    private void Course()
    {
        ImmutableArray<Amount> steps = _target.Course.Steps;
        if (!_target.Course.IsByHand)
        {
            Listed("course.steps", steps.Length, 0, allowed: true);
            return;
        }

        int months = _target.Range.Length;
        if (steps.IsEmpty || steps.Length > months || months % steps.Length != 0)
        {
            Add(TargetReasons.Steps, "course.steps", Number(steps.Length), Number(months));
            return;
        }

        for (int i = 1; i < steps.Length; i++)
        {
            if (steps[i].CompareTo(steps[i - 1]) < 0)
            {
                Add(TargetReasons.Step, $"course.steps[{Number(i)}]", steps[i].ToString(), "≥ " + steps[i - 1]);
            }
        }

        Amount? whole = _target.Course.Kind == CourseKind.Shares ? new Amount(TargetCourse.WholeShare) : _target.Lower ?? _target.Upper;
        if (whole is not null && steps[^1] != whole)
        {
            Add(TargetReasons.Step, $"course.steps[{Number(steps.Length - 1)}]", steps[^1].ToString(), whole.Value.ToString());
        }
    }

    private void Part(string name, Amount? value, bool required, bool allowed)
    {
        if (value is null && required)
        {
            Add(TargetReasons.Missing, name, "", Kind);
        }
        else if (value is { } said && !allowed)
        {
            Add(TargetReasons.NotOfKind, name, said.ToString(), Kind, Formula);
        }
    }

    private void Listed(string name, int count, int most, bool allowed)
    {
        if (count > 0 && !allowed)
        {
            Add(TargetReasons.NotOfKind, name, Number(count), Kind, Formula);
        }
        else if (count > most)
        {
            Add(TargetReasons.TooMany, name, Number(count), Number(most));
        }
    }

    private void Once<T>(string name, ImmutableArray<T> items, Func<T, bool> isItself)
    {
        HashSet<T> seen = [];
        for (int i = 0; i < items.Length; i++)
        {
            if (isItself(items[i]) || !seen.Add(items[i]))
            {
                Add(TargetReasons.Twice, $"{name}[{Number(i)}]", items[i]?.ToString() ?? "");
            }
        }
    }

    private string Kind => _target.Kind.ToString();

    private string Formula => _indicator.Formula.ToString();

    private void Add(string reason, string field, string value, params ImmutableArray<string> arguments) =>
        _found.Add(new Violation(reason, _prefix + field, value, arguments));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
