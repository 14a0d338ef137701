/// Everything that collection can do to a person or a claim, and that a special state may forbid.
public enum CollectionAct: String, Hashable, Sendable, CaseIterable {
    case prenotificatie, herinnering, aanmaning, veertiendagenbrief, bellen, huisbezoek
    /// Booking collection costs.
    case kosten
    /// Charging interest.
    case rente
    /// Handing over to the bailiff.
    case overdracht
    case dagvaarding, beslag, ontruiming
    /// Cutting off energy or water.
    case afsluiting
    /// Direct debit of arrears.
    case incasso
    /// Making an arrangement with the person himself.
    case regeling
    /// Setting off against what is owed to the person.
    case verrekening
    /// The early-warning signal to the municipality.
    case signaal
    /// A notice in friendly words that interrupts limitation.
    case stuiting
    /// Answering, confirming and informing.
    case informatie
}
