using System.Globalization;

namespace Units.Monitor.Tests.Support;

/// <summary>A colour of the style sheet, as light.</summary>
internal readonly record struct Colour(double R, double G, double B)
{
    private const double Byte = 255;

    /// <summary>Matrices of Machado, Oliveira and Fernandes (2009) for eyes that lack one kind of cone wholly, by what it is called.</summary>
    public static readonly IReadOnlyDictionary<string, double[]> Eyes = new Dictionary<string, double[]>
    {
        ["normal"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    private double Luminance => (0.2126 * R) + (0.7152 * G) + (0.0722 * B);

    /// <summary>A colour as the style sheet has it: #1a2b3c or #fff.</summary>
    public static Colour Of(string hex)
    {
        string six = hex.Length == 4 ? string.Concat(hex.Skip(1).Select(c => $"{c}{c}")) : hex[1..];
        double[] parts = [.. six.Chunk(2).Select(two => Light(int.Parse(two, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / Byte))];
        return new Colour(parts[0], parts[1], parts[2]);
    }

    /// <summary>The contrast of WCAG: 1 to 21.</summary>
    public double ContrastTo(Colour other) =>
        (Math.Max(Luminance, other.Luminance) + 0.05) / (Math.Min(Luminance, other.Luminance) + 0.05);

    /// <summary>The colour as an eye sees it.</summary>
    public Colour To(string eye)
    {
        double[] m = Eyes[eye];
        return new Colour(Clamp(m[0], m[1], m[2]), Clamp(m[3], m[4], m[5]), Clamp(m[6], m[7], m[8]));
    }

    /// <summary>How far it is from another for an eye, in CIELAB: 2 is just seen, 20 is plainly another colour.</summary>
    public double DistanceTo(Colour other, string eye)
    {
        (double l, double a, double b) = To(eye).Lab;
        (double l2, double a2, double b2) = other.To(eye).Lab;
        return Math.Sqrt(Math.Pow(l - l2, 2) + Math.Pow(a - a2, 2) + Math.Pow(b - b2, 2));
    }

    private (double L, double A, double B) Lab
    {
        get
        {
            double x = Bent(((0.4124 * R) + (0.3576 * G) + (0.1805 * B)) / 0.95047);
            double y = Bent(Luminance);
            double z = Bent(((0.0193 * R) + (0.1192 * G) + (0.9505 * B)) / 1.08883);
            return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
        }
    }

    private static double Light(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    private static double Bent(double part) => part > 0.008856 ? Math.Cbrt(part) : (7.787 * part) + (16.0 / 116);

    private double Clamp(double r, double g, double b) => Math.Clamp((r * R) + (g * G) + (b * B), 0, 1);
}
