import Yams

/// How people write down what was agreed in a talk, from `gesprek.yaml`.
struct CallTable: Sendable {
    private let agreed: [DangerPattern]

    static let empty = CallTable(agreed: [])

    private init(agreed: [DangerPattern]) { self.agreed = agreed }

    init(yaml: String) throws {
        agreed = try YAMLDecoder().decode(File.self, from: yaml).afspraak.map(DangerPattern.init)
    }

    private struct File: Decodable { let afspraak: [String] }

    func isAgreement(_ sentence: [Token]) -> Bool { agreed.contains { $0.isMeant(in: sentence) } }
}
