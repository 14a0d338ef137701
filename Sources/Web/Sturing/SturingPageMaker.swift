import Basics
import Incasso
import Sturing

/// Makes the page of figures.
struct SturingPageMaker {
    let found: SturingLook
    let words: Words

    private var asked: SturingAsked { found.asked }

    func page() -> SturingPage {
        SturingPage(
            period: words.period(asked.periode),
            misread: found.asked.isMisread ? words("sturing.misread") : nil,
            running: found.isRunning ? words("sturing.running", ["day": words.date(found.today)]) : nil,
            counted: words.counted(found), earlier: words.earlier(found), periods: periods, creditors: creditors,
            from: asked.periode.soort == .vrij ? "\(asked.periode.van)" : "",
            to: asked.periode.soort == .vrij ? "\(asked.periode.tot)" : "",
            before: way(to: asked.periode.vorige),
            after: asked.periode.volgende.van > found.today ? nil : way(to: asked.periode.volgende),
            exports: SturingExport.Form.allCases.map {
                Way($0.rawValue.uppercased(), SturingPaths.export($0.rawValue) + asked.query)
            },
            own: Way(words("sturing.own"), SturingPaths.own()),
            night: Way(words("night.title"), SturingPaths.night()),
            groups: Kpi.Groep.allCases.map { groep in
                SturingPage.Group(
                    title: words("sturing.group_\(groep.rawValue)"),
                    cards: Kpi.allCases.filter { $0.groep == groep }.map(card))
            })
    }

    private func way(to periode: Periode) -> Way {
        Way(words.period(periode), SturingPaths.list() + asked.with(periode).query)
    }

    private var periods: [Option] {
        let near: [Periode.Soort] = [.kwartaal, .maand, .jaar]
        let list = near.flatMap { Periode($0, around: found.today).reeks($0 == .jaar ? 3 : 6).reversed() }
        let all = list.contains(asked.periode) ? list : [asked.periode] + list
        return all.map { Option("\($0)", words.period($0), chosen: $0 == asked.periode) }
    }

    private var creditors: [Option] {
        [Option("", words("sturing.all_creditors"), chosen: asked.schuldeiser == nil)]
            + found.creditors.map { Option($0.code, $0.naam, chosen: $0.code == asked.schuldeiser) }
    }
}

extension SturingPageMaker {
    func card(_ kpi: Kpi) -> SturingPage.Card {
        let series = found.reeks.map { ($0.periode, kpi.cijfer($0.tellingen)) }
        let now = series.last?.1
        let name = words("sturing.name_\(kpi.rawValue)")
        let label = words("sturing.trend_of", ["name": name])
        return SturingPage.Card(
            id: "kpi-\(kpi.rawValue)", number: kpi.rawValue, name: name, value: now?.getal.map(words.figure),
            missing: missing(now), beside: beside(now), change: change(kpi, series.map(\.1)),
            benchmark: words.text("sturing.benchmark_\(kpi.rawValue)"),
            drawing: Trendlijn(points: series.map { $0.1.getal?.breuk }, benchmark: kpi.lijn, label: label).markup,
            ends: ends(of: series),
            points: series.map { periode, figure in
                SturingPage.Point(
                    period: words.period(periode),
                    path: SturingPaths.list() + asked.with(periode).query + "#kpi-\(kpi.rawValue)",
                    value: words.short(figure.waarde), current: periode == asked.periode)
            }, definition: words.definition(of: kpi), parts: parts(of: kpi))
    }

    /// The first and the last figure that are known; nothing where there is no line.
    private func ends(of series: [(Periode, Cijfer)]) -> SturingPage.Ends? {
        let known = series.filter { $0.1.getal != nil }
        guard known.count > 1, let first = known.first, let last = known.last else { return nil }
        func pair(_ one: (Periode, Cijfer)) -> SturingPage.Pair {
            .init(name: words.period(one.0), value: words.short(one.1.waarde))
        }
        return .init(first: pair(first), last: pair(last))
    }

    private func missing(_ figure: Cijfer?) -> String? {
        guard case .onbekend(let reason)? = figure?.waarde else { return nil }
        return words.missing(reason)
    }

    private func beside(_ figure: Cijfer?) -> [SturingPage.Pair] {
        (figure?.bij ?? []).map {
            SturingPage.Pair(name: words("sturing.beside_\($0.naam)"), value: words.short($0.waarde))
        }
    }

    /// How it differs from the period before; of a sum only once the period is over.
    private func change(_ kpi: Kpi, _ series: [Cijfer]) -> Chip? {
        guard series.count > 1, !(found.isRunning && kpi.isOptelling),
            let now = series[series.count - 1].getal, let was = series[series.count - 2].getal,
            let here = now.rounded, let there = was.rounded
        else { return nil }
        let before = words.period(asked.periode.vorige)
        guard here != there else { return Chip(words("sturing.same", ["before": before])) }
        let key = here > there ? "sturing.higher" : "sturing.lower"
        let tone =
            switch kpi.richting {
            case .geen: ""
            case .omhoog: here > there ? "calm" : "attention"
            case .omlaag: here < there ? "calm" : "attention"
            }
        return Chip(words(key, ["was": words.figure(was), "before": before]), tone)
    }

    private func parts(of kpi: Kpi) -> [Way] {
        guard let counted = found.reeks.last?.tellingen else { return [] }
        return kpi.onderdelen.filter { !$0.needsLeavers || counted.kentVertrokkenen }.map { deel in
            Way(
                words.part(deel, counted[deel]),
                SturingPaths.kpi(kpi.rawValue) + asked.query + "&deel=\(deel.rawValue)",
                count: words.number(Int(counted[deel].zaken)))
        }
    }
}

extension Kpi {
    /// The benchmark in the unit that is drawn.
    fileprivate var lijn: Breuk? {
        vergelijking.flatMap { eenheid == .procent ? Breuk($0.teller * 100, op: $0.noemer) : $0 }
    }

    /// Adds up over the days of a period, so that half a period cannot be held against a whole one.
    fileprivate var isOptelling: Bool {
        switch self {
        case .afgeboekteHuur, .afboekingen, .incassokosten, .ontruimingen, .storneringen, .nieuweRegelingen: true
        case .automatischeIncasso, .lopendeRegelingen, .nagekomenTermijnen, .nagekomenRegelingen, .deurwaarderzaken,
            .doorstroom, .fte, .betaaltermijn, .dso, .looptijdDeurwaarder, .achterstandZittend, .achterstand,
            .tevredenheid:
            false
        }
    }
}

extension Getal {
    /// As far as it is shown, to compare.
    fileprivate var rounded: Int128? { breuk?.rounded(decimals: 2) }
}

extension Words {
    /// When the figures of a period were counted, whether it is over and may still move, and whether it did since it was.
    func counted(_ found: SturingLook) -> String {
        let now = self("sturing.counted", ["moment": moment(found.now, today: found.today)])
        let state = self(found.isRunning ? "sturing.still_runs" : "sturing.may_move")
        guard !found.isRunning, let book = found.reeks.last?.tellingen.geteld else { return "\(now) \(state)" }
        let first = self("sturing.first_counted", ["day": date(book.eerst.day)])
        let moved = book.laatst.day > book.eerst.day ? " " + self("sturing.moved", ["day": date(book.laatst.day)]) : ""
        return "\(now) \(state) \(first)\(moved)"
    }

    /// What parts of a period that is over were counted to be before.
    func earlier(_ found: SturingLook) -> [String] {
        guard !found.isRunning else { return [] }
        return (found.reeks.last?.tellingen.geteld?.eerder ?? []).map {
            self(
                "sturing.was_until",
                ["what": part($0.onderdeel, $0.telling), "moment": moment($0.tot, today: found.today)])
        }
    }

    /// How many of what, and for how much: `9 regelingen, € 4.120,00`.
    func part(_ deel: Onderdeel, _ telling: Telling) -> String {
        let count = self("sturing.part_\(deel.rawValue)", count: Int(telling.aantal))
        return telling.bedrag.isZero ? count : "\(count), \(money(telling.bedrag))"
    }

    func definition(of kpi: Kpi) -> SturingPage.Definition {
        SturingPage.Definition(
            text: self("sturing.def_\(kpi.rawValue)"), formula: self("sturing.formula_\(kpi.rawValue)"),
            facts: [
                SturingPage.Pair(name: self("sturing.unit"), value: self("sturing.unit_\(kpi.eenheid.rawValue)")),
                SturingPage.Pair(
                    name: self("sturing.direction"), value: self("sturing.direction_\(kpi.richting.rawValue)")),
                SturingPage.Pair(name: self("sturing.level"), value: self("sturing.level_\(kpi.niveau.rawValue)")),
                SturingPage.Pair(
                    name: self("sturing.origin"),
                    value: self(kpi.isVanHip ? "sturing.origin_hip" : "sturing.origin_own")),
            ])
    }
}
