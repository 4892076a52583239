using System.Globalization;

namespace Etl.Simulator.Population;

/// <summary>Someone with an account.</summary>
internal sealed record Employee(Guid Id, string GivenName, string DisplayName, string UserPrincipalName)
{
    private static readonly (string Name, string Account)[] GivenNames =
    [
        ("Ada", "ada"), ("Åse", "ase"), ("Bjørn", "bjorn"), ("Chiara", "chiara"), ("Eirik", "eirik"), ("François", "francois"),
        ("Grete", "grete"), ("Håkon", "hakon"), ("Ingrid", "ingrid"), ("Jürgen", "jurgen"), ("Kari", "kari"), ("Lærke", "laerke"),
        ("Mikael", "mikael"), ("Nils", "nils"), ("Per", "per"), ("Søren", "soren"), ("Tove", "tove"), ("Zoë", "zoe"),
    ];

    private static readonly (string Name, string Account)[] FamilyNames =
    [
        ("Åström", "astrom"), ("Berg", "berg"), ("Dahl", "dahl"), ("Ødegård", "odegard"), ("Hansen", "hansen"), ("Müller", "muller"),
        ("Nilsson", "nilsson"), ("O'Brien", "obrien"), ("Rossi", "rossi"), ("Sæther", "saether"), ("Vik", "vik"), ("Weiß", "weiss"),
    ];

    public static Guid IdOf(int number, Draw draw) => draw.Guid(Purpose.UserId, number);

    public static Employee Number(int number, SimulatorOptions options, Draw draw)
    {
        var given = draw.Of(GivenNames, Purpose.PersonName, number);
        var family = draw.Of(FamilyNames, Purpose.PersonName, number, 1);
        return new Employee(
            IdOf(number, draw),
            given.Name,
            given.Name + " " + family.Name,
            string.Create(CultureInfo.InvariantCulture, $"{given.Account}.{family.Account}{number}@{options.Domain}"));
    }
}
