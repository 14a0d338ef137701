import Basics
import Hummingbird
import Klanten
import Zaken

/// Search over zaken and people.
struct ZoekenController: Sendable {
    let desk: Desk
    private static let size = 50

    var routes: RouteCollection<SignedInContext> {
        RouteCollection(context: SignedInContext.self)
            .get(SearchPaths.search.router, use: search)
            .get(SearchPaths.people.router, use: people)
    }

    @Sendable func search(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await answer(request, context, kind: request.query("soort").flatMap(Zoekregel.Soort.init(rawValue:)))
    }

    @Sendable func people(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await answer(request, context, kind: .klant)
    }

    private func answer(_ request: Request, _ context: SignedInContext, kind: Zoekregel.Soort?) async throws -> Response
    {
        try context.require(.klantZien)
        let question = request.query("q") ?? ""
        let asked = Zoekvraag(question, soort: kind, facet: request.query("stand"))
        let page = min(1_000, max(1, request.query("p").flatMap { Int($0) } ?? 1))
        let (found, amounts, meant) = try await desk.office.read { tx in
            let found = try tx.zoekindex.search(
                asked, limit: ZoekenController.size + 1, offset: (page - 1) * ZoekenController.size)
            let meant = try found.treffers.isEmpty ? tx.zoekindex.meant(by: asked) : nil
            let helps = try meant.map { try !tx.zoekindex.search(Zoekvraag($0), limit: 1).treffers.isEmpty } ?? false
            return (found, try tx.zaken.amounts(of: found.treffers.map(\.verwijzing)), helps ? meant : nil)
        }
        if let only = ZoekenController.only(found, of: question) { return .seeOther(only) }
        if kind != nil, found.treffers.isEmpty, page == 1, asked.facet == nil, !found.facetten.isEmpty {
            return .seeOther(SearchPaths.search() + "?q=" + question.formEncoded)
        }
        let maker = ZoekenPageMaker(
            found: found, amounts: amounts, meant: meant, question: question, kind: kind, facet: asked.facet,
            page: page, size: ZoekenController.size,
            playbook: desk.office.playbook, words: desk.face.words(context))
        return try await desk.face.draw(maker.made(), context)
    }

    /// Who types a whole number of a zaak wants that zaak.
    private static func only(_ found: Zoekindex.Antwoord, of question: String) -> String? {
        found.treffers.first { $0.soort == .zaak && $0.titel.lowercased() == question.lowercased() }?.path
    }
}

extension Zoekregel {
    var path: String {
        switch soort {
        case .klant: KlantPaths.klant(verwijzing)
        case .zaak: ZaakPaths.zaak(verwijzing)
        }
    }
}

/// Makes the page of what was found.
struct ZoekenPageMaker {
    let found: Zoekindex.Antwoord
    /// What is open, by the identifier of a hit.
    let amounts: [String: Money]
    /// The question as it may have been meant.
    let meant: String?
    let question: String
    let kind: Zoekregel.Soort?
    let facet: String?
    let page: Int
    let size: Int
    let playbook: Playbook
    let words: Words

    func made() -> ZoekenPage {
        ZoekenPage(
            question: question,
            summary: question.isEmpty
                ? "" : words(found.isAfgekapt ? "search.found_many" : "search.found", count: total),
            hits: found.treffers.prefix(size).map(hit), facets: found.facetten.isEmpty ? [] : [kinds] + states,
            empty: found.treffers.isEmpty ? empty : nil, paging: paging)
    }

    private var total: Int {
        found.facetten.filter { (kind == nil || $0.soort == kind) && (facet == nil || $0.facet == facet) }.map(\.aantal)
            .reduce(0, +)
    }

    private func hit(_ one: Zoekregel) -> ZoekenPage.Hit {
        ZoekenPage.Hit(
            kind: words("search.kind_\(one.soort.rawValue)"), title: one.titel, path: one.path, detail: one.ondertitel,
            facet: Chip(name(of: one.facet, one.soort), one.soort == .zaak ? "accent" : ""),
            open: amounts[one.verwijzing].map(words.money) ?? "")
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

    private var kinds: ZoekenPage.Facet {
        let all = Way(
            words("search.all"), path(), current: kind == nil,
            count: words.number(found.facetten.map(\.aantal).reduce(0, +)))
        let each = Zoekregel.Soort.allCases.map { soort in
            Way(
                words("search.kinds_\(soort.rawValue)"), path(kind: soort), current: kind == soort,
                count: words.number(found.facetten.filter { $0.soort == soort }.map(\.aantal).reduce(0, +)))
        }
        return ZoekenPage.Facet(name: words("search.kind"), ways: [all] + each)
    }

    private var states: [ZoekenPage.Facet] {
        guard let kind else { return [] }
        let ways = found.facetten.filter { $0.soort == kind }.map { one in
            Way(
                name(of: one.facet, kind), path(kind: kind, facet: one.facet), current: facet == one.facet,
                count: words.number(one.aantal))
        }
        return ways.isEmpty ? [] : [ZoekenPage.Facet(name: words("search.status"), ways: ways)]
    }

    private var empty: Empty {
        question.isEmpty
            ? Empty(title: words("search.ask"), text: words("search.ask_text"), way: nil)
            : Empty(
                title: words("search.nothing"), text: words("search.ask_text"),
                way: meant.map {
                    Way(words("search.meant", ["what": $0]), SearchPaths.search() + "?q=\($0.formEncoded)")
                })
    }

    private var paging: Paging? {
        guard page > 1 || found.treffers.count > size else { return nil }
        let first = (page - 1) * size + 1
        let text = words(
            "common.range",
            [
                "from": words.number(first), "to": words.number(first + min(size, found.treffers.count) - 1),
                "all": words.number(total),
            ])
        return Paging(
            text: text, previous: page > 1 ? path(kind: kind, facet: facet, page: page - 1) : nil,
            next: found.treffers.count > size ? path(kind: kind, facet: facet, page: page + 1) : nil)
    }

    private func path(kind: Zoekregel.Soort? = nil, facet: String? = nil, page: Int = 1) -> String {
        var parts = ["q=\(question.formEncoded)"]
        if let kind { parts.append("soort=\(kind.rawValue)") }
        if let facet { parts.append("stand=\(facet.formEncoded)") }
        if page > 1 { parts.append("p=\(page)") }
        return SearchPaths.search() + "?" + parts.joined(separator: "&")
    }
}
