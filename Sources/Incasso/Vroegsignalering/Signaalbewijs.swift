public import Basics
public import Database
public import Recht
public import Zaken

/// What a person adds to the steps before a signal, with its proof.
public struct Signaalbewijs: Hashable, Sendable, Identifiable {
    public let id: Identifier<Signaalbewijs>
    public let zaak: Identifier<Zaak>
    public let soort: Bewijsstuk.Soort
    public let dag: Day
    public var kanaal: String?
    public var dagdeel: ContactAttempt.PartOfDay?
    public var bereikt: Bool
    public let bewijs: String
    public var document: Identifier<Document>?
    public let door: String
    /// When it was taken back, because it was wrong or no longer holds.
    public var ingetrokken: Moment?

    var stuk: Bewijsstuk {
        var stuk = Bewijsstuk(soort, on: dag, from: .toegevoegd(id, door: door))
        (stuk.kanaal, stuk.dagdeel, stuk.bereikt) = (kanaal, dagdeel, bereikt)
        (stuk.bewijs, stuk.document) = (bewijs, document)
        return stuk
    }
}

extension Signaalbewijs {
    /// Someone adds a piece of proof.
    public struct Adding: Sendable {
        public var zaak: Identifier<Zaak>
        public var soort: Bewijsstuk.Soort
        public var dag: Day
        public var kanaal: String?
        public var dagdeel: ContactAttempt.PartOfDay?
        public var bereikt: Bool
        public var bewijs: String
        public var document: Identifier<Document>?
        public var door: Medewerker

        public init(
            zaak: Identifier<Zaak>, soort: Bewijsstuk.Soort, dag: Day, kanaal: String? = nil,
            dagdeel: ContactAttempt.PartOfDay? = nil, bereikt: Bool = false, bewijs: String,
            document: Identifier<Document>? = nil, door: Medewerker
        ) {
            (self.zaak, self.soort, self.dag) = (zaak, soort, dag)
            (self.kanaal, self.dagdeel, self.bereikt) = (kanaal, dagdeel, bereikt)
            (self.bewijs, self.document, self.door) = (bewijs, document, door)
        }

        @discardableResult
        public func run(in act: Act) throws -> Signaalbewijs {
            _ = try act.openZaak(zaak)
            guard !bewijs.allSatisfy(\.isWhitespace) else { throw SignaalRefusal.proofMissing }
            guard dag <= act.today else { throw SignaalRefusal.dayToCome }
            if let document, try act.tx.documenten.find(document)?.zaak != zaak { throw SignaalRefusal.unknown }
            if soort == .contact, kanaal == nil || dagdeel == nil { throw SignaalRefusal.howMissing }
            let one = Signaalbewijs(
                id: act.newID(), zaak: zaak, soort: soort, dag: dag, kanaal: soort == .contact ? kanaal : nil,
                dagdeel: soort == .contact ? dagdeel : nil, bereikt: soort == .contact && bereikt,
                bewijs: String(bewijs.prefix(1_000)), document: document, door: door.rawValue)
            try act.tx.signaalbewijzen.add(one, at: act.now)
            try act.record(
                "bewijs_toegevoegd", of: zaak,
                ["bewijs": .string(one.bewijs), "voor": .string(soort.rawValue), "dag": JSON(dag)])
            if let why = soort.forbids { try act.stopSignals(of: zaak, because: why) }
            return one
        }
    }

    /// Someone takes proof back, with a reason; it stays readable in the journal.
    public struct Withdrawal: Sendable {
        public var bewijs: Identifier<Signaalbewijs>
        public var reden: String

        public init(bewijs: Identifier<Signaalbewijs>, reden: String) {
            self.bewijs = bewijs
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            guard let one = try act.tx.signaalbewijzen.find(bewijs), one.ingetrokken == nil else {
                throw SignaalRefusal.unknown
            }
            try act.tx.signaalbewijzen.withdraw(bewijs, at: act.now)
            try act.record(
                "bewijs_ingetrokken", of: one.zaak, ["voor": .string(one.soort.rawValue), "reden": .string(reden)])
        }
    }
}

/// Why an act around the signal to the municipality is refused.
public enum SignaalRefusal: Error, Hashable {
    case proofMissing, dayToCome, unknown
    /// A contact says by which channel and on which part of the day.
    case howMissing
    /// A municipality cannot have told what came of a signal before this day, on which it was given.
    case beforeSignal(Day)
    /// Nobody entered to which municipality this town belongs.
    case gemeenteOnbekend(String)
    case codeNotFourDigits
    /// A municipality is entered anew under a code that is known already.
    case codeTaken
    case nameMissing
    /// The address for signals is not one of https.
    case notAnAddress
}

extension Bewijsstuk.Soort: ColumnValue {}

extension Bewijsstuk.Soort {
    /// Why nothing may go to the municipality once this is known; nothing for a step on the way there.
    fileprivate var forbids: Signaal.Intrekking? {
        switch self {
        case .bezwaar: .bezwaar
        case .vertrokken: .vertrokken
        case .contact, .schuldhulp, .herinnering, .aanbod: nil
        }
    }
}

extension ContactAttempt.PartOfDay: ColumnValue {}

/// What people added, inside one transaction.
public struct SignaalbewijsStore {
    let tx: Transaction
    private static let select: Query =
        """
        SELECT id, zaak_id, soort, dag, kanaal, dagdeel, bereikt, bewijs, document_id, door, ingetrokken
        FROM signaalbewijzen
        """

    /// All of a zaak, also what was taken back, the oldest day first.
    public func all(of zaak: Identifier<Zaak>) throws -> [Signaalbewijs] {
        try tx.rows("\(SignaalbewijsStore.select) WHERE zaak_id = \(zaak) ORDER BY dag, id")
            .map(Signaalbewijs.init(row:))
    }

    public func find(_ id: Identifier<Signaalbewijs>) throws -> Signaalbewijs? {
        try tx.first("\(SignaalbewijsStore.select) WHERE id = \(id)").map(Signaalbewijs.init(row:))
    }

    func add(_ one: Signaalbewijs, at now: Moment) throws {
        try tx.run(
            """
            INSERT INTO signaalbewijzen (id, zaak_id, soort, dag, kanaal, dagdeel, bereikt, bewijs, document_id, door,
                moment)
            VALUES (\(one.id), \(one.zaak), \(one.soort), \(one.dag), \(one.kanaal), \(one.dagdeel), \(one.bereikt),
                \(one.bewijs), \(one.document), \(one.door), \(now))
            """)
    }

    func withdraw(_ id: Identifier<Signaalbewijs>, at now: Moment) throws {
        try tx.run("UPDATE signaalbewijzen SET ingetrokken = \(now) WHERE id = \(id) AND ingetrokken IS NULL")
    }
}

extension Signaalbewijs {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row["id"], zaak: try row["zaak_id"], soort: try row["soort"], dag: try row["dag"],
            kanaal: try row["kanaal"], dagdeel: try row["dagdeel"], bereikt: try row["bereikt"],
            bewijs: try row["bewijs"], document: try row["document_id"], door: try row["door"],
            ingetrokken: try row["ingetrokken"])
    }
}

extension Transaction {
    public var signaalbewijzen: SignaalbewijsStore { SignaalbewijsStore(tx: self) }
}
