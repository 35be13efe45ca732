using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Units.Gateway.Monitor.Tables;

/// <summary>Writes a table as a workbook of one sheet, in the few parts of Office Open XML that this needs.</summary>
internal static class XlsxFile
{
    /// <summary>The type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>Writes it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="file">Where to, in memory: the packer writes to it without waiting.</param>
    /// <param name="cancellation">Ends the wait for rows.</param>
    public static async Task Write(Table table, MemoryStream file, CancellationToken cancellation)
    {
        ZipArchive zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await using (zip)
        {
            await Part(zip, "[Content_Types].xml", xml =>
            {
                xml.WriteStartElement("Types", Types);
                Attributes(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
                Attributes(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", Spreadsheet + "sheet.main+xml"));
                Attributes(xml, "Override", ("PartName", "/xl/worksheets/sheet1.xml"), ("ContentType", Spreadsheet + "worksheet+xml"));
            }, cancellation);
            await Part(zip, "_rels/.rels", xml => Relation(xml, Office + "/officeDocument", "xl/workbook.xml"), cancellation);
            await Part(zip, "xl/_rels/workbook.xml.rels", xml => Relation(xml, Office + "/worksheet", "worksheets/sheet1.xml"), cancellation);
            await Part(zip, "xl/workbook.xml", xml => Workbook(xml, table.Name), cancellation);
            await Part(zip, "xl/worksheets/sheet1.xml", xml => Sheet(xml, table, cancellation), cancellation);
        }
    }

    private static Task Part(ZipArchive zip, string name, Action<XmlWriter> write, CancellationToken cancellation) => Part(
        zip, name,
        xml =>
        {
            write(xml);
            return Task.CompletedTask;
        },
        cancellation);

    private static async Task Part(ZipArchive zip, string name, Func<XmlWriter, Task> write, CancellationToken cancellation)
    {
        await using Stream stream = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellation);
        using XmlWriter xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true });
        await write(xml);
    }

    private static void Relation(XmlWriter xml, string type, string target)
    {
        xml.WriteStartElement("Relationships", Relations);
        Attributes(xml, "Relationship", ("Id", "r1"), ("Type", type), ("Target", target));
        xml.WriteEndElement();
    }

    private static void Workbook(XmlWriter xml, string name)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        xml.WriteStartElement("sheet", Main);
        xml.WriteAttributeString("name", SheetName.Of(name));
        xml.WriteAttributeString("sheetId", "1");
        xml.WriteAttributeString("r", "id", Office, "r1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static async Task Sheet(XmlWriter xml, Table table, CancellationToken cancellation)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        Row(xml, [.. table.Columns.Select(c => new TableCell(c))]);
        await foreach (IReadOnlyList<TableCell> row in table.Rows.WithCancellation(cancellation))
        {
            Row(xml, row);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, IReadOnlyList<TableCell> cells)
    {
        xml.WriteStartElement("row", Main);
        foreach (TableCell cell in cells)
        {
            xml.WriteStartElement("c", Main);
            if (cell.Number is { } number)
            {
                xml.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                // A text of its own, never a formula, whatever it begins with.
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                // Blanks at an end are part of a text.
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(cell.Text);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, name == "Relationship" ? Relations : Types);
        foreach ((string attribute, string value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }
}
