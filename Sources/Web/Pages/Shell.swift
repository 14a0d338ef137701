/// What the layout draws around every page.
public struct Shell: Sendable {
    let language: String
    /// Where styles and scripts are, with their content hash.
    let web: String
    let csrf: String
    /// Where the language switch and the login return to.
    let here: String
    /// Where search is, for who may.
    let search: String?
    let navigation: [Link]
    let languages: [Link]
    let user: User?
    let flash: Flash?
    let clock: Clock?

    struct Link: Sendable {
        let label: String
        let path: String
        let current: Bool
        let code: String
    }

    struct User: Sendable {
        let name: String
        let initials: String
        let role: String
    }

    struct Flash: Sendable {
        let text: String
        let isProblem: Bool
    }

    /// The bar that moves time in a demo.
    struct Clock: Sendable {
        let now: String
        let today: String
        let steps: [Step]

        struct Step: Sendable {
            let label: String
            let value: String
        }
    }
}
