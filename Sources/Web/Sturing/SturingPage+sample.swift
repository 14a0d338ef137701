extension SturingPage.Card {
    static let sample = SturingPage.Card(
        id: "kpi-10", number: "10", name: "Huurachterstand, alle huurders", value: "1,50%", missing: nil,
        beside: [SturingPage.Pair(name: "Bedrag", value: "€\u{A0}1.170.000,00")],
        change: Chip("0,12% hoger dan 3e kwartaal 2026", "attention"), benchmark: "Landelijk 1,1% (Aedes, 2022)",
        drawing: SafeMarkup(
            drawing: "<svg class=\"trend\" viewBox=\"0 0 560 120\" role=\"img\" aria-label=\"Verloop\"></svg>"),
        ends: SturingPage.Ends(
            first: SturingPage.Pair(name: "1e kwartaal", value: "68 %"),
            last: SturingPage.Pair(name: "4e kwartaal", value: "71 %")),
        points: [
            SturingPage.Point(
                period: "3e kwartaal 2026", path: "/sturing?periode=2026-k3", value: "1,38%", current: false),
            SturingPage.Point(
                period: "4e kwartaal 2026", path: "/sturing?periode=2026-k4", value: "1,50%", current: true),
        ], definition: .sample,
        parts: [Way("1.900 vorderingen, € 1.170.000,00", "/sturing/kpi/10?periode=2026-k4", count: "800")])

    static let unknown = SturingPage.Card(
        id: "kpi-12", number: "12", name: "Klanttevredenheid", value: nil,
        missing: "Vul eerst in: antwoorden op de enquête.", beside: [], change: nil, benchmark: nil, drawing: nil,
        points: sample.points, definition: .sample, parts: [])
}

extension SturingPage.Definition {
    static let sample = SturingPage.Definition(
        text: "Wat op de laatste dag te laat is.", formula: "achterstand ÷ omzet van 12 maanden",
        facts: [SturingPage.Pair(name: "Niveau", value: "bedrijfsproces")])
}

extension SturingPage {
    static let sample = SturingPage(
        period: "4e kwartaal 2026", misread: "Deze dagen kloppen niet.",
        running: "Dit kwartaal loopt nog: geteld tot en met vandaag.",
        counted: "Geteld vandaag om 12:30. De periode is voorbij; een late boeking kan het cijfer nog veranderen.",
        earlier: ["13 vervallen vorderingen, tot 3 januari 02:10."],
        periods: [Option("2026-k4", "4e kwartaal 2026", chosen: true)],
        creditors: [Option("", "Alle schuldeisers", chosen: true), Option("demo", "Woningcorporatie (demo)")],
        from: "2026-10-01", to: "2026-12-31", before: Way("3e kwartaal 2026", "/sturing?periode=2026-k3"),
        after: Way("1e kwartaal 2027", "/sturing?periode=2027-k1"),
        exports: [Way("CSV", "/sturing/uitvoer/csv"), Way("XLSX", "/sturing/uitvoer/xlsx")],
        own: Way("Kerncijfers", "/sturing/kerncijfers"), night: Way("Vannacht en morgen", "/sturing/nacht"),
        groups: [Group(title: "Achterstand", cards: [.sample, .unknown])])
}
