public import Basics
public import Database

/// What someone wrote down about a zaak: facts and agreements, no more than is needed to help.
public struct Notitie: Hashable, Sendable, Identifiable {
    public let id: Identifier<Notitie>
    public let zaak: Identifier<Zaak>
    public let tekst: String
    public let moment: Moment
    public let door: String
}

/// The notes, inside one transaction.
public struct NotitieStore {
    let tx: Transaction

    public func all(of zaak: Identifier<Zaak>) throws -> [Notitie] {
        try tx.rows(
            "SELECT id, zaak_id, tekst, moment, door FROM notities WHERE zaak_id = \(zaak) ORDER BY moment DESC, id DESC"
        ).map {
            Notitie(
                id: try $0["id"], zaak: try $0["zaak_id"], tekst: try $0["tekst"], moment: try $0["moment"],
                door: try $0["door"])
        }
    }

    func add(_ note: Notitie) throws {
        try tx.run(
            """
            INSERT INTO notities (id, zaak_id, tekst, moment, door)
            VALUES (\(note.id), \(note.zaak), \(note.tekst), \(note.moment), \(note.door))
            """)
    }
}

extension Transaction {
    public var notities: NotitieStore { NotitieStore(tx: self) }
}
