public import Basics
public import Database
import Journal
import Zaken

/// A change that can be measured against the test questions beside what is in force, and is then published or thrown away.
public struct Wijzigingsvoorstel: Hashable, Sendable, Identifiable {
    public enum Besluit: String, Sendable, CaseIterable { case gepubliceerd, weggegooid }

    public let id: Identifier<Wijzigingsvoorstel>
    public let wijziging: Wijziging
    public let moment: Moment
    public let door: String
    /// How many test questions were asked, and of how many; nothing while measuring has not begun.
    public let gesteld: Int
    public let vragen: Int?
    /// The figures with what is in force and after the change; nothing until all is asked.
    public let uitslag: Proefuitslag?
    public let gemeten: Moment?
    /// When a person stopped the measuring.
    public let gestopt: Moment?
    public let besluit: Besluit?
    public let besloten: Moment?
    public let beslotenDoor: String?

    public var isOpen: Bool { besluit == nil }

    /// Whether it is being measured, or waits for that.
    public var isMeasuring: Bool { isOpen && uitslag == nil && gestopt == nil }

    /// Whether what is in force is still what it was measured beside.
    public func isCurrent(_ stand: String) -> Bool { uitslag?.stand == stand }
}

extension Wijzigingsvoorstel.Besluit: ColumnValue {}

/// Why an act on a proposed change is refused.
public enum VoorstelRefusal: Error, Hashable, Sendable {
    case unknown
    /// It was published or thrown away already.
    case decided
    /// Nobody knows yet what it does.
    case unmeasured
    /// What is in force changed after it was measured.
    case overtaken
    /// So many test questions that went right go wrong.
    case worse(Int)
}

extension Wijzigingsvoorstel {
    var subject: Subject { Subject(kind: "voorstel", id: id.text) }
}

/// The changes that were proposed, inside one transaction.
public struct VoorstelStore {
    let tx: Transaction

    public func find(_ id: Identifier<Wijzigingsvoorstel>) throws -> Wijzigingsvoorstel? {
        try tx.first("\(VoorstelStore.all) WHERE id = \(id)").flatMap(Wijzigingsvoorstel.init(row:))
    }

    /// Those that nobody decided on, the newest first; a drawing or table that was published or thrown away waits for nothing.
    public func open(limit: Int) throws -> [Wijzigingsvoorstel] {
        try tx.rows("\(VoorstelStore.all) WHERE besluit IS NULL ORDER BY moment DESC, id DESC LIMIT \(limit)")
            .compactMap(Wijzigingsvoorstel.init(row:)).filter { one in
                guard case .ontwerp(let draft) = one.wijziging else { return true }
                return try tx.ontwerpen.find(draft) != nil
            }
    }

    func add(_ one: Wijzigingsvoorstel) throws {
        let opgave: Bronopgave? = if case .bron(let opgave) = one.wijziging { opgave } else { nil }
        try tx.run(
            """
            INSERT INTO wijzigingsvoorstellen (id, soort, gegevens, bestand, tekst, moment, door, gesteld)
            VALUES (\(one.id), \(one.wijziging.soort), \(one.wijziging.json), \(opgave?.hash), \(opgave?.tekst),
                \(one.moment), \(one.door), 0)
            """)
    }

    /// Says how far measuring is; false for one that was decided or stopped meanwhile.
    func progress(_ id: Identifier<Wijzigingsvoorstel>, asked: Int, of all: Int) throws -> Bool {
        try tx.run(
            """
            UPDATE wijzigingsvoorstellen SET gesteld = \(asked), vragen = \(all)
            WHERE id = \(id) AND besluit IS NULL AND gestopt IS NULL
            """) > 0
    }

    func stop(_ id: Identifier<Wijzigingsvoorstel>, at now: Moment) throws {
        try tx.run("UPDATE wijzigingsvoorstellen SET gestopt = \(now) WHERE id = \(id)")
    }

    func finish(_ id: Identifier<Wijzigingsvoorstel>, _ uitslag: Proefuitslag, at now: Moment) throws {
        try tx.run(
            """
            UPDATE wijzigingsvoorstellen
            SET nu = \(uitslag.nu), straks = \(uitslag.straks), stand = \(uitslag.stand), gemeten = \(now)
            WHERE id = \(id) AND besluit IS NULL AND gestopt IS NULL
            """)
    }

    /// Forgets what was measured, to measure again.
    func restart(_ id: Identifier<Wijzigingsvoorstel>) throws {
        try tx.run(
            """
            UPDATE wijzigingsvoorstellen
            SET gesteld = 0, vragen = NULL, nu = NULL, straks = NULL, stand = NULL, gemeten = NULL, gestopt = NULL
            WHERE id = \(id)
            """)
    }

    /// Keeps what was decided, and forgets the file of a source that nothing else names.
    func decide(_ one: Wijzigingsvoorstel, _ besluit: Wijzigingsvoorstel.Besluit, by door: String, at now: Moment)
        throws
    {
        try tx.run(
            """
            UPDATE wijzigingsvoorstellen
            SET besluit = \(besluit), besloten = \(now), besloten_door = \(door), bestand = NULL, tekst = NULL
            WHERE id = \(one.id) AND besluit IS NULL
            """)
        guard case .bron(let opgave) = one.wijziging else { return }
        for hash in Set([opgave.hash, opgave.tekst]) { try tx.inhoud.forget(hash) }
    }

    private static let all: Query =
        """
        SELECT id, soort, gegevens, moment, door, gesteld, vragen, nu, straks, stand, gemeten, gestopt, besluit,
            besloten, besloten_door
        FROM wijzigingsvoorstellen
        """
}

extension Wijzigingsvoorstel {
    fileprivate init?(row: Row) throws {
        guard let wijziging = Wijziging(try row["soort"], try row["gegevens"]) else { return nil }
        let (now, then, stand): (JSON?, JSON?, String?) = (try row["nu"], try row["straks"], try row["stand"])
        var uitslag: Proefuitslag?
        if let now, let then, let stand { uitslag = Proefuitslag(nu: now, straks: then, stand: stand) }
        self.init(
            id: try row["id"], wijziging: wijziging, moment: try row["moment"], door: try row["door"],
            gesteld: try row["gesteld"], vragen: try row["vragen"], uitslag: uitslag, gemeten: try row["gemeten"],
            gestopt: try row["gestopt"], besluit: try row["besluit"], besloten: try row["besloten"],
            beslotenDoor: try row["besloten_door"])
    }
}

extension Transaction {
    public var voorstellen: VoorstelStore { VoorstelStore(tx: self) }
}
