/// A question to the adviser, the facts that were read, and the advice; beside a zaak or by itself.
struct AdviesPage: Page {
    let title: String
    /// The zaak it is beside.
    let zaak: Zaak?
    let path: String
    /// The address at which the question is found again.
    let kept: Kept?
    let question: String
    /// For which zaaktype and step sources are wanted, where no zaak says so.
    let scope: [Field]
    let stand: String
    let facts: [Fact]
    let advice: AdvicePart?
    /// What to do with the advice on this zaak.
    let decision: Decision?
    /// The advice in the words of a language model, when one is set.
    let wording: VerwoordingPart?
    let feedback: Feedback?
    let problems: ZaakPage.Problems?
    /// What was mended of what the reader said of advice.
    let mended: [Mended]
    let links: [Way]
    /// What goes along when it is asked again.
    var again: [Sheet.Hidden] = []
    /// Whether the answer became other since it was remarked on.
    var compared: Compared?

    struct Compared: Sendable {
        let text: String
        let tone: String
        /// What can be tried where it did not.
        let tries: [Try]
    }

    struct Try: Sendable {
        let text: String
        /// Where that is done, if it is not here.
        let place: String?
    }

    struct Kept: Sendable {
        let id: String
        let path: String
    }

    struct Mended: Sendable {
        let text: String
    }

    struct Zaak: Sendable {
        let number: String
        let path: String
        let summary: String
        /// What must be seen before anything is done.
        var banners: [Banner] = []
    }

    /// A fact as a chip, with what a person can say of it.
    struct Fact: Sendable {
        let number: String
        /// The fact as it was first read.
        let key: String
        let text: String
        let origin: String
        /// `no`, `unknown` or nothing.
        let tone: String
        let state: String?
        let changed: String
        let says: [Option]
        let isFixed: Bool
    }

    /// Adopting, adapting or rejecting: a person decides.
    struct Decision: Sendable {
        let path: String
        let mayAdopt: Bool
        /// What was typed, where it was refused.
        let reason: String
    }

    /// Telling the process owner what was right or wrong.
    struct Feedback: Sendable {
        let path: String
        let zaak: String
        let steps: [Option]
        let kinds: [Option]
    }

    static let template = "procesbot/vraag"
    static let area: Area? = .procesbot

    static let sample = AdviesPage(
        title: "Advies bij ZAAK-2026-000412",
        zaak: Zaak(
            number: "ZAAK-2026-000412", path: "/zaken/1", summary: "Huurachterstand", banners: [.payment]),
        path: "/zaken/1/advies",
        kept: Kept(id: "1", path: "/zaken/1/advies?gesteld=1"),
        question: "Klant heeft ook elders schulden. Wat is de volgende stap?", scope: [], stand: "a1",
        facts: [
            Fact(
                number: "1", key: "woonplaats Rotterdam", text: "woonplaats Rotterdam", origin: "klant", tone: "no",
                state: "klopt niet", changed: "Schiedam",
                says: [Option("ja", "klopt", chosen: true), Option("nee", "klopt niet")], isFixed: true)
        ], advice: .sample,
        decision: Decision(path: "/zaken/1/adviesbesluit", mayAdopt: true, reason: "Klant wil dit zelf"),
        wording: .sample,
        feedback: Feedback(
            path: "/procesbot/terugkoppeling", zaak: "1", steps: [Option("", "het hele advies", chosen: true)],
            kinds: [Option("klopt", "klopt", chosen: true)]),
        problems: ZaakPage.Problems(problems: [Problem(text: "De bibliotheek is veranderd.", anchor: "vraag")]),
        mended: [Mended(text: "Uw opmerking bij “Hoe lang?” is verwerkt: nieuwe versie.")],
        links: [Way("Bibliotheek", "/bibliotheek", count: nil)], again: [.init(name: "opnieuw", value: "1")],
        compared: Compared(
            text: "Het antwoord is hetzelfde gebleven.", tone: "attention",
            tries: [Try(text: "Zet het woord erbij.", place: "/procesbot/woorden")]))

    static let variants: [(name: String, page: AdviesPage)] = [
        (
            "leeg",
            AdviesPage(
                title: "Procesbot", zaak: nil, path: "/procesbot", kept: nil, question: "",
                scope: [
                    Field("zaaktype", "Zaaktype", .list([Option("incasso", "Incasso", chosen: true)]))
                ],
                stand: "", facts: [],
                advice: nil,
                decision: nil, wording: nil, feedback: nil, problems: nil, mended: [], links: [])
        ),
        (
            "geweigerd",
            AdviesPage(
                title: "Procesbot", zaak: nil, path: "/procesbot", kept: nil,
                question: "Hoe hoog is de beslagvrije voet?",
                scope: [], stand: "a1", facts: sample.facts, advice: .refusedSample, decision: nil, wording: nil,
                feedback: sample.feedback,
                problems: nil, mended: [], links: sample.links)
        ),
    ]
}
