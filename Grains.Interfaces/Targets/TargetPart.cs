namespace Units;

/// <summary>What a cell says of a target. The numbers are stored, as the low byte of the cell's category.</summary>
/// <remarks>The first four may add up over units (<see cref="Aspect.Target"/>); the others are told to the parent and never added
/// (<see cref="Aspect.RatioTarget"/>), as are the bounds of an indicator that is not an amount or a count.</remarks>
public enum TargetPart : byte
{
    /// <summary>The lower bound, in the scale of <see cref="IndicatorMath.TargetScale"/>.</summary>
    Lower = 0,

    /// <summary>The upper bound, in the same scale.</summary>
    Upper = 1,

    /// <summary>The planned numerator of a ratio, in the scale of its measure.</summary>
    Numerator = 2,

    /// <summary>The planned denominator of a ratio, in the scale of its measure.</summary>
    Denominator = 3,

    /// <summary>What was judged of a qualitative target, as the number of an <see cref="Assessment"/>.</summary>
    Assessment = 14,

    /// <summary>The number of the <see cref="TargetKind"/>. Without it, as targets were stored before, the bounds tell the kind.</summary>
    Kind = 15,

    /// <summary>The number of the <see cref="CourseKind"/>; without it even.</summary>
    Course = 16,

    /// <summary>The first step of a course by hand; step i, 0 to 119, is this plus i.</summary>
    FirstStep = 32,
}
