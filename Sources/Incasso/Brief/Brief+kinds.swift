import Basics
import Database
import Klanten
import Recht

extension Brief {
    /// The job that renders a letter to PDF and sends it.
    public static let sendingKind = "brief"
    public static let veertiendagenbrief = "veertiendagenbrief"
    /// Letters that ask for nothing: they also go to who owes nothing any more, and to who is paused.
    static let afsluitend: Set<String> = ["betaling_ontvangen", "afgeboekt", Klacht.bevestiging, Brief.antwoord]
    private static let informatie: Set<String> = [
        "betaling_ontvangen", "afgeboekt", "regeling_bevestigd", "regeling_vervallen", "gemiste_termijn",
        "specificatie", Klacht.bevestiging, Brief.antwoord,
    ]
    /// An answer in a person's own words.
    public static let antwoord = "antwoord"

    /// Days after a pause in which the first letter that asks for something says that it is over.
    static let naRust = 90

    /// Where in its facts the amount stands that a letter asks for.
    public static func amountAsked(by template: String) -> [String] {
        switch template {
        case "gemiste_termijn": ["termijn", "bedrag"]
        case "regeling_bevestigd": ["regeling", "bedrag"]
        case veertiendagenbrief: ["saldo", "hoofdsom"]
        default: ["saldo", "totaal"]
        }
    }

    /// The act of collection that a letter is; one that is not known asks for money.
    static func handeling(of template: String) -> CollectionAct {
        if informatie.contains(template) { return .informatie }
        if template == Incassobatch.aankondiging { return .incasso }
        return template == "overdracht_aangekondigd" ? .overdracht : CollectionAct(rawValue: template) ?? .aanmaning
    }

    /// Whether a letter asks for money; what is not known does.
    static func asksForMoney(_ template: String) -> Bool { handeling(of: template) != .informatie }
    var asksForMoney: Bool { Brief.asksForMoney(sjabloon) }

    /// Whether costs come of a step that sends this letter when it is not paid: the 14-day letter (BW 6:96 lid 6), and the last one
    /// before the bailiff. A letter that is only chosen when it is sent may be one of them.
    @Sendable static func bringsCosts(_ inputs: [String: JSON]) -> Bool {
        guard let template = inputs["sjabloon"]?.text else { return true }
        return [.veertiendagenbrief, .overdracht].contains(handeling(of: template))
    }

    var facts: JSON {
        [
            "document": .string(document.text), "verzonden": JSON(opgemaakt),
            "termijnEinde": termijnEinde.map { JSON($0) } ?? .null,
            "kostenVanaf": kostenVanaf.map { JSON($0) } ?? .null,
        ]
    }
}

extension Vordering {
    /// Whether a letter of this day names the claim: it is open, and for the 14-day letter in default without costs charged
    /// before, which are due once (6:96 lid 5 and 6 BW).
    func isNamed(in template: String, on day: Day, in tx: Transaction) throws -> Bool {
        guard isOpen, template == Brief.veertiendagenbrief else { return isOpen }
        guard verzuimVanaf <= day, saldo.hoofdsom > .zero else { return false }
        return try tx.vorderingen.ledger(of: id).charged == nil
    }
}

extension Brief.Kanaal {
    /// Mail to someone who can be mailed and would rather be, or when the step asks for it; paper otherwise.
    init(_ asked: String?, for partij: Partij, email: String?) {
        let wish = asked ?? partij.voorkeurskanaal.rawValue
        let paper = wish == "post" || wish == "brief"
        self = !paper && email != nil ? .email : .brief
    }
}
