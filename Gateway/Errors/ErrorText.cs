using System.Globalization;

namespace Units.Gateway.Errors;

/// <summary>Writes the sentences of the catalogue.</summary>
public static class ErrorText
{
    private const int MaxShownValue = 100;

    private const int MaxArguments = 5;

    /// <summary>The sentence of a reason.</summary>
    public static string Sentence(Language language, string reason, IReadOnlyList<string> arguments)
    {
        ErrorKind kind = ErrorCatalogue.Of(reason);

        // A reason from the journal of an older release may bring fewer arguments than its sentence asks for.
        object[] padded = new object[MaxArguments];
        for (int i = 0; i < MaxArguments; i++)
        {
            padded[i] = i < arguments.Count ? ErrorWords.In(language, arguments[i]) : "?";
        }

        return string.Format(CultureInfo.InvariantCulture, language == Language.En ? kind.En : kind.Vi, padded);
    }

    /// <summary>Field, value and rule of a violation in one line.</summary>
    public static string Line(Language language, Violation violation)
    {
        string sentence = Sentence(language, violation.Reason, violation.Arguments);
        if (violation.Value.Length == 0)
        {
            return $"{violation.Field}: {sentence}";
        }

        string sent = language == Language.En ? "sent" : "đã gửi";
        return $"{violation.Field}: {sentence} ({sent}: '{Shown(violation.Value)}')";
    }

    /// <summary>A value as it is repeated to its sender: cut where it is long.</summary>
    public static string Shown(string value)
    {
        if (value.Length <= MaxShownValue)
        {
            return value;
        }

        // Half a surrogate pair cannot be written as UTF-8.
        int cut = char.IsHighSurrogate(value[MaxShownValue - 1]) ? MaxShownValue - 1 : MaxShownValue;
        return value[..cut] + "…";
    }
}
