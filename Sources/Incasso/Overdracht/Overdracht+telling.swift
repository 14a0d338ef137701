public import Basics
public import Klanten
public import Zaken

extension Overdracht {
    /// The form on which someone records that a bailiff was told of what holds for a person.
    static let inlichten = "deurwaarder_inlichten"
    /// The form on which someone records that a bailiff was told of a payment to us.
    static let betaling = "deurwaarder_betaling"
    /// The form on which someone records that a bailiff was told to stop.
    static let teruggehaald = "deurwaarder_teruggehaald"
}

extension Act {
    /// Asks a person to tell the bailiffs who have zaken of this person that something special holds now; a bailiff who is
    /// not told goes on.
    public func askToTellBailiff(of partij: Identifier<Partij>) throws {
        for zaak in try tx.zaken.all(of: partij) where zaak.isOpen {
            guard let handed = try tx.overdrachten.running(for: zaak.id) else { continue }
            try tell(.bijzonder, handed)
            try ask(Overdracht.inlichten, on: zaak.id)
        }
    }

    /// A bailiff who has a zaak hears of money that came to us, or went back: who does not know of it asks for what is paid.
    func tellBailiff(ofPayment bedrag: Money, on day: Day, isBack: Bool = false, of zaak: Identifier<Zaak>) throws {
        guard let zaak = try tx.zaken.find(zaak), zaak.isOpen, zaak.status == Overdracht.status,
            let handed = try tx.overdrachten.running(for: zaak.id)
        else { return }
        try tell(isBack ? .betalingTerug : .betaling, handed, bedrag, on: day)
        try ask(Overdracht.betaling, on: zaak.id)
    }

    /// A bailiff from whom a zaak is taken back is told to stop, by a person or by their own call, whichever is first.
    func tellBailiff(ofRecall handed: Overdracht) throws {
        try tell(.teruggehaald, handed)
        try ask(Overdracht.teruggehaald, on: handed.zaak)
    }

    func tell(
        _ soort: Deurwaardermelding.Soort, _ handed: Overdracht, _ bedrag: Money? = nil, on day: Day? = nil
    ) throws {
        let one = Deurwaardermelding(
            id: newID(), overdracht: handed.id, soort: soort, bedrag: bedrag, dag: day ?? today, moment: now)
        try tx.deurwaardermeldingen.add(one)
    }

    /// A taak for it, where none waits.
    private func ask(_ formulier: String, on zaak: Identifier<Zaak>) throws {
        guard try tx.taken.waiting(for: zaak, formulier: formulier).isEmpty else { return }
        try Taak.Opdracht(zaak: zaak, formulier: formulier, uiterlijk: today + 1).run(in: self)
    }
}
