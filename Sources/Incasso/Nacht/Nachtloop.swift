public import Basics
import Database
import Jobs
import Journal
public import Recht
public import Zaken

/// The run of a night over all open claims: interest, terms, states, arrangements, and what falls due tomorrow.
///
/// It goes through the claims by id in small transactions, each with the place it reached; so it can stop anywhere and go on there.
/// It writes only what differs, so a second run changes nothing.
public struct Nachtloop: Sendable {
    /// The job that runs it each night.
    public static let kind = "nacht"

    public let office: Office
    public let recht: RechtTables
    /// Claims in one transaction.
    let size: Int

    public init(office: Office, recht: RechtTables, size: Int = 5_000) {
        self.office = office
        self.recht = recht
        self.size = size
    }

    /// What a run did.
    public struct Verslag: Hashable, Sendable {
        public var vorderingen = 0
        public var gewijzigd = 0
        public var signalen: [Nachtsignaal: Int] = [:]
        /// Arrangements and states that nothing would have looked at any more, and now something will.
        public var hersteld = 0
        /// What could not be computed or mended, and why.
        public var mislukt = Nachtmislukkingen()
        public var isKlaar = false
    }

    /// Runs for a day, or goes on where the run of that day stopped; `progress` hears how many claims were done and may stop it.
    @discardableResult
    public func run(on dag: Day, progress: (Int) -> Bool = { _ in true }) async throws -> Verslag {
        var report = Verslag()
        let begun = try await begin(dag)
        let lezer = try await office.read { [recht] in try Nachtlezer(dag, recht: recht, in: $0) }
        var batch = try await read(lezer, after: begun.klaar == nil ? begun.tot : "")
        while let last = batch.last {
            guard !Task.isCancelled, progress(report.vorderingen) else { return report }
            async let next = read(lezer, after: last)
            try await write(batch, last, on: dag, isNoted: begun.klaar == nil)
            report.vorderingen += batch.claims
            report.gewijzigd += batch.changed.count
            report.mislukt.add(batch.mislukt)
            batch = try await next
        }
        try await finish(dag, isFirst: begun.klaar == nil, &report)
        report.isKlaar = true
        return report
    }

    private func begin(_ dag: Day) async throws -> Nachtlooptijd {
        let now = office.clock()
        return try await office.database.write { tx in
            try tx.nacht.begin(dag, at: now)
            guard let run = try tx.nacht.run(of: dag) else { throw ZaakRefusal.changedMeanwhile }
            return run
        }
    }

    private func read(_ lezer: Nachtlezer, after: String) async throws -> Nachtbatch {
        try await office.read { [size] in try lezer.batch(after: after, size: size, in: $0) }
    }

    private func write(_ batch: Nachtbatch, _ last: String, on dag: Day, isNoted: Bool) async throws {
        guard isNoted || !batch.changed.isEmpty else { return }
        try await office.database.write { tx in
            try tx.nacht.write(batch.changed, on: dag)
            if isNoted {
                try tx.nacht.reached(last, claims: batch.claims, changed: batch.changed.count, on: dag)
            }
        }
    }

    private func finish(_ dag: Day, isFirst: Bool, _ report: inout Verslag) async throws {
        let now = office.clock()
        if isFirst || report.gewijzigd > 0 { try await office.database.write { try $0.nacht.finish(dag, at: now) } }
        let mended = try await office.act(as: .system("nacht")) { [recht] in try $0.herstelBewaking(recht) }
        report.hersteld = mended.aantal
        for one in mended.mislukt { report.mislukt.add(one) }
        for kind in Nachtsignaal.allCases {
            report.gewijzigd += try await office.database.write { [recht] in
                try $0.nacht.signal(kind, on: dag, recht: recht)
            }
        }
        try await office.act(as: .system("nacht")) { try Procesbericht.tidy(in: $0) }
        report.signalen = try await office.read { try $0.nacht.counts() }
    }
}

extension Act {
    /// Does something about one zaak in a part of its own: what fails there undoes that part only, and is noted with why.
    func alone(
        _ zaak: Identifier<Zaak>, failed: inout [Nachtmislukking], _ body: () throws -> Void
    ) throws {
        do { try tx.nested(body) } catch let fault as DatabaseError { throw fault } catch {
            failed.append(Nachtmislukking(.zaak(zaak), error))
        }
    }

    /// Sees to it that every running arrangement, and every state that passed its expected end, will be looked at.
    fileprivate func herstelBewaking(
        _ recht: RechtTables
    ) throws -> (aantal: Int, mislukt: [Nachtmislukking]) {
        let grace = recht.arrangements.value(on: today)?.graceDays ?? 0
        var failed: [Nachtmislukking] = []
        let arrangements = try tx.rows(
            """
            SELECT r.zaak_id FROM regelingen r JOIN zaken z ON z.id = r.zaak_id AND z.afgesloten IS NULL
            WHERE r.staat = 'lopend' AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.key = 'termijn:' || r.zaak_id
                AND j.state <> 'parked')
            ORDER BY r.zaak_id
            """)
        for row in arrangements {
            let zaak: Identifier<Zaak> = try row["zaak_id"]
            try alone(zaak, failed: &failed) {
                guard let regeling = try tx.regelingen.running(for: zaak) else { return }
                try Termijnbewaking(zaak: regeling.zaak, speling: grace).plan(for: regeling, in: self)
            }
        }
        let states = try tx.rows(
            """
            SELECT t.id FROM toestanden t
            WHERE t.opgeheven IS NULL AND t.verwacht_einde < \(today)
                AND NOT EXISTS (SELECT 1 FROM taken k WHERE k.id = t.taak_id AND k.staat IN ('open', 'rust'))
                AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.key = 'toestand:' || t.id AND j.state <> 'parked')
                AND EXISTS (SELECT 1 FROM zaken z WHERE z.partij_id = t.partij_id AND z.afgesloten IS NULL)
            ORDER BY t.id
            """)
        for row in states {
            let id: Identifier<Toestand> = try row["id"]
            try tx.jobs.order(
                kind: Toestandbewaking.kind, payload: ["toestand": .string(id.text)], due: now,
                key: Toestandbewaking.key(id))
        }
        let asked = try askAnew(failed: &failed)
        try tx.nacht.failed(on: Set(failed.compactMap(\.over.zaak)), on: today)
        return (arrangements.count + states.count + asked, failed)
    }
}
