namespace Units.Gateway.Identity;

/// <summary>A client certificate and whom it stands for. An item of <c>Units:Identity:Certificates</c>.</summary>
/// <param name="Thumbprint">SHA-256 of the certificate, 64 hexadecimal digits in upper case.</param>
/// <param name="Name">The subject, 1 to <see cref="Caller.MaxSubject"/> characters.</param>
/// <param name="Roles">Its roles; at least one.</param>
/// <param name="Subtrees">Ids of units, or <see cref="Caller.Everything"/>; at least one.</param>
internal sealed record CertificateIdentity(string Thumbprint, string Name, Role Roles, string[] Subtrees);
