import Basics
import Incasso
import Recht

/// Makes the pages of the legal tables.
struct RechtPageMaker {
    let words: Words
    let today: Day

    /// Facts that a form asks anew for each row.
    private static let own = ["van", "bron", "tot", Rechtsbestand.known]

    func table(_ one: Rechtsbestand.Lijst, of file: String) -> RechtPage.Table {
        let newest = newest(of: one)
        let isKnown = known(one).map { $0 >= today } ?? true
        return RechtPage.Table(
            name: words.table(file, one.plaats), path: RechtPaths.table(file, one.plaats),
            newest: newest?["van"].flatMap(Day.init(written:)).map(words.date) ?? "", source: newest?["bron"] ?? "",
            state: state(of: one),
            advice: isKnown ? nil : words.text("legal.advice_\(words.key(file, one.plaats))") ?? words("legal.advice"))
    }

    /// How far a table is known.
    func state(of one: Rechtsbestand.Lijst) -> Chip {
        guard let day = known(one) else { return Chip(words("legal.open_end"), "calm") }
        return Chip(words("legal.known_until", ["day": words.date(day)]), day >= today ? "calm" : "urgent")
    }

    func rows(of one: Rechtsbestand.Lijst) -> [RechtTabelPage.Row] {
        one.rijen.sorted { ($0["van"] ?? "") > ($1["van"] ?? "") }.map { row in
            RechtTabelPage.Row(
                from: row["van"].flatMap(Day.init(written:)).map(words.date) ?? row["van"] ?? "", facts: facts(of: row),
                source: row["bron"] ?? "")
        }
    }

    func waiting(_ row: Rechtsrij, by: String, decision: String?) -> RechtPage.Waiting {
        RechtPage.Waiting(
            table: words.table(row.bestand, row.lijst), from: words.date(row.van), by: by,
            facts: facts(of: row.rij) + [
                SturingPage.Pair(name: words.fact("bron"), value: row.rij["bron"] ?? "")
            ],
            act: decision.map { RechtPage.Waiting.Act(path: $0) })
    }

    /// The fields of a new row, begun with what holds now.
    func fields(of one: Rechtsbestand.Lijst, sent: FormFields?) -> [Field] {
        let newest = newest(of: one)
        let rest = one.velden.filter { !RechtPageMaker.own.contains($0) }
        let ends = one.velden.contains("tot") ? ["tot"] : one.bekendTot == nil ? [] : [Rechtsbestand.known]
        return (["van"] + ends + ["bron"] + rest).map { name in
            let value = sent?.raw("f.\(name)") ?? (rest.contains(name) ? newest?[name] ?? "" : "")
            let isDay = ["van", "tot", Rechtsbestand.known].contains(name)
            return Field(
                "f.\(name)", words.fact(name), isDay ? .date(value) : .text(value), id: "recht-\(name)",
                isRequired: name == "van" || name == "bron")
        }
    }

    private func facts(of row: Rechtsbestand.Rij) -> [SturingPage.Pair] {
        row.feiten.filter { $0.naam != "van" && $0.naam != "bron" && !$0.waarde.isEmpty }.map {
            SturingPage.Pair(name: words.fact($0.naam), value: $0.waarde)
        }
    }

    private func newest(of one: Rechtsbestand.Lijst) -> Rechtsbestand.Rij? {
        one.rijen.max { ($0["van"] ?? "") < ($1["van"] ?? "") }
    }

    /// The last day for which a table says what holds: beside the list, else in its newest row where all rows end.
    private func known(_ one: Rechtsbestand.Lijst) -> Day? {
        if let day = one.bekendTot { return Day(written: day) }
        guard one.rijen.allSatisfy({ $0["tot"] != nil }) else { return nil }
        return newest(of: one)?["tot"].flatMap(Day.init(written:))
    }
}

extension Words {
    /// The name of a legal table.
    func table(_ file: String, _ list: String) -> String { text("legal.table_\(key(file, list))") ?? "\(file) \(list)" }

    /// A table as the string tables name it.
    func key(_ file: String, _ list: String) -> String {
        file.replacing(".yaml", with: "") + "_" + list.replacing(".", with: "_")
    }

    /// The name of a fact of a row; one in a list by the name of the list.
    func fact(_ name: String) -> String {
        if let known = text("legal.fact_\(name.replacing(".", with: "_"))") { return known }
        let parts = name.split(separator: ".").map(String.init)
        return parts.map { text("legal.fact_\($0)") ?? $0 }.joined(separator: " ")
    }
}

extension RechtsrijRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .unknownTable, .unknownRow: words("legal.unknown")
        case .dayMissing: words("legal.day_missing")
        case .sourceMissing: words("legal.source_missing")
        case .unusable(let flaws): words("legal.unusable", ["what": flaws.map { words($0) }.joined(separator: "; ")])
        case .alreadyDecided: words("legal.already_decided")
        case .ownRow: words("legal.own_row")
        }
    }
}
