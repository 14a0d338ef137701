public import Basics
public import Klanten
public import Zaken

extension Overdracht {
    /// The form on which someone records that a bailiff was told.
    static let inlichten = "deurwaarder_inlichten"
}

extension Act {
    /// Asks a person to tell the bailiffs who have zaken of this person that something special holds now; a bailiff who is
    /// not told goes on.
    public func askToTellBailiff(of partij: Identifier<Partij>) throws {
        for zaak in try tx.zaken.all(of: partij) where zaak.isOpen {
            guard try tx.overdrachten.running(for: zaak.id) != nil,
                try !tx.taken.waiting(for: zaak.id).contains(where: { $0.stap == Overdracht.inlichten })
            else { continue }
            try Taak.Opdracht(zaak: zaak.id, formulier: Overdracht.inlichten, uiterlijk: today + 1).run(in: self)
        }
    }
}
