import Basics

/// What the process is told at its start, and what people answer.
enum Answers {
    static let facts: [String: JSON] = [
        "vandaag": "2026-01-01", "zaak": ["nummer": "ZAAK-1", "status": "ontvangen"],
        "saldo": [
            "totaal": 500, "hoofdsom": 500, "kosten": 0, "rente": 0, "vervallen": 500, "aantal": 1,
            "oudste": "2025-12-01", "zonderBrief": 0, "schuldeisers": 1,
        ],
        "klant": [
            "voorkeurskanaal": "brief", "taal": "nl", "heeftEmail": false, "eerdereZaken": 0, "ondersteuning": false,
            "organisatie": false,
        ],
        "regeling": .null, "pogingen": 0, "wikVerstuurd": false,
        "termijnen": [
            "naPrenotificatie": "P8D", "naHerinnering": "P14D", "naAanmaning": "P14D", "tussenBelpogingen": "P2D",
            "naToezegging": "P7D", "naBeloofdeDag": "P2D", "naVeertiendagenbrief": "P23D", "naAankondiging": "P15D",
            "naSommatie": "P14D",
            "totZitting": "P42D", "totOntruiming": "P13D", "herzienInvordering": "P90D",
        ],
        "beleid": ["belpogingen": 2, "huisbezoek": true, "maxTermijnenMedewerker": 12, "spelingRegeling": 3],
    ]

    private static let outcomes: [JSON] = [
        "niet_bereikt", "niet_bereikt", "bereikt", "betaalt", "regeling", "overeengekomen", "signaal", "akkoord",
        "doorgaan", "hulp",
    ]

    static func random(_ random: inout SeededRandom, today: Day) -> [String: JSON] {
        let later = JSON(today + Int.random(in: 3...30, using: &random))
        return [
            "uitkomst": outcomes.randomElement(using: &random) ?? .null, "perMaand": 50, "eersteDag": later,
            "beloofdOp": later, "afspraakOp": later, "herzienOp": later, "tot": later, "zittingOp": later,
            "ontruimingOp": later,
        ]
    }
}
