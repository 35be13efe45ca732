global using Orleans;
global using Orleans.Runtime;
global using Units.Gateway.Errors;
global using Units.Gateway.Tests.Support;
global using Xunit;
