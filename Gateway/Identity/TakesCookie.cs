namespace Units.Gateway.Identity;

/// <summary>Marks an endpoint that a form of our own pages is sent to, and that changes no figure: it is the one kind beside reading that believes a cookie.</summary>
internal sealed class TakesCookie;
