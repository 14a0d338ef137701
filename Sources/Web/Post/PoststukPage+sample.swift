extension PoststukPage {
    static let sample = PoststukPage(
        title: "Uw brief van 3 juni", head: [PersonPart.Fact(name: "Van", value: "Klant 10482", link: "/klanten/1")],
        chips: [Chip("Wil een regeling")], due: Chip("over 2 dagen", "attention"),
        notices: [
            Banner(
                tone: "attention", title: "Een bijlage is niet te lezen", text: "Vraag haar opnieuw te sturen.",
                way: Way("Bel Klant 10482: 06 00000000", "tel:0600000000"))
        ],
        text: "Kan ik in delen betalen?", signature: Folded(text: "Groet, Klant"), history: Folded(text: "> Uw brief"),
        files: [
            File(name: "bewijs.pdf", detail: "PDF, 31 kB", path: "/post/1/bijlagen/1", warning: nil),
            File(name: "rekening.doc", detail: "12 kB", path: nil, warning: "Hier zat een virus in."),
        ], scanned: "Bekeken op virussen.", original: "/post/1/bestand",
        proposals: [
            Proposal(kind: Chip("Wil een regeling"), share: "88%", why: "“in delen betalen”")
        ], learned: "Geleerd van 12 mails die mensen bevestigden.",
        facts: [Fact(name: "Bedrag: € 50,00", words: "ik kan 50 euro per maand")],
        placing: Placing(
            path: "/post/1/plaatsing",
            candidates: [
                Candidate(
                    number: "ZAAK-2026-000412", label: "Klant 10482 · € 1.276,52", path: "/zaken/1",
                    grounds: "zaaknummer, bekende afzender", against: "andere naam dan de klant",
                    certainty: Chip("zeker", "calm"), chosen: true, isFocused: true)
            ], kinds: [Option("regeling", "Wil een regeling", chosen: true), Option("klacht", "Klacht")],
            files: [Option("1", "bewijs.pdf", chosen: true)], number: "", isNumberFocused: true,
            address: "klant@voorbeeld.example",
            addressWarning: "De afzender heet anders dan de klant.", phone: "06 0000 0999"),
        aside: .sample,
        handled: Handled(
            text: "Geplaatst door Anja Voorbeeld, vandaag 09:12.", zaak: Way("ZAAK-2026-000412", "/zaken/1"),
            detail: "Wil een regeling", ways: [Way("Maak een regeling", "/zaken/1/regeling")],
            back: .sample, complaint: "/post/1/klacht"),
        answer: Answer(
            path: "/post/1/antwoord", text: "Dank voor uw bericht.", receiver: "Klant 10482, klant@voorbeeld.example",
            role: "klant", others: [Way("Bewindvoerder Voorbeeld, per post", "/post/1?aan=vertegenwoordiger")],
            channels: [Option("email", "Per e-mail", chosen: true), Option("post", "Per post")],
            warning: "Dit is een ander adres dan dat van de afzender.",
            answers: [
                Given(
                    state: Chip("wacht", "attention"), head: "Re: Uw brief, 9 juni", text: "Beste klant, dat kan.",
                    document: "/documenten/1", back: Back(path: "/post/1/antwoord/terug", letter: "1"))
            ], seen: "1", isOpen: false),
        advice: Advice(
            sources: [AdvicePart.source],
            tell: [AdvicePart.Line(text: "Bel eerst.", path: "/bibliotheek/1", label: "§3.5")]),
        problems: ZaakPage.Problems(problems: [Problem(text: "Kies een zaak.", anchor: "zaak")]), next: "/post/2")

    static let variants: [(name: String, page: PoststukPage)] = [
        (
            "nieuw",
            PoststukPage(
                title: sample.title, head: sample.head, chips: sample.chips, due: sample.due, notices: [],
                text: sample.text, signature: nil, history: nil, files: [], scanned: nil, original: nil,
                proposals: sample.proposals,
                learned: sample.learned, facts: [], placing: sample.placing, aside: sample.aside, handled: nil,
                answer: nil, advice: nil, problems: nil, next: nil)
        )
    ]
}
