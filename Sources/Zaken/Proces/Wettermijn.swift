public import Basics
import Engine

/// A time that the law gives someone between two works of services, whatever a drawing says.
public struct Wettermijn: Hashable, Sendable {
    /// The work after which it runs, with the inputs that tell it apart.
    public let na: String
    public let met: [String: JSON]
    /// The work before which it must be over.
    public let voor: String
    /// The days that the law gives, and the days from the one work to the other that takes at least.
    public let wet: Int
    public let dagen: Int
    public let artikel: String

    public init(na: String, met: [String: JSON], voor: String, wet: Int, dagen: Int, artikel: String) {
        (self.na, self.met, self.voor, self.wet, self.dagen, self.artikel) = (na, met, voor, wet, dagen, artikel)
    }
}

/// The times that the law gives, as they are in force; kept among the services.
public struct Wettermijnen: Sendable {
    let all: @Sendable () -> [Wettermijn]

    public init(_ all: @escaping @Sendable () -> [Wettermijn]) { self.all = all }
}

extension Playbook {
    /// Where a drawing lets less time pass than the law gives.
    func brokenTerms(of definition: ProcessDefinition) -> [Diagnostic] {
        (diensten.kept(Wettermijnen.self)?.all() ?? []).flatMap { term in
            definition.waits(
                from: term.begins, to: { $0.fixedService?.name == term.voor }, knowing: atStart(of: definition)
            )
            .filter { $0.days < term.dagen }
            .map { wait in
                let after = wait.from.name ?? wait.from.id
                let before = wait.to.name ?? wait.to.id
                return Diagnostic(
                    .warning, "law-term",
                    "leaves \(wait.days) days between “\(after)” and “\(before)”; the law gives \(term.wet) days after delivery, so at least \(term.dagen) (\(term.artikel))",
                    line: (wait.timer ?? wait.to).line, element: (wait.timer ?? wait.to).title)
            }
        }
    }

    /// What a zaak of this process knows as it begins; of one that is only called, what any zaak does.
    private func atStart(of definition: ProcessDefinition) -> [String: JSON] {
        let own = zaaktypen(beginningWith: definition.key.process)
        let kinds = own.isEmpty ? zaaktypen.values.sorted { $0.code < $1.code } : own
        return kinds.reduce(into: [:]) { known, kind in known.merge(kind.variabelen) { first, _ in first } }
    }
}

extension Wettermijn {
    fileprivate func begins(_ node: Node) -> Bool {
        guard let work = node.fixedService, work.name == na else { return false }
        return met.allSatisfy { work.inputs[$0.key] == $0.value }
    }
}
