public import Basics
import Database
public import Dmn
import Engine
import Feel
import Journal

/// A decision as it stands for a zaak: made by a table, perhaps changed by a person since.
public struct Zaakbesluit: Hashable, Sendable {
    public let beslissing: String
    public let naam: String
    public let model: String
    public let versie: Int
    public let variabele: String
    public let regels: [Int]
    public let waarom: [String]
    public let invoer: [String: JSON]
    public var waarde: JSON
    public var moment: Moment
    /// Why a person chose otherwise than the table; nothing while the table's outcome stands.
    public var reden: String?
    public var door: String

    init?(_ content: JSON, at moment: Moment, by actor: String) {
        guard let decision = content["beslissing"].text, let variable = content["variabele"].text else { return nil }
        beslissing = decision
        variabele = variable
        naam = content["naam"].text ?? decision
        model = content["model"].text ?? ""
        versie = content["versie"].integer ?? 0
        regels = (content["regels"].elements ?? []).compactMap(\.integer)
        waarom = (content["waarom"].elements ?? []).compactMap(\.text)
        invoer = content["invoer"].fields ?? [:]
        waarde = content["waarde"]
        self.moment = moment
        door = actor
    }
}

extension BeslissingStore {
    /// The decisions as they stand for a zaak, in the order in which they were last made.
    public func standing(for zaak: Identifier<Zaak>) throws -> [Zaakbesluit] {
        let rows = try tx.rows(
            """
            SELECT kind, content, moment, actor FROM journal
            WHERE subject_kind = 'zaak' AND subject_id = \(zaak.text)
                AND kind IN ('beslissing_genomen', 'beslissing_herzien')
            ORDER BY number
            """)
        return try rows.reduce(into: []) { standing, row in
            let (content, actor): (JSON, String) = (try row["content"], try row["actor"])
            let known = standing.firstIndex { $0.variabele == content["variabele"].text }
            if try row["kind"] == "beslissing_herzien" {
                guard let known else { return }
                standing[known].waarde = content["waarde"]
                standing[known].reden = content["reden"].text
                standing[known].door = actor
                standing[known].moment = try row["moment"]
            } else if let made = Zaakbesluit(content, at: try row["moment"], by: actor) {
                if let known { standing.remove(at: known) }
                standing.append(made)
            }
        }
    }
}

extension Zaakbesluit {
    /// The outcomes that its table can give, as texts; empty where they are not listed.
    public func outcomes(in beslissingen: Beslissingen, on day: Day) -> [String] {
        let decision = beslissingen.version(of: beslissing, on: day)?.program.model.decisions.first {
            $0.id == beslissing
        }
        return decision?.table?.outcomes ?? []
    }
}

extension DmnTable {
    /// The texts that the only output may be, or that its rules give.
    public var outcomes: [String] {
        guard outputs.count == 1 else { return [] }
        let written = outputs[0].allowed ?? rules.compactMap { $0.outputs.first?.text }.joined(separator: ",")
        var seen: Set<String> = []
        return written.split(separator: ",").compactMap { part -> String? in
            let text = part.trimmed
            guard text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") else { return nil }
            return String(text.dropFirst().dropLast())
        }.filter { seen.insert($0).inserted }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let end = lastIndex { !$0.isWhitespace }
        return end.map { self[...$0].drop(while: \.isWhitespace) } ?? ""
    }
}

extension Zaak {
    /// A person sets the outcome of a decision otherwise, with a reason; what the process asks of it later sees that.
    public struct Herziening: Sendable {
        public var zaak: Identifier<Zaak>
        public var variabele: String
        public var waarde: String
        public var reden: String

        public init(zaak: Identifier<Zaak>, variabele: String, waarde: String, reden: String) {
            self.zaak = zaak
            self.variabele = variabele
            self.waarde = waarde
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            let zaak = try act.openZaak(zaak)
            guard zaak.opgeschort == nil else { throw ZaakRefusal.standsStill }
            guard let made = try act.tx.beslissingen.standing(for: zaak.id).first(where: { $0.variabele == variabele })
            else { throw BeslissingRefusal.notMade(variabele) }
            let allowed = made.outcomes(in: act.playbook.beslissingen, on: act.today)
            guard allowed.contains(waarde) else { throw BeslissingRefusal.notAnOutcome(waarde) }
            try act.record(
                "beslissing_herzien", of: zaak.id,
                [
                    "beslissing": .string(made.beslissing), "naam": .string(made.naam),
                    "variabele": .string(variabele), "was": made.waarde, "waarde": .string(waarde),
                    "reden": .string(reden),
                ])
            try act.perform(.setVariables([variabele: .string(waarde)]), on: zaak)
        }
    }
}
