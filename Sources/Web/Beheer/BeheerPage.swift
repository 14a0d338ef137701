/// Accounts, and work that kept failing and waits for someone to look.
struct BeheerPage: Page {
    let users: [User]
    let problems: ZaakPage.Problems?
    let fields: [Field]
    let groups: [Option]
    let jobs: [Job]
    let jobsSummary: String

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
        let change: Change?
    }

    struct Change: Sendable {
        let path: String
        let id: String
        let fields: [Field]
        let groups: [Option]
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
                path: "/beheer/gebruikers/1/blokkade", isBlocked: false, change: change),
            User(
                login: "bram", name: "Bram Voorbeeld", role: "Teamleider", groups: nil,
                state: Chip("geblokkeerd", "urgent"),
                path: "/beheer/gebruikers/2/blokkade", isBlocked: true, change: nil),
            User(
                login: "els", name: "Els Voorbeeld", role: "Beheerder", groups: nil, state: Chip("uzelf", "accent"),
                path: nil,
                isBlocked: false, change: nil),
        ], problems: ZaakPage.Problems(problems: [Problem(text: "Deze gebruikersnaam is bezet.", anchor: "naam")]),
        fields: [
            Field("login", "Gebruikersnaam", .text(""), isRequired: true),
            Field("naam", "Naam", .text(""), isRequired: true),
            Field(
                "rol", "Rol",
                .choice([
                    Option("casemanager", "Casemanager"), Option("teamleider", "Teamleider"),
                    Option("proceseigenaar", "Proceseigenaar"), Option("lezer", "Lezer"),
                    Option("beheerder", "Beheerder"),
                ]), isRequired: true),
        ],
        groups: [Option("incasso", "Team incasso"), Option("klantenservice", "Klantenservice")],
        jobs: [
            Job(
                kind: "post", subject: "zaak 01980000", when: "di 9 juni 10:00", attempts: "8",
                error: "connection refused",
                path: "/beheer/opdrachten/1/herkansing")
        ], jobsSummary: "1 opdracht staat stil.")

    private static let change = Change(
        path: "/beheer/gebruikers/1", id: "gebruiker-1",
        fields: [
            Field(
                "rol", "Rol",
                .choice([
                    Option("casemanager", "Casemanager", chosen: true), Option("teamleider", "Teamleider"),
                    Option("proceseigenaar", "Proceseigenaar"), Option("lezer", "Lezer"),
                    Option("beheerder", "Beheerder"),
                ]), id: "rol-1", isRequired: true)
        ], groups: [Option("incasso", "Team incasso", chosen: true)])

    static let variants: [(name: String, page: BeheerPage)] = [
        (
            "rustig",
            BeheerPage(
                users: sample.users, problems: nil, fields: sample.fields, groups: sample.groups, jobs: [],
                jobsSummary: "Alle opdrachten lopen.")
        )
    ]
}
