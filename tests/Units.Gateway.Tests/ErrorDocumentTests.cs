using System.Text.RegularExpressions;
using Google.Rpc;

namespace Units.Gateway.Tests;

public sealed partial class ErrorDocumentTests
{
    [Fact]
    public Task The_document_is_what_the_catalogue_makes() => Snapshot.Holds("docs/ERRORS.md", ErrorDocument.Write());

    [Fact]
    public void Every_reason_stands_in_the_document_once_with_both_sentences_and_what_to_do()
    {
        string document = ErrorDocument.Write();

        Assert.Equal(
            ErrorCatalogue.All.Keys.Order(StringComparer.Ordinal),
            Row().Matches(document).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.All(ErrorCatalogue.All.Values, kind =>
        {
            Assert.Contains(kind.En, document, StringComparison.Ordinal);
            Assert.Contains(kind.Vi, document, StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace(kind.Do), kind.Reason);
            Assert.EndsWith(".", kind.Do, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', kind.Do);
        });
    }

    [Fact]
    public void Every_argument_of_a_sentence_is_explained_and_no_other() => Assert.All(ErrorCatalogue.All.Values, kind => Assert.Equal(
        Enumerable.Range(0, kind.Arguments.Length).Select(i => $"{{{i}}}"),
        Argument().Matches(kind.En + kind.Vi).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)));

    [Fact]
    public void A_status_tells_when_to_retry_exactly_where_retrying_helps()
    {
        Grpc.Core.StatusCode[] passing =
            [Grpc.Core.StatusCode.Unavailable, Grpc.Core.StatusCode.ResourceExhausted, Grpc.Core.StatusCode.DeadlineExceeded];

        Assert.All(ErrorCatalogue.All.Values, kind =>
        {
            Google.Rpc.Status status = ErrorStatus.Of(new RefusedException(kind.Reason), Language.En, int.MaxValue);
            Assert.Equal(passing.Contains(kind.Status), kind.RetryAfter is not null);
            Assert.Equal(kind.RetryAfter, status.GetDetail<Google.Rpc.RetryInfo>()?.RetryDelay.ToTimeSpan());
        });
    }

    [GeneratedRegex(@"^\| `([A-Z0-9_]+)` \| ", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Argument();
}
