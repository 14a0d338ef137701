extension ZaakPage {
    static let sample = ZaakPage(
        head: Head(
            title: "Huurachterstand · Klant 10482", crumb: "Huurincasso", list: "/werkvoorraad",
            line: "ZAAK-2026-000412 · Woningcorporatie (demo) · behandelaar Anja Voorbeeld",
            chips: [
                Chip("A.2 Minnelijke fase", "accent"), Chip("2 pogingen zonder contact", "attention"),
                Chip("Liefst telefoon, na 17 uur"), Chip("Taalniveau B1", "note"),
            ],
            days: Days(text: "Dag 24 van 56", target: "streefdatum 14 juli", value: "24", max: "56", isLate: false)),
        banners: [], problems: nil, first: Way("Naar de taak: Bel de klant", "#taak-1"), contacting: .sample, kept: nil,
        taken: [.sample], idle: nil, diagram: .sample,
        filters: [
            Way("alles", "/zaken/1", current: true), Way("contact", "/zaken/1?toon=contact"),
            Way("geld", "/zaken/1?toon=geld"), Way("brieven", "/zaken/1?toon=brieven"),
        ], happenings: Happening.samples, allHappenings: "/zaken/1?alles=1", balance: .sample, arrangement: nil,
        planner: .sample, person: .sample,
        deadlines: [
            Deadline(
                what: "Belronde uiterlijk", when: "di 9 juni", machine: "2026-06-09", far: Chip("vandaag", "urgent")),
            Deadline(
                what: "Streefdatum van de zaak", when: "di 14 juli", machine: "2026-07-14", far: Chip("over 35 dagen")),
        ], documents: .sample, notes: .sample, bot: .sample, acts: .sample, decisions: [.sample],
        events: "/zaken/1/gebeurtenissen")

    static let variants: [(name: String, page: ZaakPage)] = [
        ("pauze", paused), ("geweigerd", refused), ("keuze", choosing), ("gesloten", closed), ("regeling", arranged),
    ]

    private static let paused = sample.with(
        banners: [
            Banner(
                tone: "", title: "Alles staat stil tot en met 8 augustus",
                text: "Wacht op de wijkcoach van de gemeente."),
            .payment,
        ], taken: [.resting], person: .paused, planner: nil)

    private static let refused = sample.with(
        problems: Problems(problems: [
            Problem(text: "Kies wie u sprak.", anchor: "taak-1-bereikt"),
            Problem(text: "Deze taak is intussen afgerond door Bram Voorbeeld, om 11:05.", anchor: nil),
        ]), kept: Kept(path: "/zaken/1/notities", text: "Wat vertelde de klant?: Belt morgen terug."), taken: [.refused]
    )

    private static let choosing = sample.with(taken: [.choice, .mishap])

    private static let closed = sample.with(
        banners: [Banner(tone: "calm", title: "Gesloten op 2 juli", text: "Resultaat: voldaan")], taken: [],
        idle: Idle(
            text: "Deze zaak is klaar. Er is niets meer te doen.", isClosed: true, next: next, list: "/werkvoorraad"),
        planner: nil)

    private static let arranged = sample.with(
        taken: [],
        idle: Idle(
            text: "Wacht op de termijn van 1 juli (€ 60,00).", isClosed: false, next: nil, list: "/werkvoorraad"),
        arrangement: .sample,
        planner: nil)

    private static let next = Next(
        name: "Bel de klant", person: "Klant 10077", path: "/zaken/2?taak=2", due: Chip("morgen", "attention"))

    private func with(
        banners: [Banner] = [], problems: Problems? = nil, kept: Kept? = nil, taken: [TaakPart], idle: Idle? = nil,
        person: PersonPart = .sample, arrangement: ArrangementPart? = nil, planner: PlannerPart? = .sample
    ) -> ZaakPage {
        ZaakPage(
            head: head, banners: banners, problems: problems, contacting: contacting, kept: kept, taken: taken,
            idle: idle, diagram: diagram,
            filters: filters, happenings: happenings, allHappenings: nil, balance: balance, arrangement: arrangement,
            planner: planner, person: person, deadlines: deadlines, documents: documents, notes: notes, bot: bot,
            acts: acts, decisions: decisions, events: events)
    }
}

extension Banner {
    static let sentBack = Banner(
        tone: "attention", title: "Teruggestuurd door Bram Voorbeeld, gisteren",
        text: "Ander voorstel nodig · Past niet bij de ruimte.", way: Way("Bekijk", "/zaken/1"))
    static let payment = Banner(
        tone: "attention", title: "Er wacht € 86,00 van di 9 juni dat hier kan horen.", text: "Zelfde bedrag.",
        way: Way("Bekijk de betaling", "/betalingen/1"))
}
