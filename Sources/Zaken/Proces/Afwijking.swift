public import Basics
public import Database
import Engine

/// A person goes another way than the drawing, with a reason: an act of its own that stays in the record.
public struct Afwijking: Hashable, Sendable, Identifiable {
    public let id: Identifier<Afwijking>
    public let zaak: Identifier<Zaak>
    public let vanStap: String
    public let naarStap: String
    public let reden: String
    /// Where the reason stands, such as a work instruction or an advice.
    public let bron: String?
    public let moment: Moment
    public let door: String
}

/// The deviations, inside one transaction.
public struct AfwijkingStore {
    let tx: Transaction

    public func all(of zaak: Identifier<Zaak>) throws -> [Afwijking] {
        try tx.rows(
            """
            SELECT id, zaak_id, van_stap, naar_stap, reden, bron, moment, door FROM afwijkingen
            WHERE zaak_id = \(zaak) ORDER BY moment, id
            """
        ).map {
            Afwijking(
                id: try $0["id"], zaak: try $0["zaak_id"], vanStap: try $0["van_stap"], naarStap: try $0["naar_stap"],
                reden: try $0["reden"], bron: try $0["bron"], moment: try $0["moment"], door: try $0["door"])
        }
    }

    /// Keeps a deviation, with what the process could choose by at that moment.
    func add(_ afwijking: Afwijking, _ feiten: Keuzefeiten?) throws {
        try tx.run(
            """
            INSERT INTO afwijkingen (id, zaak_id, van_stap, naar_stap, reden, bron, moment, door, feiten)
            VALUES (\(afwijking.id), \(afwijking.zaak), \(afwijking.vanStap), \(afwijking.naarStap), \(afwijking.reden),
                \(afwijking.bron), \(afwijking.moment), \(afwijking.door), \(feiten.map { JSON($0.feiten) }))
            """)
    }
}

extension Transaction {
    public var afwijkingen: AfwijkingStore { AfwijkingStore(tx: self) }
}

extension Zaak {
    /// Leaves the step where a taak waits and goes on at another step of the same process; a taak that a colleague has is taken over
    /// first.
    public struct Deviation: Sendable {
        public var taak: Identifier<Taak>
        public var naarStap: String
        public var reden: String
        public var bron: String?
        public var door: Medewerker
        /// What that person may do.
        public var als: Bevoegdheid

        public init(
            taak: Identifier<Taak>, naarStap: String, reden: String, bron: String? = nil, door: Medewerker,
            als: Bevoegdheid
        ) {
            self.als = als
            self.taak = taak
            self.naarStap = naarStap
            self.reden = reden
            self.bron = bron
            self.door = door
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            guard let taak = try act.tx.taken.find(taak) else { throw TaakRefusal.unknownTaak }
            let zaak = try act.openZaak(taak.zaak)
            guard zaak.opgeschort == nil else { throw TaakRefusal.resting }
            guard let element = try act.element(of: taak) else { throw TaakRefusal.notThisKind }
            try act.requireOwn(taak, of: door, als: als)
            try act.requireWay(to: naarStap, on: zaak, als: als)
            let name = try act.requireSidestep(from: element, to: naarStap, on: zaak, als: als)
            try act.tx.afwijkingen.add(
                Afwijking(
                    id: act.newID(), zaak: zaak.id, vanStap: taak.stap, naarStap: naarStap, reden: reden, bron: bron,
                    moment: act.now, door: door.rawValue),
                Keuzefeiten(of: zaak.id, in: act.playbook.processen, act.tx))
            try act.record(
                "afgeweken", of: zaak.id,
                [
                    "van": .string(taak.stap), "vanNaam": .string(taak.naam), "naar": .string(naarStap),
                    "naarNaam": name.map { .string($0) } ?? .null, "reden": .string(reden),
                ])
            try act.perform(.move(element, to: naarStap, reason: reden), on: zaak)
        }
    }
}
