import Basics
import Incasso
import Recht
import Zaken

/// What the planner was asked: the amount, the zaken, and the answers that tell what someone can spare.
struct RegelingAsked: Sendable {
    let form: FormFields

    /// The amount of a proposal that was chosen, else what was typed.
    var amount: String? { form["kies"] ?? form["perMaand"] }
    var firstDay: String? { form["eersteDag"] }
    /// The zaken that were ticked; all of them at the first visit.
    var zaken: Set<String>? { form["gevuld"] == nil ? nil : Set(form.all("zaak")) }
    /// Whether enough was answered to compute with.
    var isAnswered: Bool { form["netto"] != nil }

    /// The answers, read; a field that is no amount is named.
    func answers() throws(BvvRefusal) -> SpareRoomAnswers? {
        guard isAnswered else { return nil }
        guard let situation = form["leefsituatie"].flatMap(Leefsituatie.init(rawValue:)) else {
            throw .missing("leefsituatie")
        }
        var answers = SpareRoomAnswers(leefsituatie: situation, netto: try money("netto") ?? .zero)
        if let home = form["woonsituatie"].flatMap(BvvInput.Woonsituatie.init(rawValue:)) {
            answers.woonsituatie = home
        }
        answers.metVakantiegeld = form["vakantiegeld"] != "nee"
        answers.isPensioen = form["pensioen"] == "ja"
        answers.jaarinkomen = try money("jaarinkomen")
        if situation.isGehuwd { answers.nettoPartner = try money("partner") ?? .zero }
        if answers.woonsituatie == .inrichting { answers.prijsInrichting = try money("prijs") ?? .zero }
        answers.elders = try money("elders") ?? .zero
        answers.begroting = try money("begroting")
        return answers
    }

    private func money(_ name: String) throws(BvvRefusal) -> Money? {
        guard let text = form[name] else { return nil }
        guard let money = Money(written: text) else { throw .notAnAmount(name) }
        return money
    }
}

extension BvvRefusal {
    /// The field of the planner that it is about.
    var field: String? {
        switch self {
        case .geenParameters: nil
        case .missing(let name), .unknownField(let name), .notAnAmount(let name), .unknownWord(let name): name
        case .amountOutOfRange(let name): name == "netto_maand" ? "netto" : name
        }
    }

    func sentence(_ words: Words) -> String {
        switch self {
        case .geenParameters(let day): words("planner.no_figures", ["day": words.date(day)])
        case .missing: words("planner.missing")
        case .unknownField, .notAnAmount, .unknownWord, .amountOutOfRange: words("planner.not_an_amount")
        }
    }
}
