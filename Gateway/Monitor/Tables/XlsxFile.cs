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
    private const int MaxSheetName = 31;

    /// <summary>Writes it.</summary>
    public static byte[] Write(Table table)
    {
        using MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create))
        {
            Part(zip, "[Content_Types].xml", xml =>
            {
                xml.WriteStartElement("Types", Types);
                Attributes(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
                Attributes(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", Spreadsheet + "sheet.main+xml"));
                Attributes(xml, "Override", ("PartName", "/xl/worksheets/sheet1.xml"), ("ContentType", Spreadsheet + "worksheet+xml"));
            });
            Part(zip, "_rels/.rels", xml => Relation(xml, Office + "/officeDocument", "xl/workbook.xml"));
            Part(zip, "xl/_rels/workbook.xml.rels", xml => Relation(xml, Office + "/worksheet", "worksheets/sheet1.xml"));
            Part(zip, "xl/workbook.xml", xml => Workbook(xml, table.Name));
            Part(zip, "xl/worksheets/sheet1.xml", xml => Sheet(xml, table));
        }

        return file.ToArray();
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        using Stream stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        using XmlWriter xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true });
        write(xml);
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
        string sheet = string.Concat(name.Where(c => !":\\/?*[]".Contains(c, StringComparison.Ordinal)));
        xml.WriteAttributeString("name", sheet.Length <= MaxSheetName ? sheet : sheet[..MaxSheetName]);
        xml.WriteAttributeString("sheetId", "1");
        xml.WriteAttributeString("r", "id", Office, "r1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Sheet(XmlWriter xml, Table table)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        Row(xml, [.. table.Columns.Select(c => new TableCell(c))]);
        foreach (IReadOnlyList<TableCell> row in table.Rows)
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
                xml.WriteElementString("t", Main, cell.Text);
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
