/// The way in.
struct LoginPage: Page {
    let organisation: String
    let login: String?
    let back: String?
    let problem: String?
    /// That the session is over, and what becomes of what was typed.
    var ended: String? = nil
    /// A form that was sent when it was.
    var kept: KeptForm? = nil
    /// In a demo: whom one may be, and how.
    let accounts: [Account]

    struct Account: Sendable {
        let login: String
        let name: String
        let role: String
    }

    static let template = "account/inloggen"
    static let sample = LoginPage(
        organisation: "Woningcorporatie (demo)", login: "anja", back: "/werkvoorraad",
        problem: "Deze naam en dit wachtwoord horen niet bij elkaar.",
        accounts: [
            Account(login: "anja", name: "Anja Voorbeeld", role: "Casemanager"),
            Account(login: "bram", name: "Bram Voorbeeld", role: "Teamleider"),
        ])
    static let variants: [(name: String, page: LoginPage)] = [
        (
            "leeg",
            LoginPage(organisation: "Woningcorporatie (demo)", login: nil, back: nil, problem: nil, accounts: [])
        ),
        (
            "afgelopen",
            LoginPage(
                organisation: "Woningcorporatie (demo)", login: nil, back: nil, problem: nil,
                ended: "U bent uitgelogd. Wat u had ingevuld, staat er weer als u inlogt.",
                kept: KeptForm(FormFields([("csrf", "1.anja"), ("reden", "Belt terug")]), at: "/zaken/1/notities"),
                accounts: [])
        ),
    ]
}
