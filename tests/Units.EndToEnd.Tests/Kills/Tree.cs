using Units.EndToEnd.Tests.Support;

namespace Units.EndToEnd.Tests.Kills;

/// <summary>A tree of four levels under one root, and the measures that its leaves report.</summary>
internal sealed class Tree
{
    private static readonly int[] Fan = [4, 4, 18];

    /// <summary>Each report adds 1 to it.</summary>
    public string Added { get; } = Api.NewId("added");

    /// <summary>A few reports set it.</summary>
    public string Set { get; } = Api.NewId("set");

    /// <summary>A few reports say what it is since January.</summary>
    public string ToDate { get; } = Api.NewId("to-date");

    /// <summary>Every unit, the root first.</summary>
    public List<string> Units { get; } = [];

    /// <summary>The leaves.</summary>
    public List<Leaf> Leaves { get; } = [];

    /// <summary>The top.</summary>
    public string Root => Units[0];

    /// <summary>Creates it all through the API, level by level.</summary>
    public static async Task<Tree> Create(Api api)
    {
        Tree tree = new();
        await api.CreateMeasure(tree.Added);
        await api.CreateMeasure(tree.Set);
        await api.CreateMeasure(tree.ToDate);
        List<Leaf> level = [new Leaf(await api.CreateUnit(Api.NewId("root")), [])];
        tree.Units.Add(level[0].Id);
        foreach (int fan in Fan)
        {
            Leaf[] below = [.. level.SelectMany(above => Enumerable.Range(0, fan).Select(_ => new Leaf(Api.NewId("u"), [.. above.Ancestors, above.Id])))];
            await Task.WhenAll(below.Select(unit => api.CreateUnit(unit.Id, unit.Ancestors[^1])));
            tree.Units.AddRange(below.Select(u => u.Id));
            level = [.. below];
        }

        tree.Leaves.AddRange(level);
        return tree;
    }
}
