import Basics
import Incasso
import Zaken

extension ImportsPage {
    init(
        runs: [Importverslag], payments: [Betaling], creditors: [Schuldeiser], colleagues: Colleagues,
        problems: [Problem], mayPlace: Bool, _ words: Words, _ today: Day
    ) {
        self.init(
            kinds: ImportKind.allCases.map { Option($0.rawValue, words("imports.kind_\($0.rawValue)")) },
            creditors: creditors.map { Option($0.code, $0.naam) },
            problems: problems.isEmpty ? nil : ZaakPage.Problems(problems: problems),
            runs: runs.map { Run($0, colleagues, words, today) }, payments: payments.map { Payment($0, words, today) },
            paymentsSummary: words("imports.payments_wait", count: payments.count), mayPlace: mayPlace)
    }
}

extension ImportsPage.Run {
    init(_ report: Importverslag, _ colleagues: Colleagues, _ words: Words, _ today: Day) {
        self.init(
            file: report.bestandsnaam, path: ImportPaths.run(report.id),
            kind: words("imports.kind_\(report.soort.rawValue)"),
            when: words.moment(report.begonnen, today: today), who: colleagues.name(of: report.door, words),
            state: Chip(report, words),
            counts: words(
                "imports.counts",
                [
                    "new": words.number(report.nieuw), "known": words.number(report.bekend),
                    "rejected": words.number(report.afgewezen),
                ]))
    }
}

extension Chip {
    init(_ report: Importverslag, _ words: Words) {
        let tone =
            switch report.staat {
            case .bezig: "attention"
            case .klaar: "calm"
            case .geweigerd: "urgent"
            }
        self.init(words("imports.state_\(report.staat.rawValue)"), tone)
    }
}

extension ImportsPage.Payment {
    init(_ betaling: Betaling, _ words: Words, _ today: Day) {
        let account = betaling.tegenrekening.map { "… " + $0.suffix(4) }
        self.init(
            id: "betaling-\(betaling.id.text)", amount: words.money(betaling.bedrag),
            day: words.day(betaling.datum, today: today),
            from: [betaling.naam, account].compactMap(\.self).joined(separator: " · "), text: betaling.omschrijving,
            reason: betaling.reden.flatMap { words.text("imports.why_\($0)") } ?? words("imports.why_unknown"),
            path: ImportPaths.placement(betaling.id), candidates: [])
    }
}

extension ImportPage {
    init(_ report: Importverslag, rejected: [Afwijzing], colleagues: Colleagues, _ words: Words, _ today: Day) {
        let line = [
            words("imports.kind_\(report.soort.rawValue)"), words.moment(report.begonnen, today: today),
            colleagues.name(of: report.door, words),
        ]
        let counts = [
            ("read", report.gelezen), ("new", report.nieuw), ("known", report.bekend), ("rejected", report.afgewezen),
        ]
        self.init(
            title: report.bestandsnaam, line: line.joined(separator: " · "), state: Chip(report, words),
            problem: report.fout, isBusy: report.staat == .bezig,
            tally: counts.map { Count(name: words("imports.tally_\($0.0)"), value: words.number($0.1)) },
            rejected: rejected.map { Rejection($0, words) },
            more: report.afgewezen > rejected.count
                ? words("imports.more", count: report.afgewezen - rejected.count) : nil)
    }
}

extension ImportPage.Rejection {
    init(_ one: Afwijzing, _ words: Words) {
        self.init(
            line: words.number(one.regel), field: one.veld, value: one.waarde,
            reason: words.text("rejections.\(one.reden)") ?? one.reden)
    }
}
