import Basics
public import Engine
import Journal

extension Ontwerp {
    /// A person publishes a drawing that was looked at, with a reason; of two at one moment the second is refused, as it is a draft no longer.
    ///
    /// Of a file with more processes those that the person chose are published together; one that is unchanged stays as it is.
    public struct Publication: Sendable {
        public var ontwerp: Ontwerp
        /// By id; the first that the file offers where none was chosen.
        public var processen: [String]
        public var reden: String

        public init(_ ontwerp: Ontwerp, processen: [String] = [], reden: String) {
            (self.ontwerp, self.processen, self.reden) = (ontwerp, processen, reden)
        }

        /// Gives the version of the first.
        @discardableResult
        public func run(in act: Act) throws -> DefinitionKey {
            guard try act.tx.ontwerpen.take(ontwerp.id) else { throw DeploymentRefusal.draftGone }
            let keys = try publish(chosen, in: act)
            if let cases = ontwerp.voorbeelden {
                let key = keys.first { cases.isReadable(of: $0.process, in: act) } ?? keys[0]
                try Voorbeeldbestand.Handing(key, bestand: cases.naam, bron: cases.bron).run(in: act)
            }
            return keys[0]
        }

        private var chosen: [Deployment] {
            get throws {
                let all: [String?] = processen.isEmpty ? [nil] : processen
                return try all.map { try Deployment(bron: ontwerp.bron, proces: $0) }
            }
        }

        private func publish(_ all: [Deployment], in act: Act) throws -> [DefinitionKey] {
            let changed = try all.filter { one in
                try act.tx.processen.deployed(one.proces).first { $0.ingetrokken == nil }?.hash != one.hash
            }
            return try (changed.isEmpty ? all : changed).enumerated().map { place, one in
                var publication = Deployment.Publication(one, reden: reden)
                publication.isTold = place > 0
                return try publication.run(in: act)
            }
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

extension Ontwerp.Voorbeelden.Bestand {
    /// Whether these are example cases of a process.
    fileprivate func isReadable(of process: String, in act: Act) -> Bool {
        (try? Scenariobestand(yaml: bron, of: process, zaaktypen: act.playbook.zaaktypen)) != nil
    }
}
