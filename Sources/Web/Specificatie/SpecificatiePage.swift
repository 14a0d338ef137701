/// How the amounts of a zaak came about, each line in plain words, and when each claim lapses.
struct SpecificatiePage: Page {
    let number: String
    let zaak: String
    let name: String
    let creditor: [PersonPart.Fact]
    let problems: ZaakPage.Problems?
    let claims: [Claim]
    let total: String
    /// Where to send it as a letter; nothing for who may not.
    let sending: String?
    let complaint: Sheet?
    let lapsing: String

    struct Claim: Sendable {
        let name: String
        let open: String
        let facts: [PersonPart.Fact]
        let ledger: [Line]
        let costs: [Line]
        let interest: [Line]
        let lapse: Lapse?
    }

    /// One line: what, by which article, how much.
    struct Line: Sendable {
        let what: String
        let article: String?
        let amount: String
    }

    /// When the claim lapses and how that came about.
    struct Lapse: Sendable {
        let chip: Chip
        let lines: [Line]
        /// What was decided on a claim that lapsed, or who decides.
        let decided: String?
        let interrupting: Sheet?
        let deciding: Sheet?
        /// Whether one of its forms was refused and stands open again.
        let isOpen: Bool
    }

    static let template = "specificatie/specificatie"
    static let area: Area? = .werkvoorraad
}

extension SpecificatiePage {
    static let sample = SpecificatiePage(
        number: "ZAAK-2026-000412", zaak: "/zaken/1", name: "Klant 10482",
        creditor: [.init(name: "Schuldeiser", value: "Woningcorporatie (demo)", link: "tel:0100000000")],
        problems: ZaakPage.Problems(problems: [Problem(text: "Vul in waarom.", anchor: "klacht-tekst")]),
        claims: [
            Claim(
                name: "Huur mei", open: "€ 561,20", facts: [.init(name: "Factuur", value: "F-1", link: "/zaken/1")],
                ledger: [Line(what: "1 mei 2026: vordering", article: "BW 3:296", amount: "€ 711,20")],
                costs: [Line(what: "15% over € 0,00 tot € 711,20", article: "BIK art. 2", amount: "€ 106,68")],
                interest: [Line(what: "30 dagen 4% over € 711,20", article: "BW 6:119", amount: "€ 2,34")],
                lapse: Lapse(
                    chip: Chip("verjaart op 1 mei 2031"),
                    lines: [Line(what: "vijf jaar vanaf 2 mei 2026", article: "BW 3:308", amount: "€ 0,00")],
                    decided: "Op 9 juni 2026 besloot Bram Voorbeeld toch te innen.", interrupting: .sample,
                    deciding: .sample, isOpen: true))
        ], total: "€ 561,20", sending: "/zaken/1/specificatie/verzending",
        complaint: .sample,
        lapsing: "/verjaring")

    static let variants: [(name: String, page: SpecificatiePage)] = [
        (
            "leeg",
            SpecificatiePage(
                number: "ZAAK-2026-000413", zaak: "/zaken/2", name: "Klant 11000", creditor: [], problems: nil,
                claims: [], total: "€ 0,00", sending: nil, complaint: nil, lapsing: "/verjaring")
        )
    ]
}

/// Claims that have lapsed or will before long, the first to lapse first.
struct VerjaringPage: Page {
    let lines: [Line]
    /// How many there are, and which night found them.
    let found: String
    let more: Way?

    struct Line: Sendable {
        let claim: String
        let zaak: String
        let path: String
        let open: String
        let ends: String
        let state: Chip
    }

    static let template = "specificatie/verjaring"
    static let area: Area? = .werkvoorraad

    static let sample = VerjaringPage(
        lines: [
            Line(
                claim: "Huur mei 2021", zaak: "ZAAK-2026-000412", path: "/zaken/1/specificatie", open: "€ 561,20",
                ends: "1 mei 2026", state: Chip("verjaard", "urgent"))
        ], found: "1 vordering, bijgewerkt in de nacht van 9 juni 2026.",
        more: Way("De volgende", "/verjaring?vanaf=200"))
    static let variants: [(name: String, page: VerjaringPage)] = [
        ("leeg", VerjaringPage(lines: [], found: "Er is nog geen nacht geweest.", more: nil))
    ]
}
