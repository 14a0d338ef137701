import Basics
public import Engine
import Journal

extension Ontwerp {
    /// A person publishes a drawing that was looked at, with a reason; of two at one moment the second is refused, as it is a draft no longer.
    public struct Publication: Sendable {
        public var ontwerp: Ontwerp
        public var reden: String

        public init(_ ontwerp: Ontwerp, reden: String) { (self.ontwerp, self.reden) = (ontwerp, reden) }

        @discardableResult
        public func run(in act: Act) throws -> DefinitionKey {
            guard try act.tx.ontwerpen.take(ontwerp.id) else { throw DeploymentRefusal.draftGone }
            let key = try Deployment.Publication(Deployment(bron: ontwerp.bron), reden: reden).run(in: act)
            if let cases = ontwerp.voorbeelden {
                try Voorbeeldbestand.Handing(key, bestand: cases.naam, bron: cases.bron).run(in: act)
            }
            return key
        }
    }

    /// A person throws a draft away, also one of a colleague; what it was and who handed it in is recorded.
    public struct Discard: Sendable {
        public var ontwerp: Ontwerp

        public init(_ ontwerp: Ontwerp) { self.ontwerp = ontwerp }

        public func run(in act: Act) throws {
            guard try act.tx.ontwerpen.take(ontwerp.id) else { throw DeploymentRefusal.draftGone }
            try act.record(
                "ontwerp_weggegooid", of: Subject(kind: "ontwerp", id: ontwerp.id.text),
                [
                    "naam": .string(ontwerp.bestand), "ingediend": JSON(ontwerp.ingediend),
                    "indiener": .string(ontwerp.door), "hash": .string(Deployment.hash(of: ontwerp.bron)),
                ])
        }
    }

    /// A person wants an older version of a process back: its drawing is handed in as a draft, so that it is examined, ticked and published as
    /// any other. Asked twice it is one draft; refused where zaken begin with this drawing already.
    public struct Return: Sendable {
        public var versie: DefinitionKey

        public init(_ versie: DefinitionKey) { self.versie = versie }

        public func run(in act: Act) throws -> Ontwerp {
            let versions = try act.tx.processen.deployed(versie.process)
            guard let old = versions.first(where: { $0.key == versie }) else { throw DeploymentRefusal.unknownVersion }
            try versions.requireOther(than: old.hash)
            let name = "\(versie.process)-\(versie.version).bpmn"
            return try act.tx.ontwerpen.same(.proces, bestand: name, bron: old.bron)
                ?? act.tx.ontwerpen.add(.proces, bestand: name, bron: old.bron, in: act)
        }
    }
}

extension [ProcesStore.Deployed] {
    /// Refused where the version that zaken begin with has this very file.
    func requireOther(than hash: String) throws(DeploymentRefusal) {
        guard let current = first(where: { $0.ingetrokken == nil }), current.hash == hash else { return }
        throw .unchanged(current.key.version)
    }
}
