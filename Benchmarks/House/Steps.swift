import Basics
import Database
import Foundation
import Incasso
import Klanten
import TestHouse
import Zaken

/// Completes taken, each in a durable transaction of its own: the form, the process's step, the next taak, the journal.
struct Steps {
    /// Taken on the list that each caller works off before it asks for the next list.
    private static let each = 64

    let callers: Int
    /// The seconds that it may take.
    var duration = Double(24 * 3_600)
    /// The most that all callers do together, so that two runs differ in nothing but this.
    var most = Int.max / 2

    func run(on location: String) async throws {
        try await withDatabase(location) { database in
            let house = try await StepHouse(database)
            let zaken = try await house.open(callers * Steps.each)
            let (start, before) = (ContinuousClock.now, processorTime())
            let count = try await burst(zaken, in: house, until: start + .milliseconds(Int(duration * 1_000)))
            let took = Double((ContinuousClock.now - start) / .microseconds(1)) / 1_000_000
            print(
                "\(brief((processorTime() - before) / Double(max(1, count)) * 1_000_000)) µs of this program's processor a step"
            )
            print(brief(Double(count) / took))
        }
    }

    /// Each caller works off one list after the other until the time is up; returns the steps that were made.
    private func burst(
        _ zaken: [Identifier<Zaak>], in house: StepHouse, until end: ContinuousClock.Instant
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for caller in 0..<callers {
                let own = Array(zaken[caller * Steps.each..<(caller + 1) * Steps.each])
                group.addTask {
                    var count = 0
                    while ContinuousClock.now < end, count < most / callers {
                        for taak in try await house.list(own) where ContinuousClock.now < end && count < most / callers
                        {
                            try await house.step(taak)
                            count += 1
                        }
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
    }
}

/// The house with a process in which one taak follows another for ever.
struct StepHouse: Sendable {
    private static let process = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="benchmark">
          <process id="meting" isExecutable="true">
            <startEvent id="begin"/><exclusiveGateway id="weer"/><userTask id="stap" name="Stap"/>
            <sequenceFlow id="f1" sourceRef="begin" targetRef="weer"/>
            <sequenceFlow id="f2" sourceRef="weer" targetRef="stap"/>
            <sequenceFlow id="f3" sourceRef="stap" targetRef="weer"/>
          </process>
        </definitions>
        """

    let house: TestHouse

    init(_ database: Database) async throws {
        house = try await TestHouse(database, at: wall()) { playbook in
            let shipped = try String(contentsOfFile: packageRoot + "/Content/zaaktypen/incasso.yaml", encoding: .utf8)
            playbook.zaaktypen[Vordering.zaaktype] = try Zaaktype(
                yaml: shipped.replacing("proces: incasso", with: "proces: meting"))
        }
        let deployment = try Deployment(bron: StepHouse.process)
        try await house.act { try deployment.run(in: $0) }
        try await house.office.reloadProcesses()
    }

    /// As many zaken as there are callers, each of a debtor of its own.
    func open(_ count: Int) async throws -> [Identifier<Zaak>] {
        try await house.act { act in
            try (1...count).map { number in
                let item = Post(.nummer(number), "F\(act.now)-\(number)", vervalt: act.today, .euros(100)).item
                guard case .added(let zaak) = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: item).run(in: act)
                else { throw ZaakRefusal.unknownZaak }
                try Zaak.Start(zaak: zaak).run(in: act)
                return zaak
            }
        }
    }

    /// The taken that wait in these zaken.
    func list(_ zaken: [Identifier<Zaak>]) async throws -> [Identifier<Taak>] {
        try await house.read { tx in try zaken.flatMap { try tx.taken.waiting(for: $0).map(\.id) } }
    }

    /// At the moment that it is, as identifiers and indexes go by it.
    func step(_ taak: Identifier<Taak>) async throws {
        house.clock.move(to: wall())
        try await house.act { act in
            try Taak.Completion(taak: taak, invoer: [:], door: .anja, als: .onbegrensd).run(in: act)
        }
    }
}
