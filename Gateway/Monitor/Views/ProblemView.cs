namespace Units.Gateway.Monitor.Views;

/// <summary>Why a page cannot be shown, and what to do.</summary>
/// <param name="Page">What every page has.</param>
/// <param name="Sentences">What is wrong.</param>
/// <param name="Ways">Ways on.</param>
/// <param name="AsksForToken">True where who asks has to say who they are.</param>
public sealed record ProblemView(PageView Page, IReadOnlyList<string> Sentences, IReadOnlyList<LinkView> Ways, bool AsksForToken);
