import Basics
import Engine
import Foundation
import Incasso
import Klanten
import Zaken

/// Makes the page of what was found.
struct ZoekenPageMaker {
    let look: ZoekenLook
    let asked: ZoekenAsked
    let playbook: Playbook
    let words: Words

    private var found: Zoekindex.Antwoord { look.found }
    private var today: Day { asked.choices.today }

    func made() -> ZoekenPage {
        let hits = asked.kind == .written ? [] : look.exact.map(hit) + found.treffers.prefix(ZoekenAsked.size).map(hit)
        let written = look.written.prefix(ZoekenAsked.size).map(written)
        return ZoekenPage(
            question: asked.question, kind: asked.kind?.rawValue, summary: asked.question.isEmpty ? "" : summary,
            hits: hits, written: Array(written),
            allWritten: asked.kind == nil && look.countWritten > look.written.count
                ? Way(words("search.all_written", ["n": number(look.countWritten)]), asked.path(kind: .written)) : nil,
            kinds: asked.question.isEmpty || isNowhere ? nil : kinds,
            facets: asked.question.isEmpty || isNowhere ? [] : states + choices,
            empty: hits.isEmpty && written.isEmpty ? empty : nil, paging: paging)
    }

    /// A number as it is, or that it is more than was counted.
    private func number(_ count: Int) -> String {
        count > Zoekindex.most ? words("search.more_than", ["n": words.number(Zoekindex.most)]) : words.number(count)
    }

    private var summary: String {
        if asked.kind == .written {
            return words("search.found", count: look.countWritten, ["n": number(look.countWritten)])
        }
        guard found.vangst.isAfgekapt else { return words("search.found", count: total + look.exact.count) }
        return words("search.found_many", ["n": words.number(Zoekindex.most)])
    }

    /// Whether nothing has these words, of whatever kind.
    private var isNowhere: Bool { found.facetten.isEmpty && look.countWritten == 0 && !asked.isNarrowed }

    /// How many there are of what is shown.
    private var total: Int {
        switch asked.kind {
        case .written: look.countWritten
        case .zaken: look.total
        case .people: count(of: .klant) { asked.facet == nil || $0 == asked.facet }
        case nil: found.facetten.map(\.aantal).reduce(0, +)
        }
    }

    private func count(of soort: Zoekregel.Soort, where isMeant: (String) -> Bool = { _ in true }) -> Int {
        found.facetten.filter { $0.soort == soort && isMeant($0.facet) }.map(\.aantal).reduce(0, +)
    }

    private func hit(_ one: Zoekregel) -> ZoekenPage.Hit {
        ZoekenPage.Hit(
            kind: words("search.kind_\(one.soort.rawValue)"), title: one.titel, path: one.path, detail: one.ondertitel,
            facet: Chip(name(of: one.facet, one.soort), one.soort == .zaak ? "accent" : ""),
            open: look.amounts[one.verwijzing].map(words.money) ?? "")
    }

    private func written(_ one: Geschrevenregel) -> ZoekenPage.Written {
        let (text, moment) = (one.geschreven, one.geschreven.moment)
        let by = look.colleagues.name(of: text.door, words)
        return ZoekenPage.Written(
            kind: words("search.kind_\(text.soort.rawValue)"), title: "\(one.nummer) · \(one.klant)",
            path: ZaakPaths.zaak(text.zaak), excerpt: text.tekst.excerpt(around: asked.zoekvraag.woorden),
            who: "\(by), \(words.moment(moment, today: today))", machine: moment.description)
    }

    private var kinds: ZoekenPage.Facet {
        let all = found.facetten.map(\.aantal).reduce(0, +)
        let of: (ZoekenAsked.Kind) -> String = { kind in
            switch kind {
            case .people: words.number(count(of: .klant))
            case .zaken: words.number(count(of: .zaak))
            case .written: number(look.countWritten)
            }
        }
        let shown = ZoekenAsked.Kind.allCases.filter { asked.seesPeople || $0 != .people }
        let everything = Way(
            words("search.all"), asked.path(kind: nil), current: asked.kind == nil, count: words.number(all))
        return ZoekenPage.Facet(
            name: words("search.kind"),
            ways: (asked.seesPeople ? [everything] : [])
                + shown.map {
                    Way(
                        words("search.kinds_\($0.rawValue)"), asked.path(kind: $0), current: asked.kind == $0,
                        count: of($0))
                })
    }

    /// People by what they are.
    private var states: [ZoekenPage.Facet] {
        guard asked.kind == .people else { return [] }
        let ways = found.facetten.filter { $0.soort == .klant }.map { one in
            let isChosen = asked.facet == one.facet
            return Way(
                name(of: one.facet, .klant), asked.path(kind: .people, facet: isChosen ? nil : one.facet),
                current: isChosen, count: words.number(one.aantal))
        }
        return ways.count < 2 && asked.facet == nil ? [] : [ZoekenPage.Facet(name: words("search.person"), ways: ways)]
    }

    /// Zaken by where they stand, with whom, for whom and since when; a choice once more takes it away.
    private var choices: [ZoekenPage.Facet] {
        Zaakverfijning.Soort.allCases.compactMap { soort in
            let values = (look.values[soort] ?? []).filter { !$0.waarde.isEmpty }
            guard !values.isEmpty, values.count > 1 || asked.choices.keuzes[soort] != nil else { return nil }
            let ways = ordered(values, soort).prefix(12).map { one in
                let isChosen = asked.choices.keuzes[soort] == one.waarde
                var next = asked.choices.keuzes
                next[soort] = isChosen ? nil : one.waarde
                return Way(
                    name(of: one.waarde, soort), asked.path(kind: .zaken, choices: next), current: isChosen,
                    count: words.number(one.aantal))
            }
            return ZoekenPage.Facet(name: words("search.by_\(soort.rawValue)"), ways: Array(ways))
        }
    }

    private func ordered(_ values: [Zaakverfijning.Aantal], _ soort: Zaakverfijning.Soort) -> [Zaakverfijning.Aantal] {
        guard soort == .periode else { return values }
        return Zaakverfijning.Periode.allCases.compactMap { one in values.first { $0.waarde == one.rawValue } }
    }

    private func name(of value: String, _ soort: Zaakverfijning.Soort) -> String {
        switch soort {
        case .stand: name(of: value, .zaak)
        case .stap:
            [Stap.code(value), playbook.processen.called(value).map { Stap.name(words.drawn($0)) } ?? ""].filter {
                !$0.isEmpty
            }
            .joined(separator: " ")
        case .team:
            value.split(separator: ",").map { words.text("groups.\($0)") ?? String($0) }
                .joined(separator: words("common.or"))
        case .schuldeiser: look.creditors[value] ?? value
        case .periode: words("search.period_\(value)")
        }
    }

    private func name(of facet: String, _ soort: Zoekregel.Soort) -> String {
        switch soort {
        case .klant: words.text("search.person_\(facet)") ?? facet
        case .zaak:
            playbook.zaaktypen.values.lazy.compactMap { type in
                type.statussen.first { $0.code == facet }?.omschrijving[words.language.rawValue]
            }.first ?? facet
        }
    }

    private var empty: Empty {
        if asked.question.isEmpty {
            return Empty(title: words("search.ask"), text: words("search.ask_text"), way: nil)
        }
        let wider =
            asked.kind != nil && asked.seesPeople
            ? Way(words("search.everywhere"), asked.path(kind: nil)) : nil
        return Empty(
            title: words("search.nothing"), text: words("search.ask_text"),
            way: look.meant.map {
                Way(words("search.meant", ["what": $0]), SearchPaths.search() + "?q=\($0.formEncoded)")
            } ?? wider)
    }

    private var paging: Paging? {
        let shown = asked.kind == .written ? look.written.count : found.treffers.count
        let (size, page) = (ZoekenAsked.size, asked.page)
        guard page > 1 || shown > size else { return nil }
        let first = (page - 1) * size + 1
        let isMany =
            asked.kind == .written
            ? look.countWritten > Zoekindex.most : found.vangst.isAfgekapt && !asked.isNarrowed
        let text = words(
            "common.range",
            [
                "from": words.number(first), "to": words.number(first + min(size, shown) - 1),
                "all": isMany ? words("search.more_than", ["n": words.number(Zoekindex.most)]) : words.number(total),
            ])
        func way(_ page: Int) -> String {
            asked.path(kind: asked.kind, facet: asked.facet, choices: asked.choices.keuzes, page: page)
        }
        return Paging(
            text: text, previous: page > 1 ? way(page - 1) : nil, next: shown > size ? way(page + 1) : nil)
    }
}

extension String {
    /// The part of a text where the first of some beginnings of words stands.
    func excerpt(around beginnings: [String], reach: Int = 90) -> String {
        let flat = split(whereSeparator: \.isNewline).joined(separator: " ")
        let found = beginnings.compactMap {
            flat.range(of: $0, options: [.caseInsensitive, .diacriticInsensitive])?.lowerBound
        }.min()
        guard let found else { return String(flat.prefix(2 * reach)) }
        let start = flat.index(found, offsetBy: -reach, limitedBy: flat.startIndex) ?? flat.startIndex
        let end = flat.index(found, offsetBy: reach, limitedBy: flat.endIndex) ?? flat.endIndex
        return (start > flat.startIndex ? "… " : "") + flat[start..<end] + (end < flat.endIndex ? " …" : "")
    }
}
