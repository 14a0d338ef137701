extension Happening {
    static let samples = [
        Happening(
            day: "ma 22 juni", clock: "11:05", machine: "2026-06-22T09:05:00Z", sign: "☎", tone: "contact",
            what: "Gebeld, geen gehoor", detail: "Ochtend, vaste lijn.", who: "Anja Voorbeeld", link: nil),
        Happening(
            day: "di 9 juni", clock: nil, machine: "2026-06-09", sign: "✉", tone: "letter", what: "Aanmaning verstuurd",
            detail: nil, who: nil, link: Way("brief bekijken", "/documenten/1")),
        Happening(
            day: "do 4 juni", clock: nil, machine: "2026-06-04", sign: "€", tone: "money",
            what: "Betaling ontvangen: € 150,00", detail: "Geboekt op de huur van mei.", who: nil, link: nil),
        Happening(
            day: "wo 3 juni", clock: "09:12", machine: "2026-06-03T07:12:00Z", sign: "!", tone: "exception",
            what: "Afgeweken van het proces", detail: "Klant belde zelf; bezoek is niet meer nodig.",
            who: "Bram Voorbeeld",
            link: nil),
    ]
}

extension BalancePart {
    static let sample = BalancePart(
        specification: "/zaken/1/specificatie",
        claims: [
            Claim(
                name: "Huur mei", detail: "Factuur 2026-0519, vervallen op 1 mei", open: "€\u{A0}561,20",
                lines: [
                    Line(
                        day: "1 mei", what: "Huur mei", amount: "€\u{A0}711,20", balance: "€\u{A0}711,20", payment: nil),
                    Line(
                        day: "4 juni", what: "Betaling", amount: "−€\u{A0}150,00", balance: "€\u{A0}561,20",
                        payment: "/betalingen/1"),
                ]),
            Claim(
                name: "Huur juni", detail: "Factuur 2026-0620, vervallen op 1 juni", open: "€\u{A0}711,20",
                lines: [
                    Line(
                        day: "1 juni", what: "Huur juni", amount: "€\u{A0}711,20", balance: "€\u{A0}711,20",
                        payment: nil)
                ]),
        ], principal: "€\u{A0}1.272,40", costs: "€\u{A0}0,00", interest: "€\u{A0}4,12", total: "€\u{A0}1.276,52")
}

extension ArrangementPart {
    static let sample = ArrangementPart(
        summary: "15 termijnen van € 60,00; de laatste op 1 september 2027.",
        covers: "Over de facturen 2026-0519 en 2026-0620.",
        besides: Way("Naast de regeling staat € 80,00 open", "/klanten/1/regeling"), state: Chip("loopt", "calm"),
        instalments: [
            Instalment(
                number: "1", day: "1 juni", amount: "€\u{A0}60,00", paid: "€\u{A0}60,00", open: "€\u{A0}0,00",
                state: Chip("betaald", "calm")),
            Instalment(
                number: "2", day: "1 juli", amount: "€\u{A0}60,00", paid: "€\u{A0}20,00", open: "€\u{A0}40,00",
                state: Chip("over 9 dagen")),
        ])
}

extension PlannerPart {
    static let sample = PlannerPart(
        page: "/zaken/1", fitting: "/klanten/1/regeling", sheet: .sample,
        proposal: Proposal(
            summary: "22 termijnen; de laatste is € 16,52 op 1 april 2028.",
            warning: "Dit duurt langer dan 12 maanden. Uw teamleider kijkt mee.", perMonth: "60", firstDay: "2026-07-01"
        ))
}

extension PersonPart {
    static let sample = PersonPart(
        name: "Klant 10482", path: "/klanten/1", states: "/klanten/1/toestanden",
        signals: "/zaken/1/vroegsignalering", handover: "/zaken/1/overdracht", facts: facts, pause: nil,
        pausing: .sample)

    static let paused = PersonPart(
        name: "Klant 10482", path: "/klanten/1", states: "/klanten/1/toestanden",
        signals: "/zaken/1/vroegsignalering", handover: "/zaken/1/overdracht", facts: facts,
        pause: Pause(text: "Pauze tot en met 8 augustus: wacht op de wijkcoach.", resumption: "/klanten/1/hervatting"),
        pausing: nil)

    private static let facts = [
        Fact(name: "Andere zaken", value: "1 (water)"),
        Fact(name: "Telefoon", value: "06 00000000", link: "tel:0600000000"),
        Fact(name: "Post", value: "per brief"),
    ]
}

extension DocumentsPart {
    static let sample = DocumentsPart(
        documents: [
            Document(
                title: "Aanmaning", path: "/documenten/1", detail: "9 juni · PDF · 48 kB",
                direction: Chip("verstuurd", "note"), status: Chip("in bewerking", "unknown"),
                retracted: "Ingetrokken door Anja Voorbeeld: hoort bij een ander.",
                earlier: [Way("versie 1", "/documenten/1?versie=1")], unfolds: .init(isOpen: true), renewal: .sample,
                retraction: .sample)
        ],
        letters: [Way("Herinnering", "/zaken/1/brieven/herinnering"), Way("Aanmaning", "/zaken/1/brieven/aanmaning")],
        adding: .sample)
}

extension NotesPart {
    static let sample = NotesPart(
        notes: [
            Note(
                text: "Spreekt liever met één vaste persoon.\nBelt zelf terug na 17 uur.", who: "Anja Voorbeeld",
                when: "vr 19 juni 14:30", machine: "2026-06-19T12:30:00Z")
        ], writing: .sample, isSensitive: true)
}

extension ZaakActs {
    static let sample = ZaakActs(
        suspension: .sample, resumption: Resume(path: "/zaken/1/hervatting"), prolongation: .sample, closing: .sample,
        reopening: .sample, assignment: .sample,
        reports: [
            Report(
                label: "De klant vraagt een regeling", consequence: "De herinneringen stoppen meteen.", sheet: .sample)
        ])
}
