using Grpc.Core;
using Units.Gateway.Errors;

namespace Units.Gateway.Hosting;

/// <summary>Marks an endpoint that people look at: a refusal is a page there, and not a message for programs.</summary>
internal interface IRefusalPage
{
    /// <summary>Writes it.</summary>
    Task<StatusCode> Write(HttpContext context, RefusedException refused);
}
