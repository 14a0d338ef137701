/// What was found among zaken, people and what was written, with facets to narrow it.
struct ZoekenPage: Page {
    let question: String
    /// The kind that is kept at the next question.
    let kind: String?
    let summary: String
    let hits: [Hit]
    /// What was found in notes and contacts.
    let written: [Written]
    let allWritten: Way?
    /// What kind of thing to look at; nothing where nothing has these words.
    let kinds: Facet?
    /// By what to narrow further.
    let facets: [Facet]
    let empty: Empty?
    let paging: Paging?

    struct Hit: Sendable {
        let kind: String
        let title: String
        let path: String
        let detail: String
        let facet: Chip
        let open: String
    }

    /// A place in a note or a recorded contact.
    struct Written: Sendable {
        let kind: String
        let title: String
        let path: String
        let excerpt: String
        let who: String
        let machine: String
    }

    struct Facet: Sendable {
        let name: String
        let ways: [Way]
    }

    static let template = "zoeken/zoeken"
    static let area: Area? = .klanten

    static let sample = ZoekenPage(
        question: "voorbeeldstraat", kind: "zaak", summary: "3 gevonden",
        hits: [
            Hit(
                kind: "Klant", title: "Klant 10482", path: "/klanten/1", detail: "Voorbeeldstraat 12, Rotterdam",
                facet: Chip("persoon"), open: "€\u{A0}1.276,52"),
            Hit(
                kind: "Zaak", title: "ZAAK-2026-000412", path: "/zaken/1", detail: "Klant 10482 · Huurincasso",
                facet: Chip("minnelijk", "accent"), open: "€\u{A0}1.276,52"),
        ],
        written: [
            Written(
                kind: "Notitie", title: "ZAAK-2026-000412 · Klant 10482", path: "/zaken/1",
                excerpt: "… verhuist naar de Voorbeeldstraat …", who: "Anja Voorbeeld, di 9 juni 11:05",
                machine: "2026-06-09T09:05:00Z")
        ], allWritten: Way("Alle 12 in notities en contacten", "/zoeken?q=v&soort=geschreven"),
        kinds: Facet(name: "Soort", ways: [Way("Zaken", "/zoeken?soort=zaken", current: true, count: "2")]),
        facets: [
            Facet(
                name: "Soort",
                ways: [
                    Way("Alles", "/zoeken?q=v", current: true, count: "3"),
                    Way("Zaken", "/zoeken?q=v&soort=zaak", count: "1"),
                ])
        ], empty: nil, paging: Paging(text: "1 tot 3 van 3", previous: nil, next: nil))

    static let variants: [(name: String, page: ZoekenPage)] = [
        (
            "niets",
            ZoekenPage(
                question: "qqq", kind: nil, summary: "Niets gevonden", hits: [], written: [], allWritten: nil,
                kinds: nil, facets: [],
                empty: Empty(
                    title: "Niets gevonden",
                    text: "Zoek op een deel van de naam, de straat, het zaaknummer of de factuur.",
                    way: Way("Bedoelde u klaver?", "/zoeken?q=klaver")),
                paging: Paging(text: "0", previous: "/zoeken", next: "/zoeken"))
        )
    ]
}
