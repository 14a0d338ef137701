import Basics
public import Engine
import Journal

extension Voorbeeldbestand {
    /// A person hands in example cases with a version of a process that was published; refused with what is wrong with them, by line.
    public struct Handing: Sendable {
        public var versie: DefinitionKey
        public var bestand: String
        public var bron: String

        public init(_ versie: DefinitionKey, bestand: String, bron: String) {
            (self.versie, self.bestand, self.bron) = (versie, bestand, bron)
        }

        public func run(in act: Act) throws {
            guard try act.tx.processen.deployed(versie.process).contains(where: { $0.key == versie }) else {
                throw DeploymentRefusal.unknownVersion
            }
            let cases = try Scenariobestand(yaml: bron, of: versie.process, zaaktypen: act.playbook.zaaktypen)
            try act.tx.voorbeelden.put(
                Voorbeeldbestand(
                    versie: versie, bestand: bestand, bron: bron, ingevoerd: act.now, door: act.actor.description))
            try act.record(
                "voorbeelden_ingevoerd", of: Subject(kind: "proces", id: versie.process),
                [
                    "versie": JSON(versie.version), "bestand": .string(bestand),
                    "aantal": JSON(cases.scenarios.count),
                ])
        }
    }
}

extension Voorbeeldbestand {
    /// A person takes away the example cases that hold for a version; those of a version before it hold again, else those that ship.
    public struct Removal: Sendable {
        public var versie: DefinitionKey

        public init(_ versie: DefinitionKey) { self.versie = versie }

        public func run(in act: Act) throws {
            // A second press of the same button finds none.
            guard let held = try act.tx.voorbeelden.holding(for: versie),
                try act.tx.voorbeelden.remove(from: held.versie)
            else { return }
            try act.record(
                "voorbeelden_weggehaald", of: Subject(kind: "proces", id: versie.process),
                ["versie": JSON(held.versie.version), "bestand": .string(held.bestand)])
        }
    }
}

extension Ontwerp {
    /// A person lays example cases beside a drawing that is looked at; they are kept with it, and published with it.
    public struct Voorbeelden: Sendable {
        public var ontwerp: Ontwerp
        /// The process that the drawing is of.
        public var proces: String
        public var bestand: String
        public var bron: String

        public init(_ ontwerp: Ontwerp, of proces: String, bestand: String, bron: String) {
            (self.ontwerp, self.proces, self.bestand, self.bron) = (ontwerp, proces, bestand, bron)
        }

        public func run(in act: Act) throws {
            _ = try Scenariobestand(yaml: bron, of: proces, zaaktypen: act.playbook.zaaktypen)
            guard try act.tx.ontwerpen.lay(bestand, bron, beside: ontwerp.id) else { throw DeploymentRefusal.draftGone }
        }

        /// Takes away those that lie beside a drawing.
        public static func clear(_ ontwerp: Ontwerp, in act: Act) throws {
            guard try act.tx.ontwerpen.clear(beside: ontwerp.id) else { throw DeploymentRefusal.draftGone }
        }
    }
}
