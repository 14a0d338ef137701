import Basics
public import Engine
import Journal

extension Deployment {
    /// A person publishes a file as the next version of its process, with a reason; refused when it asks for a service that is not here, or
    /// is what zaken begin with already. A drawing that was a version before is recorded as made current again.
    public struct Publication: Sendable {
        public var proces: Deployment
        public var reden: String
        /// Whether the file was told of already, with another process of it.
        var isTold = false

        public init(_ proces: Deployment, reden: String) {
            self.proces = proces
            self.reden = reden
        }

        @discardableResult
        public func run(in act: Act) throws -> DefinitionKey {
            try act.requireReason(reden)
            let before = try act.tx.processen.deployed(proces.proces)
            try before.requireOther(than: proces.hash)
            let misses = act.playbook.misses(of: try proces.definition())
            if misses.contains(where: { $0.severity == .error }) { throw DeploymentRefusal.flaws(misses) }
            let key = try proces.run(in: act)
            if !isTold {
                try act.playbook.naPublicatie(
                    Publicatie(
                        .proces, code: key.process, naam: proces.naam, bron: proces.bron, vanaf: act.today,
                        voorgangers: Set(before.map(\.hash))), act)
            }
            let subject = Subject(kind: "proces", id: key.process)
            try act.record(
                "proces_gepubliceerd", of: subject,
                ["naam": .string(proces.naam), "versie": JSON(key.version), "reden": .string(reden)])
            if let old = before.first(where: { $0.hash == proces.hash }) {
                try act.record(
                    "proces_teruggezet", of: subject,
                    ["versie": JSON(key.version), "van": JSON(old.key.version), "reden": .string(reden)])
            }
            return key
        }
    }
}
