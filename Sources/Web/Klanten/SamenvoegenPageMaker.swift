import Basics
import Database
import Incasso
import Klanten
import Zaken

/// All that joining two records needs, read in one transaction; a shielded record only for who may see it.
struct SamenvoegenLook: Sendable {
    let partij: Partij
    let hits: [(partij: Partij, gronden: [Partij.Gegeven], zaken: Int)]
    let other: Partij?
    /// What would go along with the other.
    let goes: [(word: String, count: Int)]
    let joined: [(samenvoeging: Samenvoeging, van: Partij?)]
    let colleagues: Colleagues

    init?(
        _ id: Identifier<Partij>, met other: Identifier<Partij>?, _ asked: String, rights: Set<Permission>,
        in tx: Transaction
    ) throws {
        guard let partij = try tx.partijen.find(id), partij.samengevoegdMet == nil else { return nil }
        guard !partij.hidesAddress(from: rights) else { return nil }
        self.partij = partij
        let found =
            asked.isEmpty
            ? try tx.partijen.lookalikes(of: partij)
            : try tx.zoekindex.search(Zoekvraag(asked, soort: .klant), limit: 10).treffers
                .compactMap { try Identifier<Partij>($0.verwijzing).flatMap(tx.partijen.find) }
                .filter { $0.id != id && $0.samengevoegdMet == nil }.map { ($0, $0.shared(with: partij)) }
        hits = try found.filter { !$0.0.hidesAddress(from: rights) }.prefix(10)
            .map { ($0.0, $0.1, try tx.zaken.all(of: $0.0.id).count) }
        let one = try other.flatMap(tx.partijen.find)
        self.other =
            one?.samengevoegdMet == nil && one?.id != id && one?.hidesAddress(from: rights) == false ? one : nil
        goes = try self.other.map { try SamenvoegenLook.goes($0.id, in: tx) } ?? []
        joined = try tx.samenvoegingen.all(into: id).map { ($0, try tx.partijen.find($0.van)) }
        colleagues = Colleagues(all: try tx.gebruikers.all())
    }

    private static func goes(_ id: Identifier<Partij>, in tx: Transaction) throws -> [(word: String, count: Int)] {
        let zaken = try tx.zaken.all(of: id)
        return [
            ("zaken", zaken.count), ("claims", try zaken.map { try tx.vorderingen.all(of: $0.id).count }.reduce(0, +)),
            ("mandates", try tx.machtigingen.all(of: id).count), ("states", try tx.toestanden.all(of: id).count),
        ].filter { $0.1 > 0 }
    }
}

/// Makes the page on which two records of one person are joined.
struct SamenvoegenPageMaker {
    let look: SamenvoegenLook
    let words: Words
    let today: Day
    let asked: String
    let sent: Sent?

    private var partij: Partij { look.partij }
    private var path: String { KlantPaths.joining(partij.id) }

    func page() -> SamenvoegenPage {
        let (comparison, joined) = (look.other.map(comparison), look.joined.map(joined))
        return SamenvoegenPage(
            name: partij.naam, klant: KlantPaths.klant(partij.id), line: line(partij),
            problems: ZaakPage.Problems(
                of: sent, in: [comparison?.form].compactMap(\.self) + joined.compactMap(\.undo)),
            search: path, asked: asked,
            hits: look.hits.map { hit in
                .init(
                    name: hit.partij.naam, line: line(hit.partij), zaken: words("joining.zaken", count: hit.zaken),
                    same: hit.gronden.map { Chip(words("joining.\($0.rawValue)")) },
                    path: path + "?met=\(hit.partij.id)")
            }, comparison: comparison, joined: joined)
    }

    private func line(_ one: Partij) -> String {
        let address = one.adres.map { [$0.regel, $0.plaats].filter { !$0.isEmpty }.joined(separator: ", ") }
        let born = one.geboortedatum.map { words("person.born", ["day": words.date($0)]) }
        return [address, born].compactMap(\.self).joined(separator: " · ")
    }

    private func comparison(_ other: Partij) -> SamenvoegenPage.Comparison {
        SamenvoegenPage.Comparison(
            other: other.naam, otherPath: KlantPaths.klant(other.id),
            rows: Partij.Gegeven.allCases.map { one in
                let (mine, others) = (text(one, of: partij), text(one, of: other))
                return .init(
                    name: words("joining.\(one.rawValue)"), mine: mine ?? words("person.empty"),
                    others: others ?? words("person.empty"), isSame: mine != nil && mine == others)
            }, goes: look.goes.map { words("joining.\($0.word)", count: $0.count) },
            form: Sheet(
                path,
                choices(other)
                    + [
                        Field(
                            "reden", words("joining.why"), .text(""), id: "samenvoegen-reden",
                            hint: words("joining.why_hint"), isRequired: true)
                    ], hidden: [.init(name: "met", value: other.id.text)], sent: sent))
    }

    /// Where both tell something and not the same, which holds from now on.
    private func choices(_ other: Partij) -> [Field] {
        Partij.Gegeven.allCases.compactMap { one in
            guard let mine = text(one, of: partij), let others = text(one, of: other), mine != others else {
                return nil
            }
            return Field(
                "geldt.\(one.rawValue)", words("joining.which", ["what": words("joining.\(one.rawValue)")]),
                .choice([Option("deze", mine, chosen: true), Option("ander", others)]),
                id: "geldt-\(one.rawValue)", isRequired: true)
        }
    }

    private func text(_ one: Partij.Gegeven, of partij: Partij) -> String? {
        switch one {
        case .naam: partij.naam
        case .geboren: partij.geboortedatum.map(words.date)
        case .adres:
            partij.adres.map { [$0.regel, $0.postcode, $0.plaats].filter { !$0.isEmpty }.joined(separator: ", ") }
        case .telefoon: partij.telefoon
        case .email: partij.email
        case .iban: partij.iban?.accountEnd
        case .kanaal: words("person.channel_\(partij.voorkeurskanaal.rawValue)")
        case .taal: words("person.language_\(partij.taal.rawValue)")
        }
    }

    private func joined(_ one: (samenvoeging: Samenvoeging, van: Partij?)) -> SamenvoegenPage.Joined {
        let it = one.samenvoeging
        let who = look.colleagues.name(of: Medewerker(it.door))
        let undo =
            it.teruggedraaid == nil
            ? Sheet(
                KlantPaths.parting(it.id),
                [Field("reden", words("zaak.reason"), .text(""), id: "uiteen-\(it.id)", isRequired: true)], sent: sent)
            : nil
        return SamenvoegenPage.Joined(
            title: one.van?.naam ?? "",
            detail: [words.moment(it.moment, today: today), who, words("joining.zaken", count: it.zaken), it.reden]
                .joined(separator: " · "),
            state: it.teruggedraaid == nil
                ? Chip(words("joining.is_joined"), "calm") : Chip(words("joining.is_parted"), "note"), undo: undo)
    }
}

extension SamenvoegingRefusal {
    func sentence(_ words: Words) -> String {
        switch self {
        case .unknown: words("joining.unknown")
        case .andereSoort: words("joining.other_kind")
        case .heeftPauze: words("joining.has_pause")
        case .nietMeer: words("joining.no_more")
        }
    }
}
