import Basics
public import Engine
import Journal

extension Deployment {
    /// A person withdraws a version: no zaak begins with it any more, and no process calls it anew. The version before takes its place;
    /// where there is none, nothing may begin with the process or call it.
    public struct Withdrawal: Sendable {
        public var versie: DefinitionKey
        public var reden: String

        public init(_ versie: DefinitionKey, reden: String) {
            (self.versie, self.reden) = (versie, reden)
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            let all = try act.tx.processen.deployed(versie.process)
            let current = all.filter { $0.ingetrokken == nil }
            guard current.contains(where: { $0.key == versie }) else { throw DeploymentRefusal.unknownVersion }
            if current.count == 1 { try act.requireUnused(versie.process) }
            try act.tx.processen.withdraw(versie, at: act.now)
            if current.first?.key == versie {
                let next = current.dropFirst().first
                let voorgangers = Set(all.map(\.hash))
                let shown = next ?? current[0]
                let publicatie = Publicatie(
                    .proces, code: shown.key.process, naam: shown.naam, bron: shown.bron, vanaf: act.today,
                    voorgangers: voorgangers)
                try (next == nil ? act.playbook.naIntrekking : act.playbook.naPublicatie)(publicatie, act)
            }
            try act.record(
                "proces_ingetrokken", of: Subject(kind: "proces", id: versie.process),
                ["versie": JSON(versie.version), "reden": .string(reden)])
        }
    }

    /// A person makes an older version the one that zaken begin with: the same drawing as the next version, so that the record goes one way.
    public struct Return: Sendable {
        public var versie: DefinitionKey
        public var reden: String

        public init(_ versie: DefinitionKey, reden: String) {
            (self.versie, self.reden) = (versie, reden)
        }

        @discardableResult
        public func run(in act: Act) throws -> DefinitionKey {
            let versions = try act.tx.processen.deployed(versie.process)
            guard let old = versions.first(where: { $0.key == versie }) else { throw DeploymentRefusal.unknownVersion }
            let key = try Publication(Deployment(bron: old.bron), reden: reden).run(in: act)
            try act.record(
                "proces_teruggezet", of: Subject(kind: "proces", id: key.process),
                ["versie": JSON(key.version), "van": JSON(versie.version), "reden": .string(reden)])
            return key
        }
    }
}

extension Act {
    /// Refuses what would leave a zaaktype or another process without the process that it needs.
    fileprivate func requireUnused(_ process: String) throws {
        let kinds = playbook.zaaktypen.values.filter { $0.proces == process }.map(\.omschrijving.nl).sorted()
        guard kinds.isEmpty else { throw DeploymentRefusal.begins(kinds) }
        let callers = playbook.processen.newestKeys.filter { $0.process != process }.compactMap {
            playbook.processen[$0]
        }
        .filter { $0.namedWorks.contains { $0.asked == .process(process) } }
        guard callers.isEmpty else {
            throw DeploymentRefusal.called(callers.map { $0.name ?? $0.key.process }.sorted())
        }
    }
}
