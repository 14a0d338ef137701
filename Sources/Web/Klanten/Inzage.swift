import Basics
import Incasso
import Journal
import Klanten
import Zaken

extension Desk {
    /// Records that who is signed in sees this person, once a day; costs a reading only when it stands already.
    func recordLook(at partij: Identifier<Partij>, _ context: SignedInContext) async throws {
        let (look, actor, today) = (Inzage(partij: partij), Actor.user(context.user.id), today())
        let stands = try await office.read { try look.isRecorded(for: actor, on: today, in: $0) }
        // A look is not the act that was asked: it is recorded as well for a form that stands open again.
        if !stands { try await office.act(as: actor) { try look.run(in: $0) } }
    }

    /// Records the same of the person whom a zaak is about, on each page and paper that tells of them.
    func recordLook(on zaak: Identifier<Zaak>, _ context: SignedInContext) async throws {
        guard let partij = try await office.read({ try $0.zaken.find(zaak)?.partij }) else { return }
        try await recordLook(at: partij, context)
    }
}

extension Contactgegevens {
    /// What the form says; the address only where it was asked.
    init(_ form: FormFields) throws {
        self.init()
        naam = form.raw("naam").map(\.trimmingSpace)
        telefoon = form.raw("telefoon").map(\.trimmingSpace)
        email = form.raw("email").map(\.trimmingSpace)
        kanaal = try form.choiceIfAny("kanaal")
        taal = try form.choiceIfAny("taal")
        if form.raw("adres") != nil {
            adres = Adres(
                regel: form["adres"] ?? "", postcode: form["postcode"] ?? "", plaats: form["plaats"] ?? "")
        }
    }
}

extension Act {
    /// The days on which the person left each creditor's dwelling, where the form asked it.
    func recordDepartures(of partij: Identifier<Partij>, _ form: FormFields) throws {
        for one in try tx.schuldeisers.debiteuren(of: partij) {
            let field = "vertrokken.\(one.schuldeiser).\(one.nummer)"
            guard form.raw(field) != nil else { continue }
            let day = try form.dayIfAny(field)
            try Vertrek(partij: partij, schuldeiser: one.schuldeiser, nummer: one.nummer, dag: day).run(in: self)
        }
    }
}
