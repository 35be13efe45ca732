namespace Units.Gateway.Identity;

/// <summary>Marks an endpoint that shows what a method of the API shows: who may call the one may look at the other.</summary>
/// <param name="Method">The full name of the method, as <see cref="MethodRules"/> has it.</param>
internal sealed record ReadsAs(string Method);
