/// The queue of incoming mail: what each mail seems to be, how soon, and where it may belong.
struct PostPage: Page {
    let summary: String
    let tabs: [Way]
    let state: String
    let kinds: [Option]
    let fields: [Field]
    let search: String
    let sort: String
    let sorts: [Way]
    /// Mails of a crisis that wait; the same day someone calls.
    let crisis: Way?
    let rows: [Row]
    let empty: Empty?
    let paging: Paging?
    /// Taking in a mail by hand, for who may.
    let intake: Intake?
    let problems: ZaakPage.Problems?
    let figures: String

    struct Row: Sendable {
        let path: String
        let subject: String
        let from: String
        let excerpt: String
        let received: String
        let kinds: [Chip]
        let due: Chip
        let files: String?
        let place: String
        let certainty: Chip
    }

    struct Intake: Sendable {
        let path: String
        let isOpen: Bool
    }

    static let template = "post/lijst"
    static let area: Area? = .post

    static let sample = PostPage(
        summary: "3 mails wachten, 1 vandaag.",
        tabs: [
            Way("Te doen", "/post", current: true, count: "3"), Way("Geplaatst", "/post?lijst=geplaatst", count: "41"),
        ], state: "nieuw", kinds: [Option("", "Alle soorten", chosen: true), Option("klacht", "Klacht (1)")],
        fields: [Field("taal", "Taal", .list([Option("nl", "Nederlands (3)")]))],
        search: "", sort: "urgentie", sorts: [Way("wat eerst moet", "/post?sorteer=urgentie", current: true)],
        crisis: Way("1 mail gaat over een crisis", "/post?crisis=ja"),
        rows: [
            Row(
                path: "/post/1", subject: "Ontruiming", from: "Klant 10482", excerpt: "Ik weet niet meer wat ik moet.",
                received: "vandaag 09:12", kinds: [Chip("Signalen van problematiek", "attention")],
                due: Chip("vandaag", "urgent"), files: "1 bijlage", place: "ZAAK-2026-000412 · Klant 10482",
                certainty: Chip("zeker", "calm"))
        ], empty: nil, paging: Paging(text: "1 tot 50 van 80", previous: "/post?p=1", next: "/post?p=2"),
        intake: Intake(path: "/post", isOpen: false),
        problems: ZaakPage.Problems(problems: [Problem(text: "Dit is geen mail.", anchor: "bestand")]),
        figures: "/post/trefzekerheid")

    static let variants: [(name: String, page: PostPage)] = [
        (
            "leeg",
            PostPage(
                summary: "Er wacht geen mail.", tabs: sample.tabs, state: "nieuw", kinds: [], fields: [], search: "",
                sort: "urgentie",
                sorts: [],
                crisis: nil, rows: [],
                empty: Empty(title: "Alles is gedaan", text: "Zet een mail hier neer om te beginnen.", way: nil),
                paging: nil, intake: Intake(path: "/post", isOpen: true), problems: nil,
                figures: "/post/trefzekerheid")
        )
    ]
}
