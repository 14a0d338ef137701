import Basics
import Journal

/// How a zaak came through its processes, as far as the journal tells.
struct Gang: Sendable {
    /// Steps that were done.
    let done: Set<String>
    /// Flows that a person chose.
    let ways: Set<String>
    /// Steps to which a person brought it past the drawing.
    let jumped: Set<String>
    /// Whether it went over to another version, in which steps may have other ids.
    let hasMoved: Bool

    static let kinds = ["stap_afgerond", "taak_afgerond", "keuze_gemaakt", "afgeweken", "verhuisd"]

    init(_ entries: [JournalEntry]) {
        done = Set(entries.filter { $0.kind.hasSuffix("_afgerond") }.compactMap { $0.content["stap"].text })
        ways = Set(
            entries.filter { $0.kind == "keuze_gemaakt" }.flatMap { $0.content["wegen"].elements ?? [] }.compactMap(
                \.text))
        jumped = Set(entries.compactMap { $0.kind == "afgeweken" ? $0.content["naar"].text : nil })
        hasMoved = entries.contains { $0.kind == "verhuisd" }
    }
}
