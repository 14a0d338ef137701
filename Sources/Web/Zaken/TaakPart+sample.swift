extension TaakPart {
    static let sample = make(
        form: Form(
            path: "/taken/1/afronding", fields: Field.samples(), intro: "Vraag wat er speelt.",
            acts: [
                .init(label: "Rond de taak af", condition: .init(field: "bereikt", values: ""), needsScript: false),
                .init(label: "Sluit de zaak en boek € 410,00 af", condition: .init(field: "bereikt", values: "klant")),
            ]))

    static let refused = make(
        form: Form(
            path: "/taken/1/afronding", fields: Field.samples(problem: "Kies wie u sprak."), intro: nil,
            acts: [.init(label: "Rond de taak af", condition: nil)]))

    static let resting = make(resting: "Deze taak rust tot en met 8 augustus, omdat de klant een pauze heeft.")

    static let choice = make(
        choices: Choices(
            path: "/taken/2/afronding", question: "Hoe verder?", note: "Nu bezig: Adres nakijken.",
            options: [Option("f1", "Contact gelegd"), Option("f2", "Geen contact", chosen: true)], act: "Kies deze weg",
            seen: "1")
    )

    static let mishap = make(
        mishap: Mishap(
            path: "/taken/3/herstel", cause: "Geen van de wegen past bij wat er bekend is.",
            drawing: "Dit ligt aan de tekening (Regeling, versie 6).",
            remedy: "Kies de weg die klopt, of zet een gegeven recht.",
            way: Way("Bekijk de verjaring en het besluit", "/zaken/3/specificatie"),
            ask: Way("Vraag de proceseigenaar", "/taken/3/vraag"), asked: "Gevraagd aan Cora Voorbeeld, vandaag.",
            ways: Ways(
                path: "/taken/3/herstel", options: [Option("ja", "Ja"), Option("nee", "Nee")],
                reason: Field("reden", "Reden", .text(""), id: "taak-3-weg-reden", isRequired: true)),
            facts: [
                Field("gegeven.perMaand", "Bedrag per maand", .amount("50,00"), id: "taak-3-perMaand", hint: "Nu: 50")
            ],
            reason: Field("reden", "Reden", .text(""), id: "taak-3-reden", isRequired: true), isFolded: true,
            technical: [Fact(name: "Formule", value: "saldo > 0")]))

    private static let from = Taking.From(sentence: "Deze taak is van Bram Voorbeeld.", sheet: .sample)

    private static func make(
        form: Form? = nil, choices: Choices? = nil, mishap: Mishap? = nil, resting: String? = nil
    ) -> TaakPart {
        TaakPart(
            id: "taak-1", name: "Bel de klant", step: "A.2.2", due: Chip("vandaag", "urgent"),
            stuck: mishap.map { _ in Chip("Vastgelopen", "urgent") },
            why:
                "Aanmaning 14 dagen geleden, daarna geen contact",
            how: "Vraag wat er speelt en kijk samen wat past. Bied hulp aan.",
            handler: "Anja Voorbeeld",
            reach: [
                .init(name: "Klant", value: "Klant 10482", link: "/klanten/1"),
                .init(name: "Telefoon", value: "06 00000000", link: "tel:0600000000"),
            ], sentBack: .sentBack, waiting: .payment,
            advice: Advice(steps: ["Bespreek een regeling."], path: "/zaken/1/adviezen/1"),
            proposal: Proposal(who: "Anja Voorbeeld, vandaag", lines: ["Een regeling", "Bedrag per maand € 41,00"]),
            gate: GatePart.sample, form: form, choices: choices, mishap: mishap,
            resting: resting,
            forOthers: "Deze taak is voor Teamleiders.",
            taking: resting == nil ? Taking(path: "/taken/1/toewijzing", me: "anja", from: from) : nil,
            returning: "/taken/1/toewijzing",
            deviation: Deviation(
                sheet: .sample,
                notes: [
                    .init(
                        text: "Haal de zaak eerst terug bij de deurwaarder.",
                        link: Way("Naar de overdracht", "/zaken/1/overdracht"))
                ]))
    }
}

extension Field {
    static func samples(problem: String? = nil) -> [Field] {
        [
            Field(
                "bereikt", "Wie sprak u?",
                .choice([Option("klant", "De klant"), Option("ander", "Iemand anders"), Option("niemand", "Niemand")]),
                id: "taak-1-bereikt", problem: problem, isRequired: true),
            Field(
                "uitkomst", "Wat is er afgesproken?",
                .choice([
                    Option("regeling", "Betalingsregeling"), Option("ineens", "Betaalt in één keer"),
                    Option("hulp", "Wil hulp"), Option("betwist", "Betwist de vordering"),
                    Option("terugbellen", "Terugbellen", chosen: true),
                ]), id: "taak-1-uitkomst", isRequired: true),
            Field(
                "bedrag", "Bedrag per maand", .amount("60,00"), id: "taak-1-bedrag", hint: "Wat de klant kan missen."),
            Field(
                "terugbeldag", "Wanneer terugbellen?", .date("2026-06-12"), id: "taak-1-dag",
                condition: Condition(field: "uitkomst", values: "terugbellen")),
            Field(
                "hulp", "Is er andere hulp?", .yesNo([Option("ja", "Ja"), Option("nee", "Nee", chosen: true)]),
                id: "taak-1-hulp"),
            Field("wie", "Naam van wie u sprak", .text(""), id: "taak-1-wie"),
            Field(
                "toelichting", "Wat vertelde de klant?", .longText(""), id: "taak-1-toelichting",
                hint: "Alleen wat nodig is om te helpen."),
            Field("bestand", "Bestand", .file, id: "document"),
            Field("groep", "Groepen", .several([Option("incasso", "Team incasso", chosen: true)]), id: "groepen"),
            Field("wachtwoord", "Wachtwoord", .secret, id: "wachtwoord"),
        ]
    }
}

extension DiagramPart {
    static let sample = DiagramPart(
        svg: SafeMarkup(
            drawing: """
                <svg xmlns="http://www.w3.org/2000/svg" class="bpmn-diagram" viewBox="0 0 760 120" width="760" height="120" \
                role="img" aria-label="Proces"><g class="bpmn-element is-done"><rect class="bpmn-body" x="20" y="35" \
                width="120" height="50" rx="8"/><text class="bpmn-text" x="80" y="64" text-anchor="middle">Herinneren</text>\
                </g><g class="bpmn-element is-here"><rect class="bpmn-body" x="200" y="35" width="120" height="50" rx="8"/>\
                <text class="bpmn-text" x="260" y="64" text-anchor="middle">Belronde</text></g><g class="bpmn-element">\
                <rect class="bpmn-body" x="380" y="35" width="120" height="50" rx="8"/><text class="bpmn-text" x="440" \
                y="64" text-anchor="middle">Huisbezoek</text></g><path class="bpmn-line" d="M140 60H200M320 60H380"/></svg>
                """),
        trail: "Incasso › A.2 Minnelijke fase", process: "Incasso, versie 3", processPath: "/processen/incasso",
        summary: "De zaak staat bij A.2.2 Belronde. Daarna komt A.2.3 Huisbezoek of A.3.1 Regeling voorstellen.",
        phases: [
            Phase(
                name: "A.2 Minnelijke fase", isHere: true, state: Chip("hier", "accent"), outline: .sample)
        ])
}
