public import Basics
import Dmn
import Journal

extension Beslissingsmodel {
    /// Publishes a DMN file as the next version of its model or as a model of its own, from a day on, with a reason.
    public struct Publication: Sendable {
        public var bestand: Beslissingsbestand
        public var als: Plaatsing.Keuze
        public var vanaf: Day
        public var reden: String

        public init(_ bestand: Beslissingsbestand, als: Plaatsing.Keuze = .vanzelf, vanaf: Day, reden: String) {
            self.bestand = bestand
            self.als = als
            self.vanaf = vanaf
            self.reden = reden
        }

        @discardableResult
        public func run(in act: Act) throws -> Beslissingsmodel {
            try act.requireReason(reden)
            let place = try act.tx.beslissingen.plek(of: bestand, als)
            let versions = place.versies
            if let newest = versions.first {
                if newest.hash == bestand.hash { throw BeslissingRefusal.unchanged }
                if vanaf < newest.geldigVanaf { throw BeslissingRefusal.beforeItsPredecessor(newest.geldigVanaf) }
                if vanaf < act.today { throw BeslissingRefusal.inThePast(today: act.today, versie: newest.versie) }
            }
            let model = try bestand.publish(at: place, from: vanaf, because: reden, in: act)
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
        let place = try act.tx.beslissingen.plek(of: self, .vanzelf)
        guard !place.versies.contains(where: { $0.hash == hash }) else { return }
        let from = place.versies.first.map { max(act.today, $0.geldigVanaf) } ?? Beslissingsmodel.always
        try publish(at: place, from: from, because: "", in: act)
    }

    @discardableResult
    fileprivate func publish(at place: Plek, from day: Day, because reden: String, in act: Act) throws
        -> Beslissingsmodel
    {
        guard isSound else { throw BeslissingRefusal.flaws(opmerkingen) }
        try refuseDoubles(beside: place.code, in: act)
        let model = Beslissingsmodel(
            code: place.code, versie: (place.versies.first?.versie ?? 0) + 1, naam: place.naam, bron: bron,
            hash: hash, geldigVanaf: day, reden: reden, ingevoerd: act.now, door: act.actor.description)
        try act.tx.beslissingen.add(model)
        let content: JSON = [
            "naam": .string(place.naam), "versie": JSON(model.versie), "geldigVanaf": JSON(day),
            "reden": .string(reden),
        ]
        try act.record("beslissing_gepubliceerd", of: Subject(kind: "beslissing", id: place.code), content)
        return model
    }

    /// A process names a decision by its id alone, so each id belongs to one model.
    private func refuseDoubles(beside code: String, in act: Act) throws {
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
