public import Basics
public import Database
import Jobs
import Journal
import Zaken

/// A mailbox whose mails come in as they arrive there, each once; nothing in it is moved or thrown away.
public struct Postbus: Sendable {
    public static let jobKind = "post.bus"
    public static let clockKind = WatchedFolder.clockKind(jobKind)
    /// Mails that are taken in one look; the next look goes on.
    public static let most = 100

    /// How far a mailbox was read: its numbering and the last message taken.
    public struct Stand: Hashable, Sendable {
        public let nummering: Int
        public let laatste: Int

        public init(nummering: Int, laatste: Int) { (self.nummering, self.laatste) = (nummering, laatste) }
    }

    /// A message with where it stands; without bytes when it is longer than may be.
    public struct Bericht: Sendable {
        public let stand: Stand
        public let bytes: [UInt8]?

        public init(stand: Stand, bytes: [UInt8]?) { (self.stand, self.bytes) = (stand, bytes) }
    }

    private let naam: String
    private let nieuwe: @Sendable (Stand?) async throws -> [Bericht]

    /// `nieuwe` gives what came after a stand, oldest first.
    public init(naam: String, nieuwe: @escaping @Sendable (Stand?) async throws -> [Bericht]) {
        (self.naam, self.nieuwe) = (naam, nieuwe)
    }

    /// Looks once: takes what came, and remembers after each how far it is, so that a look that is cut off goes on from there.
    public func look(with kantoor: Postkantoor) async throws {
        let naam = naam
        let stand = try await kantoor.office.read { try $0.poststukken.stand(of: naam) }
        for bericht in try await nieuwe(stand) {
            let refusal = try await refusal(of: bericht, kantoor)
            try await kantoor.office.act(as: .system("post")) { act in
                try act.tx.poststukken.keep(bericht.stand, of: naam)
                guard let refusal else { return }
                try act.record(
                    "post_geweigerd", of: Subject(kind: "post", id: "postbus"),
                    ["naam": .string("\(bericht.stand.laatste)"), "reden": .string(refusal.rawValue)])
            }
        }
    }

    /// Why a message is no mail for us; nothing when it was taken.
    private func refusal(of bericht: Bericht, _ kantoor: Postkantoor) async throws -> MailRefusal? {
        guard let bytes = bericht.bytes else { return .tooLarge }
        do {
            _ = try await kantoor.neem(bytes, als: .system("post"))
            return nil
        } catch let refusal as MailRefusal { return refusal }
    }

    /// Orders a look now, and the moment at which the next is ordered.
    public static func order(at now: Moment, every minutes: Int, _ tx: Transaction) throws {
        try WatchedFolder.order(jobKind, at: now, every: minutes, tx)
    }

    /// Orders a look now, because the server told of mail; one that is under way is done again, since it may have missed it.
    public static func order(at now: Moment, _ tx: Transaction) throws {
        try tx.jobs.order(kind: jobKind, due: now, key: jobKind)
    }

    public static func cancel(_ tx: Transaction) throws { try WatchedFolder.cancel(jobKind, tx) }
}

extension PoststukStore {
    func stand(of bus: String) throws -> Postbus.Stand? {
        try tx.first("SELECT nummering, laatste FROM postbussen WHERE naam = \(bus)").map { row in
            Postbus.Stand(nummering: try row["nummering"], laatste: try row["laatste"])
        }
    }

    func keep(_ stand: Postbus.Stand, of bus: String) throws {
        try tx.run(
            """
            INSERT INTO postbussen (naam, nummering, laatste) VALUES (\(bus), \(stand.nummering), \(stand.laatste))
            ON CONFLICT (naam) DO UPDATE SET nummering = excluded.nummering, laatste = excluded.laatste
            """)
    }
}
