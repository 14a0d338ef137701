import Basics

/// The facts of a fictitious letter, enough for every kind that ships.
enum LetterFacts {
    static let all: JSON = [
        "datum": "2026-12-01", "kenmerk": "8202600012300042", "betaalVoor": "2026-12-15",
        "betaallink": "https://betaal.example/abc", "qr": ["pad": "M4 4h7v1h-7z", "maat": 29],
        "zaak": ["nummer": "ZAAK-2026-000412"],
        "klant": [
            "naam": "Noor Wilgenroos & <zoon>",
            "adres": ["regel": "Dahliastraat 12", "postcode": "3011 AA", "plaats": "Rotterdam"],
        ],
        "aan": [
            "naam": "Noor Wilgenroos & <zoon>",
            "adres": ["regel": "Dahliastraat 12", "postcode": "3011 AA", "plaats": "Rotterdam"],
        ],
        "betreft": "Noor Wilgenroos",
        "schuldeiser": [
            "naam": "Woonstichting De Linde", "kvk": "00000000", "iban": "NL13TEST0123456789",
            "telefoon": "010 000 00 00", "email": "incasso@delinde.example", "website": "delinde.example",
            "wki": "WKI-000123",
            "adres": ["regel": "Lindelaan 1", "postcode": "3011 AA", "plaats": "Rotterdam"],
        ],
        "saldo": [
            "totaal": JSON(Money(cents: 181_245)), "hoofdsom": JSON(Money(cents: 169_058)),
            "kosten": JSON(Money(cents: 12_187)), "rente": JSON(Money(cents: 0)),
        ],
        "vorderingen": [
            [
                "factuurnummer": "2026-10-4411", "omschrijving": "Huur oktober 2026", "vervaldatum": "2026-10-01",
                "bedrag": JSON(Money(cents: 84_529)),
            ],
            [
                "factuurnummer": "2026-11-4411", "omschrijving": "Huur november 2026", "vervaldatum": "2026-11-01",
                "bedrag": JSON(Money(cents: 84_529)),
            ],
        ],
        "antwoord": ["onderwerp": "Re: Huur", "alineas": [["tekst": "Dat kan."]]],
        "klacht": ["datum": "2026-07-01", "antwoordVoor": "2026-07-29"],
        "besluit": ["datum": "2026-07-01", "reden": "Alles is geprobeerd."],
        "heeftContact": true,
        "contacten": [["datum": "2026-06-10", "kanaal": "telefoon", "bereikt": true]],
        "stukken": [["bestand": "brieven/01-herinnering.pdf", "wat": "herinnering", "datum": "2026-06-01"]],
        "punten": [
            [
                "is_adres": false, "is_vordering": false, "is_veertiendagenbrief": false, "is_contact": true,
                "is_schuldhulp": false, "is_herinnering": false, "is_aanbod": false, "is_signaal": false,
                "is_huisbezoek": false, "is_uitslag": false, "is_toestand": false, "artikel": "Bgs art. 2 a",
                "datum": "2026-06-10", "reden": .null,
            ]
        ],
        "regels": [
            [
                "isVordering": false, "isInbreng": false, "isKosten": false, "isRente": false, "isBetaling": false,
                "isAfboeking": false, "isCorrectie": false, "isOmkering": false, "isVonnis": false,
                "isSegment": true,
                "isBijschrijving": false, "isStilstand": false, "isSchijf": false, "isMinimum": false,
                "isMaximum": false, "isBtw": false, "isSamen": false, "isRenteSamen": false,
                "isEenBrief": false, "isKleineTermijn": false, "isRenteVoldaan": false, "isKostendeel": false,
                "van": "2026-10-01", "tot": "2026-12-01", "dagen": 61, "percentage": "4",
                "grondslag": JSON(Money(cents: 84_529)), "bedrag": JSON(Money(cents: 565)),
            ]
        ],
        "rente": ["handel": false, "gevraagd": true, "nooit": false],
        "termijn": [
            "eindigt": "2026-12-18", "bedrag": JSON(Money(cents: 15_000)), "vervaldag": "2026-11-25", "meer": true,
            "gemist": [
                ["vervaldag": "2026-10-25", "bedrag": JSON(Money(cents: 5_000))],
                ["vervaldag": "2026-11-25", "bedrag": JSON(Money(cents: 10_000))],
            ],
        ],
        "kosten": [
            "exclusief": JSON(Money(cents: 25_359)), "btw": JSON(Money(cents: 5_325)),
            "totaal": JSON(Money(cents: 30_684)), "metBtw": true, "tarief": "21%",
        ],
        "regeling": [
            "totaal": JSON(Money(cents: 45_000)), "aantal": 3, "bedrag": JSON(Money(cents: 15_000)),
            "eerste": "2026-12-25", "laatste": "2027-02-25",
            "termijnen": [
                ["nummer": 1, "vervaldag": "2026-12-25", "bedrag": JSON(Money(cents: 15_000))],
                ["nummer": 2, "vervaldag": "2027-01-25", "bedrag": JSON(Money(cents: 15_000))],
                ["nummer": 3, "vervaldag": "2027-02-25", "bedrag": JSON(Money(cents: 15_000))],
            ],
        ],
        "incasso": [
            "bedrag": JSON(Money(cents: 15_000)), "dag": "2026-12-28", "rekening": "NL13TEST0123456789",
            "machtiging": "M-2026-1", "incassant": "DE98ZZZ09999999999", "daarna": true,
            "termijnen": [["vervaldag": "2027-01-25", "bedrag": JSON(Money(cents: 15_000))]],
        ],
        "deurwaarder": ["naam": "Deurwaarder Voorbeeld", "telefoon": "010 111 11 11"],
    ]

    static func without(_ name: String, in group: String? = nil) -> JSON {
        var facts = all
        if let group { facts[group][name] = .null } else { facts[name] = .null }
        return facts
    }
}
