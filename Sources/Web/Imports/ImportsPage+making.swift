import Basics
import Incasso
import Zaken

extension ImportsPage {
    init(
        runs: [Importverslag], waiting: Int, creditors: [Schuldeiser], colleagues: Colleagues, problems: [Problem],
        _ words: Words, _ now: Moment
    ) {
        self.init(
            kinds: ImportKind.allCases.map { Option($0.rawValue, words("imports.kind_\($0.rawValue)")) },
            creditors: creditors.map { Option($0.code, $0.naam) },
            problems: problems.isEmpty ? nil : ZaakPage.Problems(problems: problems),
            runs: runs.map { Run($0, colleagues, words, now) },
            waiting: waiting == 0 ? nil : Way(words("imports.payments_wait", count: waiting), BetalingPaths.list()))
    }
}

extension ImportsPage.Run {
    init(_ report: Importverslag, _ colleagues: Colleagues, _ words: Words, _ now: Moment) {
        self.init(
            file: report.bestandsnaam, path: ImportPaths.run(report.id),
            kind: words.kind(of: report),
            when: words.moment(report.begonnen, today: now.day), who: colleagues.name(of: report.door, words),
            state: Chip(report, words, now),
            counts: words.counts(of: report))
    }
}

extension Words {
    /// What a file was; a bank statement with its form, once that was read.
    fileprivate func kind(of report: Importverslag) -> String {
        let kind = self("imports.was_\(report.soort.rawValue)")
        return report.vorm.map { "\(kind) (\($0))" } ?? kind
    }

    /// What a file brought: what is new, and the rest only where there is any.
    fileprivate func counts(of report: Importverslag) -> String {
        let rest = [("known", report.bekend), ("rejected_lines", report.afgewezen), ("no_receipt", report.uitgaand)]
        return
            ([self("imports.new", ["n": number(report.nieuw)])]
            + rest.filter { $0.1 > 0 }.map { self("imports.\($0.0)", ["n": number($0.1)]) })
            .joined(separator: ", ")
    }
}

extension Chip {
    init(_ report: Importverslag, _ words: Words, _ now: Moment) {
        guard !report.isBrokenOff(at: now) else {
            self.init(words("imports.state_afgebroken"), "urgent")
            return
        }
        let tone =
            switch report.staat {
            case .bezig: "attention"
            case .klaar: report.afgewezen > 0 ? "attention" : "calm"
            case .geweigerd: "urgent"
            }
        self.init(words("imports.state_\(report.staat.rawValue)"), tone)
    }
}

extension ImportPage {
    init(
        _ report: Importverslag, rejected: [Afwijzing], differing: [Afwijzing], waiting: Int, colleagues: Colleagues,
        _ words: Words, _ now: Moment
    ) {
        let isBrokenOff = report.isBrokenOff(at: now)
        let line = [
            words.kind(of: report), words.moment(report.begonnen, today: now.day),
            colleagues.name(of: report.door, words),
        ]
        let counts =
            [
                ("read", report.gelezen), ("new", report.nieuw), ("known", report.bekend),
                ("rejected", report.afgewezen),
            ] + (report.soort == .afschrift ? [("no_receipt", report.uitgaand)] : [])
        self.init(
            title: report.bestandsnaam, line: line.joined(separator: " · "), state: Chip(report, words, now),
            problem: isBrokenOff ? words("imports.broken_off") : report.fout.map(words.fault),
            waiting: report.soort == .afschrift && waiting > 0
                ? Way(words("imports.payments_wait", count: waiting), BetalingPaths.list()) : nil,
            isBusy: report.staat == .bezig && !isBrokenOff,
            tally: counts.map { Count(name: words("imports.tally_\($0.0)"), value: words.number($0.1)) },
            onlyHeading: report.staat == .klaar && report.gelezen == 0 ? words("imports.only_heading") : nil,
            rejected: rejected.map { Rejection($0, words) },
            differing: differing.map { Rejection($0, words) },
            more: report.afgewezen > Set(rejected.map(\.regel)).count
                ? words("imports.more", count: report.afgewezen - Set(rejected.map(\.regel)).count) : nil)
    }
}

extension ImportPage.Rejection {
    init(_ one: Afwijzing, _ words: Words) {
        self.init(
            line: words.number(one.regel), field: one.veld, value: one.waarde,
            reason: words.rejection(one.reden))
    }
}
