import Basics
import Exchange
import Foundation
import Incasso
import Jobs
import Subprocess
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("A signal that is called to a municipality")
struct SignaalpostTests {
    static let kluis = Kluis("een sleutel van tweeëndertig tekens of meer")

    @Test func `the municipality takes it once, with our key, and its answer is kept and told`() async throws {
        let taken = try await withHouse("/goed") { house, post in
            let (_, signal) = try await house.signal()
            try await post()
            let after = try #require(try await house.read { try $0.signalen.find(signal) })
            #expect(after.isAangekomen && after.uitspraak?.reference == "V-17" && after.antwoordcode == 201)
            try await post()
            #expect(try await house.read { try $0.signalen.find(signal) } == after)
        }
        #expect(taken["key"] == "Bearer geheim" && taken["once"].text?.isEmpty == false)
        #expect(taken["body"]["leveringen"][0]["vroegsignalen"][0]["ID"] == taken["once"])
    }

    @Test func `what it refuses is for a person, in the municipality's own words`() async throws {
        try await withHouse("/fout") { house, post in
            let (zaak, signal) = try await house.signal()
            try await post()
            let after = try #require(try await house.read { try $0.signalen.find(signal) })
            #expect(after.staat == .geweigerd && after.uitspraak?.words == "onbekende partner")
            let taak = try await house.read { try $0.taken.waiting(for: zaak.id, formulier: "signaal_afleveren") }
            #expect(taak.map(\.waarom) == ["Zonnedorp: onbekende partner"])
        }
    }

    @Test(arguments: ["/vol", "/dicht"])
    func `who is busy, or does not know our key, has not answered: it is tried again`(_ path: String) async throws {
        try await withHouse(path) { house, post in
            let (_, signal) = try await house.signal()
            await #expect(throws: (any Error).self) { try await post() }
            let after = try #require(try await house.read { try $0.signalen.find(signal) })
            #expect(after.staat == .klaar && after.isOnderweg && after.antwoordcode == nil)
            let job = try #require(try await house.read { try $0.jobs.find(key: after.sendingKey) })
            #expect(job.lastError != nil && job.attempts == 1)
        }
    }

    @Test func `with a key that does not open nothing leaves`() async throws {
        try await withHouse("/goed", kluis: .temporary()) { house, post in
            let (_, signal) = try await house.signal()
            await #expect(throws: KluisRefusal.otherKey("gemeente:9999")) { try await post() }
            #expect(try await house.read { try $0.signalen.find(signal)?.staat } == .klaar)
        }
    }

    @Test func `an objection while it waits keeps it here, for good`() async throws {
        try await withHouse("/goed") { house, post in
            let (zaak, signal) = try await house.signal()
            try await house.act { act in
                try Signaalbewijs.Adding(
                    zaak: zaak.id, soort: .bezwaar, dag: act.today, bewijs: "mail van de klant", door: .anja
                ).run(in: act)
            }
            try await post()
            let after = try #require(try await house.read { try $0.signalen.find(signal) })
            #expect(after.ingetrokken == .bezwaar && !after.isAangekomen && after.antwoordcode == nil)
        }
    }

    @Test func `what is paid before it leaves is not told`() async throws {
        try await withHouse("/goed") { house, post in
            let (_, signal) = try await house.signal()
            try await house.pay(.euros(600), from: .noor)
            try await post()
            #expect(try await house.read { try $0.signalen.find(signal)?.ingetrokken } == .voldaan)
        }
    }

    /// A house beside a municipality that answers as its path says; `post` does what is due for signals. What the
    /// municipality took first; nothing where it took nothing.
    @discardableResult
    private func withHouse(
        _ path: String, kluis own: Kluis? = nil,
        _ body: @Sendable @escaping (TestHouse, @Sendable () async throws -> Void) async throws -> Void
    ) async throws -> JSON {
        let script = String(#filePath.split(separator: "KanalenTests/SignaalpostTests")[0]) + "Servers/gemeente.py"
        let result = try await run(
            .name("env"), arguments: ["/usr/bin/python3", script], input: .none, output: .sequence, error: .discarded
        ) { execution in
            var lines = execution.standardOutput.strings().makeAsyncIterator()
            let hello = try JSON(parsing: try #require(try await lines.next()))
            let port = try #require(hello["port"].integer)
            try await TestDatabase.memory.with { db in
                let house = try await TestHouse(db)
                let kluis = try #require(SignaalpostTests.kluis)
                try await house.act { act in
                    let open = Gemeente(
                        code: "9999", naam: "Zonnedorp", plaatsen: ["Zonnedorp"],
                        adres: "http://127.0.0.1:\(port)\(path)")
                    try act.tx.gemeenten.put(open.met(sleutel: "geheim", in: kluis))
                }
                let recht = try ShippedContent.shared.get().recht
                let post = Signaalpost(office: house.office, boek: Rechtsboek(recht), kluis: own ?? kluis)
                let mishap = Mishap()
                let runner = JobRunner(
                    database: db, handlers: [Signaal.sendingKind: post.handler], clock: house.office.clock
                ) {
                    if case .failed(let job, let error) = $0, job.kind == Signaal.sendingKind { mishap.error = error }
                }
                try await body(house) {
                    try await runner.runDue(now: house.clock.now)
                    if let error = mishap.error { throw error }
                }
            }
            try execution.send(signal: .terminate)
            guard let first = try await lines.next() else { return JSON.null }
            return try JSON(parsing: Array(first.utf8))
        }
        return result.closureResult
    }
}

/// What went wrong last.
private final class Mishap: @unchecked Sendable {
    private let lock = NSLock()
    private var last: (any Error)?

    var error: (any Error)? {
        get { lock.withLock { last } }
        set { lock.withLock { last = newValue } }
    }
}

extension TestHouse {
    /// A debtor's arrears of which the municipality must hear, and the signal.
    fileprivate func signal() async throws -> (Zaak, Identifier<Signaal>) {
        try await take(.huur(.noor))
        let zaak = try await zaak(of: .noor)
        try await prove(zaak)
        let recht = try ShippedContent.shared.get().recht
        let came = try await act { try Signaal.Giving(zaak: zaak.id, door: "anja").run(in: $0, recht: recht) }
        guard case .gegeven(let one) = came else { throw SignaalRefusal.unknown }
        return (zaak, one.id)
    }
}
