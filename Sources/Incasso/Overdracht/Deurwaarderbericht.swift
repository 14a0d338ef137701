public import Basics
public import Database
public import Exchange
public import Journal
public import Zaken

/// What became of one status that a bailiff reported.
public struct Deurwaarderbericht: Hashable, Sendable {
    public enum Uitkomst: String, Hashable, Sendable { case verwerkt, bekend, geweigerd }

    /// Why a status moved nothing; a stable word, and what it is about.
    public enum Reden: Hashable, Sendable, Error {
        case onbekendeStatus(String)
        /// There is none, or this bailiff never had it: who asks does not learn which.
        case onbekendeZaak
        case nietOvergedragen
        case gesloten
        case staatStil
        /// The zaak waits for other steps.
        case wachtNiet([String])
        case ongeldig([String])
        case verboden(String)
        /// Something else went wrong with this line; what kind of thing.
        case storing(String)

        public var word: String {
            switch self {
            case .onbekendeStatus: "onbekende_status"
            case .onbekendeZaak: "onbekende_zaak"
            case .nietOvergedragen: "niet_overgedragen"
            case .gesloten: "gesloten"
            case .staatStil: "staat_stil"
            case .wachtNiet: "wacht_niet"
            case .ongeldig: "ongeldig"
            case .verboden: "verboden"
            case .storing: "storing"
            }
        }

        public var detail: [String] {
            switch self {
            case .onbekendeStatus(let word), .verboden(let word), .storing(let word): [word]
            case .wachtNiet(let steps): steps
            case .ongeldig(let fields): fields
            case .onbekendeZaak, .nietOvergedragen, .gesloten, .staatStil: []
            }
        }

        var text: String { ([word] + detail).joined(separator: "|") }
    }

    public let kenmerk: String
    public let status: String
    public let uitkomst: Uitkomst
    /// The word of the reason and what it is about, with bars between.
    public let waarom: String?
    public let zaak: Identifier<Zaak>?
    public let moment: Moment
}

/// Takes in what a bailiff reports, line by line: each in a transaction of its own, each once.
public struct Deurwaarderpost: Sendable {
    let office: Office
    /// The bailiff who reports; nothing when someone of the house hands in a file.
    let deurwaarder: String?
    let actor: Actor
    let bron: String

    public init(office: Office, deurwaarder: String?, actor: Actor, bron: String) {
        (self.office, self.deurwaarder, self.actor, self.bron) = (office, deurwaarder, actor, bron)
    }

    public func run(_ reports: [BailiffReport]) async throws -> [Deurwaarderbericht] {
        var results: [Deurwaarderbericht] = []
        for report in reports { results.append(try await take(report)) }
        return results
    }

    private func take(_ report: BailiffReport) async throws -> Deurwaarderbericht {
        do {
            return try await office.act(as: actor) { act in try move(report, act) }
        } catch let error {
            let reason = Deurwaarderbericht.Reden(error)
            return try await office.act(as: actor) { act in
                let zaak = try mine(report, act)
                return try act.keep(report, .geweigerd, reason.text, zaak?.id, key(report), bron)
            }
        }
    }

    /// The zaak that a line is about; nothing for a bailiff to whom it was never handed over.
    private func mine(_ report: BailiffReport, _ act: Act) throws -> Zaak? {
        guard let zaak = try act.tx.zaken.find(nummer: report.reference) else { return nil }
        guard let deurwaarder else { return zaak }
        return try act.tx.overdrachten.all(of: zaak.id).contains { $0.deurwaarder == deurwaarder } ? zaak : nil
    }

    private func key(_ report: BailiffReport) -> String {
        ([report.reference, report.status] + report.facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
            .joined(separator: "\u{1F}")
    }

    private func move(_ report: BailiffReport, _ act: Act) throws -> Deurwaarderbericht {
        typealias Reden = Deurwaarderbericht.Reden
        guard let status = Deurwaarder.Status(word: report.status) else { throw Reden.onbekendeStatus(report.status) }
        guard let zaak = try mine(report, act) else { throw Reden.onbekendeZaak }
        if try act.tx.deurwaarderberichten.isKnown(key(report)) {
            return try act.keep(report, .bekend, nil, zaak.id, key(report), bron)
        }
        guard zaak.isOpen else { throw Reden.gesloten }
        guard let handed = try act.tx.overdrachten.running(for: zaak.id) else { throw Reden.nietOvergedragen }
        if let deurwaarder, handed.deurwaarder != deurwaarder { throw Reden.nietOvergedragen }
        guard zaak.opgeschort == nil else { throw Reden.staatStil }
        let waiting = try act.tx.taken.waiting(for: zaak.id)
        guard let taak = waiting.first(where: { $0.stap == status.stap && $0.soort == .formulier }) else {
            throw Reden.wachtNiet(waiting.map(\.stap))
        }
        var answers = report.facts
        if let day = answers.removeValue(forKey: "datum"), answers[status.datumveld] == nil {
            answers[status.datumveld] = day
        }
        try Taak.Completion(
            taak: taak.id, invoer: answers, door: .deurwaarder, als: .onbegrensd
        ).run(in: act)
        try act.record(
            "deurwaarder_meldt", of: zaak.id, ["stap": .string(status.stap), "bron": .string(bron)])
        return try act.keep(report, .verwerkt, nil, zaak.id, key(report), bron)
    }
}

extension Deurwaarderbericht.Reden {
    /// The reason in an error; one line that goes wrong never keeps the others from coming in.
    fileprivate init(_ error: any Error) {
        switch error {
        case let reason as Deurwaarderbericht.Reden: self = reason
        case TaakRefusal.invalid(let fields): self = .ongeldig(fields.map(\.field))
        case let refusal as ToestandRefusal: self = .verboden(refusal.code)
        case let refusal as PoortRefusal: self = .verboden(refusal.code)
        case let refusal as VerjaringRefusal: self = .verboden(refusal.code)
        default: self = .storing(String(describing: type(of: error)))
        }
    }
}

extension Deurwaarderbericht.Uitkomst: ColumnValue {}

extension Act {
    fileprivate func keep(
        _ report: BailiffReport, _ uitkomst: Deurwaarderbericht.Uitkomst, _ waarom: String?,
        _ zaak: Identifier<Zaak>?, _ key: String, _ bron: String
    ) throws -> Deurwaarderbericht {
        let one = Deurwaarderbericht(
            kenmerk: String(report.reference.prefix(100)), status: String(report.status.prefix(100)),
            uitkomst: uitkomst, waarom: waarom.map { String($0.prefix(400)) }, zaak: zaak, moment: now)
        let id: Identifier<Deurwaarderbericht> = newID()
        try tx.run(
            """
            INSERT INTO deurwaarderberichten (id, kenmerk, status, sleutel, uitkomst, waarom, zaak_id, bron, moment)
            VALUES (\(id), \(one.kenmerk), \(one.status), \(key), \(one.uitkomst), \(one.waarom), \(zaak), \(bron),
                \(now))
            """)
        return one
    }
}

/// What bailiffs reported, inside one transaction.
public struct DeurwaarderberichtStore {
    let tx: Transaction

    func isKnown(_ key: String) throws -> Bool {
        try tx.first("SELECT id FROM deurwaarderberichten WHERE sleutel = \(key) AND uitkomst = 'verwerkt'") != nil
    }

    /// The newest that came in.
    public func newest(limit: Int) throws -> [Deurwaarderbericht] {
        try tx.rows(
            """
            SELECT kenmerk, status, uitkomst, waarom, zaak_id, moment FROM deurwaarderberichten
            ORDER BY moment DESC, id DESC LIMIT \(limit)
            """
        ).map {
            Deurwaarderbericht(
                kenmerk: try $0["kenmerk"], status: try $0["status"], uitkomst: try $0["uitkomst"],
                waarom: try $0["waarom"], zaak: try $0["zaak_id"], moment: try $0["moment"])
        }
    }
}

extension Transaction {
    public var deurwaarderberichten: DeurwaarderberichtStore { DeurwaarderberichtStore(tx: self) }
}
