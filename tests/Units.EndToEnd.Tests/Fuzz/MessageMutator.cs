using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Units.EndToEnd.Tests.Fuzz;

/// <summary>Changes a message where its descriptor says that something can be changed.</summary>
/// <param name="random">Where all choices come from.</param>
/// <param name="known">Texts that mean something to the server: ids of units, measures, reports; months and numbers.</param>
internal sealed class MessageMutator(Random random, IReadOnlyList<string> known)
{
    private const int MaxRepeated = 1200;

    /// <summary>Changes one to three things in it.</summary>
    public void Mutate(IMessage message)
    {
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            Change(message, depth: 0);
        }
    }

    private void Change(IMessage message, int depth)
    {
        IList<FieldDescriptor> fields = message.Descriptor.Fields.InFieldNumberOrder();
        if (fields.Count == 0)
        {
            return;
        }

        FieldDescriptor field = fields[random.Next(fields.Count)];
        if (field.IsRepeated)
        {
            ChangeList(message, field, (IList)field.Accessor.GetValue(message), depth);
        }
        else if (field.FieldType == FieldType.Message)
        {
            ChangeMessage(message, field, depth);
        }
        else if (random.Next(10) == 0)
        {
            field.Accessor.Clear(message);
        }
        else
        {
            field.Accessor.SetValue(message, Scalar(field, field.Accessor.GetValue(message)));
        }
    }

    private void ChangeMessage(IMessage message, FieldDescriptor field, int depth)
    {
        IMessage? inner = (IMessage?)field.Accessor.GetValue(message);
        if (inner is not null && random.Next(8) == 0)
        {
            field.Accessor.Clear(message);
            return;
        }

        inner ??= field.MessageType.Parser.ParseFrom(ByteString.Empty);
        if (depth < 6)
        {
            Change(inner, depth + 1);
        }

        field.Accessor.SetValue(message, inner);
    }

    private void ChangeList(IMessage message, FieldDescriptor field, IList list, int depth)
    {
        switch (random.Next(6))
        {
            case 0:
                list.Clear();
                break;
            case 1 when list.Count > 0:
                list.RemoveAt(random.Next(list.Count));
                break;
            case 2 when list.Count > 0:
                object repeated = list[random.Next(list.Count)]!;
                for (int times = random.Next(20) == 0 ? MaxRepeated : random.Next(1, 4); times > 0; times--)
                {
                    list.Add(repeated is IMessage m ? Copy(m) : repeated);
                }

                break;
            default:
                ChangeItem(field, list, depth);
                break;
        }
    }

    private void ChangeItem(FieldDescriptor field, IList list, int depth)
    {
        int at = list.Count == 0 ? -1 : random.Next(list.Count);
        if (field.FieldType != FieldType.Message)
        {
            object value = Scalar(field, at < 0 ? "" : list[at]!);
            if (at < 0)
            {
                list.Add(value);
            }
            else
            {
                list[at] = value;
            }

            return;
        }

        if (at < 0)
        {
            list.Add(field.MessageType.Parser.ParseFrom(ByteString.Empty));
            at = 0;
        }

        if (depth < 6)
        {
            Change((IMessage)list[at]!, depth + 1);
        }
    }

    private object Scalar(FieldDescriptor field, object was) => field.FieldType switch
    {
        FieldType.String => random.Next(3) == 0 ? known[random.Next(known.Count)] : Strange.Text(random, was as string ?? ""),
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => unchecked((int)Strange.Number(random)),
        FieldType.UInt32 or FieldType.Fixed32 => unchecked((uint)Strange.Number(random)),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Strange.Number(random),
        FieldType.UInt64 or FieldType.Fixed64 => unchecked((ulong)Strange.Number(random)),
        FieldType.Double => double.NaN,
        FieldType.Float => float.NaN,
        FieldType.Enum => Enum.ToObject(field.EnumType.ClrType, random.Next(-2, 12)),
        FieldType.Bytes => ByteString.CopyFrom(new byte[random.Next(64)]),
        _ => throw new NotSupportedException($"{field.FullName} has the type {field.FieldType}."),
    };

    private static IMessage Copy(IMessage message) => message.Descriptor.Parser.ParseFrom(message.ToByteString());
}
