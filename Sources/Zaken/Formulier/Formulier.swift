public import Basics
import Exchange
import Feel

/// What a taak asks of the person who does it, as data (Content/formulieren).
public struct Formulier: Sendable {
    public let code: String
    public let naam: Woorden
    public let inleiding: Woorden?
    /// The right that it takes to fill it, such as `regeling.goedkeuren`; nothing when doing taken is enough.
    public let recht: String?
    public let velden: [Veld]
    /// The act of collection that filling it in amounts to, which the law may forbid.
    public let handeling: Handeling?
    /// What has to be so before a taak with it has any sense, by the words of ``Playbook/toets``: nobody deviates to it otherwise.
    let vraagt: [String]
    /// Whether it comes before all other work of a zaak: someone may be in danger.
    public let spoed: Bool
    /// Whether each taak with it says itself why it is there, in words for who does it.
    public let eigenReden: Bool

    /// An act of collection, with the outcomes that amount to it; all when none are named.
    public struct Handeling: Hashable, Sendable, Decodable {
        public let wat: String
        public let bij: [String]?

        func isMeant(by outcome: [String: JSON]) -> Bool {
            bij.map { $0.contains(outcome["uitkomst"]?.text ?? "") } ?? true
        }
    }

    /// One question.
    public struct Veld: Sendable {
        public enum Soort: String, Sendable, CaseIterable, Decodable {
            case keuze, tekst, bedrag, datum, getal, iban
            case langeTekst = "lange_tekst"
            case jaNee = "ja_nee"
        }

        public let id: String
        public let soort: Soort
        public let label: Woorden
        public let help: Woorden?
        public let verplicht: Bool
        /// The answers to choose from that are always there.
        public let opties: [Optie]
        /// Answers that depend on the zaak, in FEEL over what is known: a list of `waarde` and `label`.
        let uitZaak: FeelExpression?
        /// The condition under which it is asked, in FEEL over the answers above it.
        public let tonen: String?
        let isAsked: FeelExpression?
        /// What the answer must satisfy beside its kind.
        let eis: Eis?
        /// Whether what an earlier step of the zaak asked by the same name stands here to begin with.
        public let eerder: Bool
        /// What the process knows already, to begin with.
        let vooraf: FeelExpression?
    }

    /// A rule over the answers and what is known of the zaak, and what to say when it does not hold.
    struct Eis: Sendable {
        let regel: FeelExpression
        let anders: Woorden
    }

    /// One answer to choose.
    public struct Optie: Hashable, Sendable, Decodable {
        public let waarde: String
        public let label: Woorden

        /// An answer that the facts of a zaak name; nothing for a value of another shape.
        init?(_ json: JSON) {
            let label = json["label"]
            guard let waarde = json["waarde"].text, let nl = label.text ?? label["nl"].text else { return nil }
            self.waarde = waarde
            self.label = Woorden(nl: nl, en: label["en"].text ?? nl)
        }
    }
}

extension Formulier {
    /// Longest text that a field takes.
    public static let longest = 4_000

    /// The answers as typed values; refused with all that is wrong. What is not asked is left out.
    ///
    /// `known` is what the process and the zaak know, for the rules of the fields.
    public func read(_ input: [String: String], known: [String: JSON] = [:]) throws(TaakRefusal) -> [String: JSON] {
        var answers: [String: JSON] = [:]
        var refusals: [FieldRefusal] = []
        for veld in velden where veld.isAsked(after: answers) {
            switch veld.read(input[veld.id] ?? "", known) {
            case .success(let answer): answers[veld.id] = answer
            case .failure(let refusal): refusals.append(FieldRefusal(field: veld.id, reason: refusal.reason))
            }
        }
        if refusals.isEmpty { refusals = broken(by: answers, known) }
        guard refusals.isEmpty else { throw .invalid(refusals) }
        return answers
    }

    /// The fields whose rule does not hold.
    private func broken(by answers: [String: JSON], _ known: [String: JSON]) -> [FieldRefusal] {
        let scope = FeelScope(json: known.merging(answers) { _, answer in answer })
        return velden.compactMap { veld in
            guard let eis = veld.eis, let answer = answers[veld.id], answer != .null,
                eis.regel.evaluate(in: scope).value != .boolean(true)
            else { return nil }
            return FieldRefusal(field: veld.id, reason: .rule(eis.anders))
        }
    }
}

extension Formulier.Veld {
    struct Refusal: Error { let reason: FieldRefusal.Reason }

    /// Whether the field is asked, given the answers so far; an unclear condition does not.
    func isAsked(after answers: [String: JSON]) -> Bool {
        guard let isAsked else { return true }
        return isAsked.evaluate(in: FeelScope(json: answers)).value == .boolean(true)
    }

    /// What to begin with, as the process knows it; empty where it knows nothing.
    public func start(known: [String: JSON]) -> JSON {
        vooraf?.evaluate(in: FeelScope(json: known)).value.json ?? .null
    }

    /// The answers to choose from: those that depend on the zaak, and then those that are always there.
    public func opties(known: [String: JSON]) -> [Formulier.Optie] {
        let found = uitZaak?.evaluate(in: FeelScope(json: known)).value.json.elements ?? []
        return found.compactMap(Formulier.Optie.init) + opties
    }

    func read(_ text: String, _ known: [String: JSON]) -> Result<JSON, Refusal> {
        let trimmed = String(text.trimmingPrefix(while: \.isWhitespace))
        guard !trimmed.isEmpty else {
            return verplicht ? .failure(Refusal(reason: .missing)) : .success(.null)
        }
        return value(of: trimmed, known)
    }

    private func value(of text: String, _ known: [String: JSON]) -> Result<JSON, Refusal> {
        switch soort {
        case .tekst, .langeTekst:
            text.count <= Formulier.longest
                ? .success(.string(text)) : .failure(Refusal(reason: .tooLong(Formulier.longest)))
        case .keuze:
            opties(known: known).contains { $0.waarde == text }
                ? .success(.string(text)) : .failure(Refusal(reason: .notAnOption(text)))
        case .jaNee:
            switch text {
            case "ja": .success(true)
            case "nee": .success(false)
            default: .failure(Refusal(reason: .notAnOption(text)))
            }
        case .bedrag: Money(written: text).map { .success(JSON($0)) } ?? .failure(Refusal(reason: .notAnAmount))
        case .getal: Int(text).map { .success(JSON($0)) } ?? .failure(Refusal(reason: .notANumber))
        case .iban: IBAN(text).map { .success(.string($0.text)) } ?? .failure(Refusal(reason: .notAnIBAN))
        case .datum: Day(written: text).map { .success(JSON($0)) } ?? .failure(Refusal(reason: .notADay))
        }
    }
}
