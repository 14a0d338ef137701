extension BeslissingPage {
    static let sample = BeslissingPage(
        name: "Klantsegment", line: "versie 2, geldig vanaf 1 juni 2026",
        question: "Welke eerste aanpak past bij deze klant?",
        tables: [
            Way("Klantsegment", "/beslissingen/klantsegment?tabel=klantsegment", current: true),
            Way("Betaalverleden", "/beslissingen/klantsegment?tabel=betaalverleden"),
        ], table: .sample, literal: nil, trial: .sample, findings: FindingPart.samples, checked: nil,
        svg: DiagramPart.sample.svg, needs: [Need(name: "Klantsegment", needs: "ondersteuning, Betaalverleden")],
        versions: [
            Version(
                label: "versie 2", path: "/beslissingen/klantsegment?versie=2",
                comparison: "/beslissingen/klantsegment/vergelijking?oud=1&nieuw=2", when: "vanaf 1 juni 2026 · Cora",
                reason: "Grens verlaagd na overleg.", current: true),
            Version(
                label: "versie 1", path: "/beslissingen/klantsegment?versie=1", comparison: nil,
                when: "vanaf 2 januari 2026", reason: "Meegeleverd", current: false),
        ], download: "/beslissingen/klantsegment/bestand?versie=2", editing: "/beslissingen/klantsegment/bewerking")

    static let variants: [(name: String, page: BeslissingPage)] = [
        (
            "zonder-tabel",
            BeslissingPage(
                name: "Formule", line: sample.line, question: nil, tables: [], table: nil, literal: "bedrag * 2",
                trial: TrialPart(path: "/beslissingen/formule", table: "f", version: "1", fields: [], outcome: nil),
                findings: [], checked: "Geen opmerkingen.", svg: nil, needs: [], versions: [],
                download: sample.download, editing: nil)
        )
    ]
}

extension TablePart {
    static let sample = TablePart(
        caption: "Klantsegment", policy: "U", meaning: "Precies één regel past",
        inputs: [Column(title: "Hulp nodig", detail: "boolean"), Column(title: "Betaalverleden", detail: "string")],
        outputs: [Column(title: "Segment", detail: "\"hulp\", \"herhaald\", \"eerste\"")],
        annotations: [Title(title: "Waarom")],
        rows: [
            Row(
                number: "1", fired: true, state: Chip("veranderd", "attention"),
                cells: [
                    Cell(text: "true", isOutput: false, old: nil), Cell(text: "-", isOutput: false, old: "\"eerder\""),
                    Cell(text: "\"hulp\"", isOutput: true, old: nil),
                    Cell(text: "Eerst bellen.", isOutput: false, old: nil),
                ]),
            Row(
                number: "2", fired: false, state: nil,
                cells: [
                    Cell(text: "false", isOutput: false, old: nil), Cell(text: "\"eerder\"", isOutput: false, old: nil),
                    Cell(text: "\"herhaald\"", isOutput: true, old: nil), Cell(text: "", isOutput: false, old: nil),
                ]),
        ])
}

extension TrialPart {
    static let sample = TrialPart(
        path: "/beslissingen/klantsegment", table: "klantsegment", version: "2",
        fields: [
            Field(
                "feit.ondersteuning", "ondersteuning", .yesNo([Option("ja", "Ja"), Option("nee", "Nee")]), id: "feit-0"),
            Field("feit.eerdereZaken", "eerdereZaken", .text("2"), id: "feit-1"),
        ],
        outcome: Outcome(
            value: "herhaald", rules: "Regel 2 past.", steps: [Line(text: "Betaalverleden geeft: eerder.")],
            fired: [Line(text: "Regel 2: false → herhaald")], problems: [Line(text: "x is another type than declared")])
    )
}

extension FindingPart {
    static let samples = [
        FindingPart(
            kind: Chip("Gat", "urgent"), text: "Voor deze feiten past geen enkele regel.",
            example: "Hulp nodig = false, Betaalverleden = \"eerste\"", path: "/beslissingen/klantsegment?feit.x=1"),
        FindingPart(
            kind: Chip("Dode regel", "attention"), text: "Regel 4 past nooit: regel 2 is altijd eerder.", example: nil,
            path: nil),
    ]
}
