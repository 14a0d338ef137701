public import Basics
public import Procesbot
public import Zaken

/// A person decides about an advice on a zaak: the advice is kept with the zaak, and the person does the rest.
public struct Adviesbesluit: Sendable {
    public var vraag: Raadpleging
    public var besluit: Adviesrecord.Besluit
    public var reden: String
    /// The stand of the library that the person saw the advice of.
    public var stand: String
    public var door: Medewerker
    /// The steps that the person ticked, counted from 1: what is adopted.
    public var stappen: Set<Int>
    /// The wording by a language model that the person saw, when there was one.
    public var verwoording: Identifier<Verwoordingsrecord>?

    public init(
        _ vraag: Raadpleging, besluit: Adviesrecord.Besluit, reden: String, stand: String, door: Medewerker,
        stappen: Set<Int> = [], verwoording: Identifier<Verwoordingsrecord>? = nil
    ) {
        self.vraag = vraag
        self.besluit = besluit
        self.reden = reden
        self.stand = stand
        self.door = door
        self.stappen = stappen
        self.verwoording = verwoording
    }

    /// Keeps the advice and writes it into the zaak as a document, with its sources; `text` makes that document.
    @discardableResult
    public func run(in act: Act, _ plank: Boekenplank, text: (Advice) -> String) throws -> Adviesrecord {
        guard let id = vraag.zaak else { throw ZaakRefusal.unknownZaak }
        guard try act.tx.zaken.find(id) != nil else { throw ZaakRefusal.unknownZaak }
        if besluit != .overgenomen { try act.requireReason(reden) }
        let answer = try Leeszaal.antwoord(vraag, on: act.today, in: act.playbook, plank, act.tx)
        guard answer.stand == stand else { throw AdviesRefusal.libraryChanged }
        guard answer.advies.refused == nil || besluit == .afgewezen else { throw AdviesRefusal.nothingToAdopt }
        if besluit != .afgewezen { try checkSteps(of: answer.advies) }
        let record = record(of: answer, in: act)
        try act.tx.adviezen.add(record)
        if let verwoording {
            try act.tx.verwoordingen.keep(
                verwoording, with: record.id, door: door.rawValue, kenmerk: vraag.kenmerk(stand))
        }
        if besluit != .afgewezen { try file(text(answer.advies), in: id, act) }
        try act.record(
            "advies_\(besluit.rawValue)", of: id,
            [
                "advies": .string(record.id.text), "reden": .string(reden),
                "stappen": .array(record.stappen.map(JSON.string)),
            ])
        return record
    }

    /// Only what was ticked is adopted, and nothing that the advice says not to do.
    private func checkSteps(of advice: Advice) throws {
        let all = advice.route + advice.also
        let chosen = stappen.filter { all.indices.contains($0 - 1) }
        guard !chosen.isEmpty else { throw AdviesRefusal.noStepChosen }
        guard !chosen.contains(where: { all[$0 - 1].isExcluded }) else { throw AdviesRefusal.stepDoesNotHold }
    }

    private func record(of answer: Antwoord, in act: Act) -> Adviesrecord {
        Adviesrecord(
            id: act.newID(), zaak: vraag.zaak, vraag: vraag.vraag, correcties: vraag.correcties.json,
            advies: answer.advies.json, bibliotheek: answer.stand, moment: act.now, door: door.rawValue,
            besluit: besluit, reden: reden.isEmpty ? nil : reden, gekozen: stappen.sorted())
    }

    private func file(_ text: String, in zaak: Identifier<Zaak>, _ act: Act) throws {
        let name = "advies-\(act.today.description).txt"
        try Document.Filing(
            zaak: zaak,
            file: DocumentFile(
                titel: name, soort: "advies", richting: .intern, bestandsnaam: name, formaat: "text/plain",
                bytes: Array(text.utf8), door: door.rawValue)
        ).run(in: act)
    }
}

/// Why an advice cannot be decided about.
public enum AdviesRefusal: Error, Hashable {
    /// The library is no longer the one that the advice was made from.
    case libraryChanged
    case nothingToAdopt
    /// Nobody said which steps.
    case noStepChosen
    /// One of the steps says what does not hold in this case.
    case stepDoesNotHold
    case unknownAdvice
}

extension [Correction] {
    /// The corrections as they are kept.
    public var json: JSON {
        .array(
            map { one in
                switch one.says {
                case .denied: ["feit": .string(one.fact), "stand": "nee"]
                case .unknown: ["feit": .string(one.fact), "stand": "onbekend"]
                case .changed(let text): ["feit": .string(one.fact), "stand": "anders", "tekst": .string(text)]
                }
            })
    }
}
