namespace Units;

/// <summary>The kind of a unit. It decides nothing in the ledger: one grain class serves every level.</summary>
public enum UnitKind
{
    /// <summary>Not said.</summary>
    Unspecified = 0,

    /// <summary>The country (cả nước).</summary>
    Nation = 1,

    /// <summary>A province (tỉnh).</summary>
    Province = 2,

    /// <summary>A municipality under the central government (thành phố trực thuộc trung ương).</summary>
    Municipality = 3,

    /// <summary>A provincial city (thành phố thuộc tỉnh), until 1 July 2025.</summary>
    City = 4,

    /// <summary>A rural or urban district (huyện, quận, thị xã), until 1 July 2025.</summary>
    District = 5,

    /// <summary>A commune (xã).</summary>
    Commune = 6,

    /// <summary>A ward (phường).</summary>
    Ward = 7,

    /// <summary>A township (thị trấn), until 1 July 2025.</summary>
    Township = 8,

    /// <summary>A special zone (đặc khu).</summary>
    SpecialZone = 9,

    /// <summary>A department, office or centre (sở, phòng, ban, trung tâm).</summary>
    Department = 10,

    /// <summary>Several units of which a report only gives the sum ("the communes and wards").</summary>
    Group = 11,

    /// <summary>A hamlet or residential group (thôn, ấp, khu phố, tổ dân phố).</summary>
    Hamlet = 12,

    /// <summary>A household (hộ).</summary>
    Household = 13,
}
