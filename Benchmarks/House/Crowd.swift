import Basics
import Foundation
import Zaken

/// Many callers who complete the same few taken, so that all but one of them come second each time.
struct Crowd {
    let callers: Int
    /// The zaken that all of them work on.
    let zaken: Int
    /// Callers beside them who each have their own zaken.
    let others: Int
    let duration: Double

    private struct Tally: Sendable {
        var done = 0
        var refused = 0
    }

    func run(on location: String) async throws {
        try await withDatabase(location) { database in
            let house = try await StepHouse(database)
            let all = try await house.open(zaken + others)
            let (shared, own) = (Array(all.prefix(zaken)), all.dropFirst(zaken))
            let end = ContinuousClock.now + .milliseconds(Int(duration * 1_000))
            async let crowd = tally((0..<callers).map { _ in shared }, in: house, until: end)
            async let quiet = tally(own.map { [$0] }, in: house, until: end)
            let (first, second) = try await (crowd, quiet)
            print(
                "\(callers) callers on \(zaken) zaken: \(rate(first.done)) steps/s, \(rate(first.refused)) refusals/s")
            if others > 0 {
                print("\(others) beside them: \(rate(second.done)) steps/s, \(rate(second.refused)) refusals/s")
            }
        }
    }

    private func rate(_ count: Int) -> String { brief(Double(count) / duration) }

    /// Each caller works on a list of zaken of its own or of all.
    private func tally(
        _ lists: [[Identifier<Zaak>]], in house: StepHouse, until end: ContinuousClock.Instant
    ) async throws -> Tally {
        try await withThrowingTaskGroup(of: Tally.self) { group in
            for list in lists { group.addTask { try await work(list, in: house, until: end) } }
            return try await group.reduce(into: Tally()) {
                $0.done += $1.done
                $0.refused += $1.refused
            }
        }
    }

    private func work(
        _ zaken: [Identifier<Zaak>], in house: StepHouse, until end: ContinuousClock.Instant
    ) async throws -> Tally {
        var tally = Tally()
        while ContinuousClock.now < end, let zaak = zaken.randomElement() {
            for taak in try await house.list([zaak]) {
                do {
                    try await house.step(taak)
                    tally.done += 1
                } catch is TaakRefusal {
                    tally.refused += 1
                }
            }
        }
        return tally
    }
}
