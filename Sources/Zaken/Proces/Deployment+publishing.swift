import Basics
public import Engine
import Journal

extension Deployment {
    /// A person publishes a file as the next version of its process, with a reason; refused when it asks for a service that is not here.
    public struct Publication: Sendable {
        public var proces: Deployment
        public var reden: String

        public init(_ proces: Deployment, reden: String) {
            self.proces = proces
            self.reden = reden
        }

        @discardableResult
        public func run(in act: Act) throws -> DefinitionKey {
            try act.requireReason(reden)
            let misses = act.playbook.misses(of: try proces.definition())
            if misses.contains(where: { $0.severity == .error }) { throw DeploymentRefusal.flaws(misses) }
            let before = try act.tx.processen.deployed(proces.proces).map(\.hash)
            let key = try proces.run(in: act)
            try act.playbook.naPublicatie(
                Publicatie(
                    .proces, code: key.process, naam: proces.naam, bron: proces.bron, vanaf: act.today,
                    voorgangers: Set(before)), act)
            try act.record(
                "proces_gepubliceerd", of: Subject(kind: "proces", id: key.process),
                ["naam": .string(proces.naam), "versie": JSON(key.version), "reden": .string(reden)])
            return key
        }
    }
}
