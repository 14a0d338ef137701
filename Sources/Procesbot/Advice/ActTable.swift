import Yams

/// How the steps of instructions and drawings speak of acts, from `handelingen.yaml`.
struct ActTable: Sendable {
    private let acts: [String: [DangerPattern]]

    static let empty = ActTable(acts: [:])

    private init(acts: [String: [DangerPattern]]) { self.acts = acts }

    init(yaml: String) throws {
        acts = try YAMLDecoder().decode(File.self, from: yaml).handelingen.mapValues { $0.map(DangerPattern.init) }
    }

    private struct File: Decodable { let handelingen: [String: [String]] }

    /// Whether a step tells to do an act, and not to leave it.
    func isSpokenOf(_ act: String, in step: [Token]) -> Bool {
        acts[act]?.contains { $0.isSaid(in: step) } ?? false
    }
}
