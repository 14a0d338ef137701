/// The list of what waits: whose it is, why it is there now, and what must come first.
struct WerkvoorraadPage: Page {
    let summary: String
    let tabs: [Way]
    let tab: String
    let search: String
    let steps: [Option]
    let sort: String
    let sorts: [Way]
    let rows: [Row]
    let empty: Empty?
    let paging: Paging?
    /// For who may take or give taken.
    let giving: Giving?
    let here: String
    /// Whose taken to show, for who may give them out; empty elsewhere.
    let people: [Option]
    /// What in the team has haste, as a call after a crisis.
    var hasty: Way? = nil
    /// For who owns processes: what is stuck in them.
    var stuck: Way? = nil

    struct Row: Sendable {
        let id: String
        let name: String
        let step: String
        /// Where the zaak is stuck here.
        var stuck: Chip? = nil
        let path: String
        /// Nothing for who may not see people.
        let person: Way?
        let number: String
        let why: String
        let amount: String
        let due: Chip
        let handler: String?
    }

    struct Giving: Sendable {
        let me: String
        /// Whom one may give to; empty for who only takes.
        let colleagues: [Option]
        /// Whether what is picked may be taken, and whether it may go back to everyone of its group.
        let takes: Bool
        let returns: Bool
    }

    static let template = "werkvoorraad/lijst"
    static let area: Area? = .werkvoorraad
}

extension WerkvoorraadPage {
    static let sample = WerkvoorraadPage(
        summary: "12 taken voor u, 3 vandaag. Het team heeft er 41.",
        tabs: [
            Way("Van mij", "/werkvoorraad?tab=mij", current: true, count: "12"),
            Way("Van het team", "/werkvoorraad?tab=team", count: "41"),
            Way("Van niemand", "/werkvoorraad?tab=niemand", count: "9"),
        ], tab: "mij", search: "",
        steps: [Option("", "Alle stappen", chosen: true), Option("A.2.2", "A.2.2 Belronde")],
        sort: "urgentie",
        sorts: [
            Way("wat eerst moet", "/werkvoorraad?sorteer=urgentie", current: true),
            Way("bedrag", "/werkvoorraad?sorteer=bedrag"), Way("langst open", "/werkvoorraad?sorteer=oudste"),
        ],
        rows: [
            Row(
                id: "1", name: "Bel de klant", step: "A.2.2", stuck: Chip("Vastgelopen", "urgent"),
                path: "/zaken/1?taak=1",
                person: Way("Klant 10482", "/klanten/1"),
                number: "ZAAK-2026-000412",
                why: "14 dagen na de aanmaning is er geen contact",
                amount: "€\u{A0}1.276,52", due: Chip("vandaag", "urgent"), handler: nil),
            Row(
                id: "2", name: "Beoordeel het verzoek om een regeling", step: "A.3.2", path: "/zaken/2?taak=2",
                person: Way("Klant 10077", "/klanten/2"), number: "ZAAK-2026-000371",
                why: "Via het portaal: € 60 per maand", amount: "€\u{A0}842,10", due: Chip("2 dagen te laat", "urgent"),
                handler: "Bram Voorbeeld"),
            Row(
                id: "3", name: "Besluit na de pauze", step: "A.4", path: "/zaken/3?taak=3",
                person: Way("Klant 09911", "/klanten/3"),
                number: "ZAAK-2026-000118", why: "De pauze eindigt over 5 dagen",
                amount: "€\u{A0}4.310,00", due: Chip("over 2 dagen", "attention"), handler: nil),
            Row(
                id: "4", name: "Controleer de gegevens", step: "A.1.1", path: "/zaken/4?taak=4",
                person: Way("Klant 10931", "/klanten/4"),
                number: "ZAAK-2026-000533", why: "De brief kwam terug: adres onbekend",
                amount: "€\u{A0}150,00", due: Chip("over 9 dagen"), handler: nil),
        ],
        empty: nil, paging: Paging(text: "1 tot 4 van 41", previous: "/werkvoorraad?p=1", next: "/werkvoorraad?p=2"),
        giving: Giving(
            me: "bram", colleagues: [Option("anja", "Anja Voorbeeld (12)"), Option("bram", "Bram Voorbeeld (9)")],
            takes: true, returns: true),
        here: "/werkvoorraad", people: [Option("", "Iedereen", chosen: true), Option("anja", "Anja Voorbeeld (12)")],
        hasty: Way("1 taak kan niet wachten.", "/werkvoorraad?stap=crisis_bellen"),
        stuck: Way("2 zaken zijn vastgelopen in processen.", "/processen"))

    static let variants: [(name: String, page: WerkvoorraadPage)] = [
        (
            "leeg",
            WerkvoorraadPage(
                summary: "Er ligt niets voor u.", tabs: sample.tabs, tab: "mij", search: "", steps: [],
                sort: "urgentie",
                sorts: [], rows: [],
                empty: Empty(
                    title: "U bent klaar", text: "Er liggen 9 taken die niemand heeft.",
                    way: Way("Bekijk wat niemand heeft", "/werkvoorraad?tab=niemand")), paging: nil, giving: nil,
                here: "/werkvoorraad", people: [])
        )
    ]
}
