namespace Units.EndToEnd.Tests.Fuzz;

/// <summary>Damages an encoded message or text.</summary>
internal static class BytesMutator
{
    /// <summary>A damaged copy.</summary>
    public static byte[] Mutate(byte[] bytes, Random random)
    {
        List<byte> damaged = [.. bytes];
        for (int times = random.Next(1, 5); times > 0; times--)
        {
            int at = random.Next(damaged.Count + 1);
            switch (random.Next(4))
            {
                case 0 when at < damaged.Count:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.Insert(at, (byte)random.Next(256));
                    break;
                case 2 when at < damaged.Count:
                    damaged.RemoveRange(at, Math.Min(random.Next(1, 9), damaged.Count - at));
                    break;
                default:
                    damaged.InsertRange(at, Enumerable.Range(0, random.Next(1, 9)).Select(_ => (byte)random.Next(256)));
                    break;
            }
        }

        return [.. damaged];
    }
}
