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
}

extension Act {
    /// Refuses what would leave a zaaktype, another process or a zaak that runs without the process that it needs.
    fileprivate func requireUnused(_ process: String) throws {
        let kinds = playbook.zaaktypen(beginningWith: process).map(\.omschrijving)
        guard kinds.isEmpty else { throw DeploymentRefusal.begins(kinds.sorted { $0.nl < $1.nl }) }
        let newest = Set(playbook.processen.newestKeys)
        let callers = playbook.callers(of: process, in: newest)
        guard callers.isEmpty else { throw DeploymentRefusal.called(callers.map(\.naam)) }
        let running = playbook.callers(of: process, in: try tx.processen.running().subtracting(newest))
        guard running.isEmpty else { throw DeploymentRefusal.awaited(running) }
    }
}

extension Playbook {
    /// The zaaktypen whose zaken begin with a process, by their codes.
    public func zaaktypen(beginningWith process: String) -> [Zaaktype] {
        zaaktypen.values.filter { $0.proces == process }.sorted { $0.code < $1.code }
    }

    /// The processes that call one, as they are now, by their names.
    public func callers(of process: String) -> [String] {
        callers(of: process, in: Set(processen.newestKeys)).map(\.naam)
    }

    /// The versions among these that call a process by its name, other than its own.
    fileprivate func callers(of process: String, in keys: Set<DefinitionKey>) -> [DeploymentRefusal.Caller] {
        keys.filter { $0.process != process }.compactMap { processen[$0] }
            .filter { $0.namedWorks.contains { $0.asked == .process(process) } }
            .map { DeploymentRefusal.Caller(naam: $0.name ?? $0.key.process, versie: $0.key.version) }
            .sorted { ($0.naam, $0.versie) < ($1.naam, $1.versie) }
    }
}
