import Basics
import Database
import Incasso
import Klanten
import Zaken

/// What a search found, read in one transaction.
struct ZoekenLook: Sendable {
    let found: Zoekindex.Antwoord
    /// What is known by the amount or the account that was typed.
    let exact: [Zoekregel]
    /// What is open, by the identifier of a hit.
    let amounts: [String: Money]
    /// What zaken can be narrowed by.
    let values: [Zaakverfijning.Soort: [Zaakverfijning.Aantal]]
    /// The zaken that meet all choices.
    let total: Int
    let written: [Geschrevenregel]
    let countWritten: Int
    /// The question as it may have been meant.
    let meant: String?
    let creditors: [String: String]
    let colleagues: Colleagues

    init(_ asked: ZoekenAsked, in tx: Transaction) throws {
        let (question, size) = (asked.zoekvraag, ZoekenAsked.size)
        let offset = (asked.page - 1) * size
        found = try tx.zoekindex.search(
            question, limit: asked.kind == .written ? 0 : size + 1, offset: offset, waar: asked.choices.clause())
        let known = found.treffers.map(\.verwijzing)
        exact = try tx.exact(asked).filter { !known.contains($0.verwijzing) }
        amounts = try tx.zaken.amounts(of: exact.map(\.verwijzing) + known)
        countWritten = try tx.geschreven.count(question, atMost: Zoekindex.most + 1)
        let few = asked.kind == nil && asked.page == 1 ? 3 : 0
        written = try tx.geschreven.search(
            question, limit: asked.kind == .written ? size + 1 : few, offset: asked.kind == .written ? offset : 0)
        let vangst = found.vangst
        // Among very many the zaken are narrowed once they are chosen.
        let isNarrowing = asked.kind == .zaken || asked.kind == nil && !vangst.isAfgekapt
        values =
            isNarrowing && !question.woorden.isEmpty
            ? try Dictionary(
                uniqueKeysWithValues: Zaakverfijning.Soort.allCases.map {
                    ($0, try asked.choices.values(of: $0, among: vangst, in: tx))
                }) : [:]
        // Each zaak has one period, so that its count under the other choices is that of the zaken.
        let chosen = asked.choices.keuzes[.periode]
        total = (values[.periode] ?? []).filter { chosen == nil || $0.waarde == chosen }.map(\.aantal).reduce(0, +)
        let isEmpty = found.treffers.isEmpty && exact.isEmpty && written.isEmpty && !question.woorden.isEmpty
        let maybe = isEmpty && !asked.isNarrowed ? try tx.zoekindex.meant(by: question) : nil
        let helps = try maybe.map { try !tx.zoekindex.search(Zoekvraag($0), limit: 1).treffers.isEmpty } ?? false
        meant = helps ? maybe : nil
        creditors = Dictionary(try tx.schuldeisers.all().map { ($0.code, $0.naam) }) { first, _ in first }
        colleagues = Colleagues(all: try tx.gebruikers.all())
    }

    /// Who types a whole number of a zaak wants that zaak.
    func only(of question: String) -> String? {
        found.treffers.first { $0.soort == .zaak && $0.titel.lowercased() == question.lowercased() }?.path
    }

    /// Whether nothing of what was asked is there, but something else is.
    var isElsewhere: Bool { found.treffers.isEmpty && (!found.facetten.isEmpty || countWritten > 0) }
}

extension Transaction {
    /// The zaken in which exactly this amount is open, or the people with this account; nothing for other words.
    fileprivate func exact(_ asked: ZoekenAsked) throws -> [Zoekregel] {
        guard asked.page == 1, !asked.isNarrowed else { return [] }
        switch asked.kind {
        case nil: return try zoekindex.regels(holders(asked) + owing(asked))
        case .zaken: return try zoekindex.regels(owing(asked))
        case .people: return try zoekindex.regels(holders(asked))
        case .written: return []
        }
    }

    /// An amount is written with its cents or its sign: a bare number may be anything.
    private func owing(_ asked: ZoekenAsked) throws -> [String] {
        let text = asked.question.trimmingSpace
        guard text.contains(",") || text.contains("€"), let amount = Money(written: text), amount > .zero else {
            return []
        }
        return try zaken.open(bedrag: amount, limit: 20).map(\.id.text)
    }

    private func holders(_ asked: ZoekenAsked) throws -> [String] {
        let account = asked.question.filter { !$0.isWhitespace }.uppercased()
        guard asked.seesPeople, (15...34).contains(account.count), account.prefix(2).allSatisfy(\.isLetter) else {
            return []
        }
        return try partijen.all(withIBAN: account).map(\.id.text)
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
