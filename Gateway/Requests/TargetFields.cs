using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Reads the fields of targets that others have too. What does not follow its rule is noted and read as the default.</summary>
internal static class TargetFields
{
    /// <summary>A decision that is given; null for none.</summary>
    public static Decision? Decision(this Violations found, string field, V1.Decision? sent)
    {
        if (sent is null)
        {
            return null;
        }

        string number = found.Text(field + ".number", sent.Number, Units.Decision.MaxNumber, required: true);
        string issuer = found.Text(field + ".issuer", sent.Issuer, Units.Decision.MaxIssuer, required: true);
        DateOnly? date = found.Date(field + ".date", sent.Date);
        if (sent.Date.Length == 0)
        {
            found.Add(GatewayReasons.FieldRequired, field + ".date", "");
        }

        return new Decision(number, date ?? default, issuer);
    }

    /// <summary>A figure of a target; null for an empty text.</summary>
    /// <param name="found">Where it is noted.</param>
    /// <param name="field">The field.</param>
    /// <param name="text">What was sent.</param>
    /// <param name="scale">Decimals.</param>
    /// <param name="isAmount">True where per cent have no place.</param>
    public static Amount? Figure(this Violations found, string field, string text, int scale, bool isAmount)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (text.TrimEnd().EndsWith('%'))
        {
            found.Add(isAmount ? GatewayReasons.PercentForAmount : GatewayReasons.NotANumber, field, text);
            return null;
        }

        return found.Amount(field, text, scale);
    }
}
