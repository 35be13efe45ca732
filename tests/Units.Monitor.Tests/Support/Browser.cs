using System.Globalization;
using System.Text.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using Units.EndToEnd.Tests.Support;

namespace Units.Monitor.Tests.Support;

/// <summary>A real Chromium with nothing in it. When it goes it fails the test that left an error on its console or asked another host for anything.</summary>
internal sealed class Browser : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestDirectory _profile = new();
    private readonly ChromeDriverService _service;
    private readonly ChromeDriver _driver;
    private readonly bool _countsRequests;
    private readonly List<string> _forgiven = [];

    /// <summary>Opens one.</summary>
    /// <param name="width">Of the window.</param>
    /// <param name="height">Of the window.</param>
    /// <param name="countsRequests">False where a test makes so many events that their log would be what is measured.</param>
    public Browser(int width = 1920, int height = 1080, bool countsRequests = true)
    {
        _countsRequests = countsRequests;
        _service = ChromeDriverService.CreateDefaultService("/usr/bin", "chromedriver");
        _service.SuppressInitialDiagnosticInformation = true;
        ChromeOptions options = new() { BinaryLocation = "/usr/bin/chromium" };
        options.AddArguments(
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars", $"--user-data-dir={_profile.Path}",
            string.Create(CultureInfo.InvariantCulture, $"--window-size={width},{height}"));
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        if (countsRequests)
        {
            options.SetLoggingPreference("performance", LogLevel.All);
        }

        _driver = new ChromeDriver(_service, options, Patience);
        Size(width, height);
    }

    /// <summary>The text of the page's heading.</summary>
    public string Heading => _driver.FindElement(By.TagName("h1")).Text;

    /// <summary>The address.</summary>
    public string Url => _driver.Url;

    /// <summary>Makes the window so large, whatever the screen.</summary>
    public void Size(int width, int height) => Command("Emulation.setDeviceMetricsOverride", new()
    {
        ["width"] = width,
        ["height"] = height,
        ["deviceScaleFactor"] = 1,
        ["mobile"] = false,
    });

    /// <summary>Opens a page.</summary>
    public void Open(string url) => _driver.Navigate().GoToUrl(new Uri(url));

    /// <summary>Opens a page and waits until its stream has brought figures.</summary>
    public async Task OpenLive(string url)
    {
        Open(url);
        await IsLive();
    }

    /// <summary>Waits until the page's stream has brought figures.</summary>
    public Task IsLive() => Sees("the page to be live", "return document.documentElement.dataset.live === '1' && Number(document.documentElement.dataset.frames) > 0");

    /// <summary>Waits for what a script says.</summary>
    public Task Sees(string what, string script, TimeSpan? limit = null) =>
        Until.Becomes(what, () => Task.FromResult(Run(script)), answer => answer is true, limit ?? Patience);

    /// <summary>Runs a script.</summary>
    public object? Run(string script, params object[] arguments) => _driver.ExecuteScript(script, arguments);

    /// <summary>Runs a script that calls back.</summary>
    public object? RunAsync(string script, params object[] arguments) => _driver.ExecuteAsyncScript(script, arguments);

    /// <summary>The first element of a selector.</summary>
    public IWebElement Find(string selector) => _driver.FindElement(By.CssSelector(selector));

    /// <summary>The text of the first element of a selector, as the page has it.</summary>
    public string Text(string selector) => (string?)Run("return document.querySelector(arguments[0])?.textContent ?? ''", selector) ?? "";

    /// <summary>Types keys wherever the focus is.</summary>
    public void Type(string keys) => new OpenQA.Selenium.Interactions.Actions(_driver).SendKeys(keys).Perform();

    /// <summary>Types a key while Ctrl is held.</summary>
    public void TypeWithCtrl(string key) =>
        new OpenQA.Selenium.Interactions.Actions(_driver).KeyDown(Keys.Control).SendKeys(key).KeyUp(Keys.Control).Perform();

    /// <summary>Tells the browser itself something.</summary>
    public object? Command(string name, Dictionary<string, object?> parameters) => _driver.ExecuteCdpCommand(name, parameters);

    /// <summary>The page printed on A4.</summary>
    public byte[] Print()
    {
        PrintOptions options = new() { OutputBackgroundImages = true };
        return _driver.Print(options).AsByteArray;
    }

    /// <summary>A picture of the window.</summary>
    public void Picture(string file) => ((ITakesScreenshot)_driver).GetScreenshot().SaveAsFile(file);

    /// <summary>An error that a test makes on purpose, by a part of its text.</summary>
    public void Forgive(string part) => _forgiven.Add(part);

    /// <summary>Errors on the console since it was last asked.</summary>
    public IReadOnlyList<string> Errors() =>
    [
        .. _driver.Manage().Logs.GetLog(LogType.Browser).Where(l => l.Level >= LogLevel.Warning).Select(l => l.Message)
            .Where(m => !_forgiven.Exists(f => m.Contains(f, StringComparison.Ordinal))),
    ];

    /// <summary>Requests to other hosts since it was last asked.</summary>
    public IReadOnlyList<string> Strangers() => !_countsRequests ? [] :
    [
        .. _driver.Manage().Logs.GetLog("performance").Select(l => Address(l.Message)).OfType<Uri>()
            .Where(u => u.Scheme is "http" or "https" or "ws" or "wss" && u.Host != "localhost" && u.Host != "127.0.0.1").Select(u => u.ToString()).Distinct(),
    ];

    /// <inheritdoc/>
    public void Dispose()
    {
        IReadOnlyList<string> errors = [];
        IReadOnlyList<string> strangers = [];
        try
        {
            errors = Errors();
            strangers = Strangers();
        }
        finally
        {
            _driver.Quit();
            _service.Dispose();
            _profile.Dispose();
        }

        Assert.Empty(errors);
        Assert.Empty(strangers);
    }

    private static Uri? Address(string message)
    {
        using JsonDocument entry = JsonDocument.Parse(message);
        JsonElement body = entry.RootElement.GetProperty("message");
        return body.GetProperty("method").GetString() == "Network.requestWillBeSent"
            && Uri.TryCreate(body.GetProperty("params").GetProperty("request").GetProperty("url").GetString(), UriKind.Absolute, out Uri? url) ? url : null;
    }
}
