/// Accounts, and work that kept failing and waits for someone to look.
struct BeheerPage: Page {
    let users: [User]
    let problems: ZaakPage.Problems?
    let adding: Sheet
    let jobs: [Job]
    let jobsSummary: String
    /// How many zaken are stuck in each process.
    var stuck: [Way] = []
    /// The systems of partners that may call.
    var couplings: [Coupling] = []

    struct Coupling: Sendable {
        let code: String
        let name: String
        let may: String
        let state: Chip
        /// Where to stop it or let it in again.
        let path: String
        let isStopped: Bool
    }

    struct User: Sendable {
        let login: String
        let name: String
        let role: String
        let groups: String?
        let state: Chip
        /// Where to shut out or let in; nothing for one's own account.
        let path: String?
        let isBlocked: Bool
        /// The form to change it; nothing for one's own account.
        let change: Sheet?
    }

    struct Job: Sendable {
        let kind: String
        let subject: String
        let when: String
        let attempts: String
        let error: String
        let path: String
    }

    static let template = "beheer/beheer"
    static let area: Area? = .beheer

    static let sample = BeheerPage(
        users: [
            User(
                login: "anja", name: "Anja Voorbeeld", role: "Casemanager", groups: "Team incasso",
                state: Chip("actief", "calm"),
                path: "/beheer/gebruikers/1/blokkade", isBlocked: false, change: .sample),
            User(
                login: "bram", name: "Bram Voorbeeld", role: "Teamleider", groups: nil,
                state: Chip("geblokkeerd", "urgent"),
                path: "/beheer/gebruikers/2/blokkade", isBlocked: true, change: nil),
            User(
                login: "els", name: "Els Voorbeeld", role: "Beheerder", groups: nil, state: Chip("uzelf", "accent"),
                path: nil,
                isBlocked: false, change: nil),
        ], problems: ZaakPage.Problems(problems: [Problem(text: "Deze gebruikersnaam is bezet.", anchor: "naam")]),
        adding: .sample,
        jobs: [
            Job(
                kind: "post", subject: "zaak 01980000", when: "di 9 juni 10:00", attempts: "8",
                error: "connection refused",
                path: "/beheer/opdrachten/1/herkansing")
        ], jobsSummary: "1 opdracht staat stil.",
        stuck: [Way("Regeling", "/processen/regeling#vast", count: "2")],
        couplings: [
            Coupling(
                code: "pakket", name: "Debiteurenpakket", may: "Geeft “Akkoord”.", state: Chip("actief", "calm"),
                path: "/beheer/koppelingen/pakket/stand", isStopped: false),
            Coupling(
                code: "oud", name: "Oud pakket", may: "Mag niets.", state: Chip("gestopt", "urgent"),
                path: "/beheer/koppelingen/oud/stand", isStopped: true),
        ])

    static let variants: [(name: String, page: BeheerPage)] = [
        (
            "rustig",
            BeheerPage(
                users: sample.users, problems: nil, adding: sample.adding, jobs: [],
                jobsSummary: "Alle opdrachten lopen.")
        )
    ]
}
