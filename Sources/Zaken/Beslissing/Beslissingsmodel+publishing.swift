public import Basics
import Dmn
import Journal

extension Beslissingsmodel {
    /// Publishes a DMN file as the next version of its model, from a day on, with a reason.
    public struct Publication: Sendable {
        public var bestand: Beslissingsbestand
        public var vanaf: Day
        public var reden: String

        public init(_ bestand: Beslissingsbestand, vanaf: Day, reden: String) {
            self.bestand = bestand
            self.vanaf = vanaf
            self.reden = reden
        }

        @discardableResult
        public func run(in act: Act) throws -> Beslissingsmodel {
            try act.requireReason(reden)
            let versions = try act.tx.beslissingen.versions(of: bestand.code)
            if let newest = versions.first {
                if newest.hash == bestand.hash { throw BeslissingRefusal.unchanged }
                if vanaf < newest.geldigVanaf { throw BeslissingRefusal.beforeItsPredecessor(newest.geldigVanaf) }
            }
            let model = try bestand.publish(after: versions.first?.versie ?? 0, from: vanaf, because: reden, in: act)
            try act.playbook.naPublicatie(
                Publicatie(
                    .beslissing, code: model.code, naam: model.naam, bron: model.bron, vanaf: vanaf,
                    voorgangers: Set(versions.map(\.hash))), act)
            return model
        }
    }
}

extension Beslissingsmodel {
    /// The day from which the first version that ships holds: before anything of this house.
    public static let always = Day(number: 0)

    /// Whether it has held from the beginning.
    public var isAlwaysValid: Bool { geldigVanaf == Beslissingsmodel.always }
}

extension Beslissingsbestand {
    /// Publishes what ships, unless it is there already; what a process owner made of it later stays in force.
    public func ship(in act: Act) throws {
        let versions = try act.tx.beslissingen.versions(of: code)
        guard !versions.contains(where: { $0.hash == hash }) else { return }
        let from = versions.first.map { max(act.today, $0.geldigVanaf) } ?? Beslissingsmodel.always
        try publish(after: versions.first?.versie ?? 0, from: from, because: "", in: act)
    }

    @discardableResult
    fileprivate func publish(after versie: Int, from day: Day, because reden: String, in act: Act) throws
        -> Beslissingsmodel
    {
        guard isSound else { throw BeslissingRefusal.flaws(opmerkingen) }
        try refuseDoubles(in: act)
        let model = Beslissingsmodel(
            code: code, versie: versie + 1, naam: naam, bron: bron, hash: hash, geldigVanaf: day, reden: reden,
            ingevoerd: act.now, door: act.actor.description)
        try act.tx.beslissingen.add(model)
        let content: JSON = [
            "naam": .string(naam), "versie": JSON(model.versie), "geldigVanaf": JSON(day), "reden": .string(reden),
        ]
        try act.record("beslissing_gepubliceerd", of: Subject(kind: "beslissing", id: code), content)
        return model
    }

    /// A process names a decision by its id alone, so each id belongs to one model.
    private func refuseDoubles(in act: Act) throws {
        let own = Set(program.model.decisions.map(\.id))
        var seen: Set<String> = [code]
        for model in try act.tx.beslissingen.all() where seen.insert(model.code).inserted {
            let other = try Beslissingsbestand(bron: model.bron).program.model.decisions.map(\.id)
            if let double = other.first(where: own.contains) {
                throw BeslissingRefusal.decisionElsewhere(decision: double, model: model.naam)
            }
        }
    }
}
