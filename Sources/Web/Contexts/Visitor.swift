/// Who is at the other end of a request: perhaps someone signed in, always someone with a language.
struct Visitor: Sendable {
    var language = Language.nl
    var user: Gebruiker?
    /// What the user's role allows.
    var rights: Set<Permission> = []
    /// The secret in the visitor's cookie, of a session or of a guest; the form token is derived from it.
    var secret: Secret?
    var flash: Flash?
    /// The worklist as the visitor last saw it, with its filters.
    var list = WorkPaths.list()
    /// Path and query of the request, to come back to.
    var here = "/"

    /// Whether the session in the visitor's cookie is over.
    var isOver = false
    /// Whether the form that came was kept through signing in, and only wants to stand as it was.
    var sentAgain = false

    /// What every form carries: the token, and whose form it is.
    var formToken: String { [secret?.formToken, user?.formMark].compactMap(\.self).joined(separator: ".") }
}

/// A sentence shown once, on the page after an act: a key of the string tables and its parts.
struct Flash: Sendable, Hashable {
    let key: String
    let isProblem: Bool
    let parts: [String]

    init(_ key: String, _ parts: String..., isProblem: Bool = false) {
        self.key = key
        self.parts = parts
        self.isProblem = isProblem
    }

    /// Reads what ``encoded`` wrote; only keys of letters, digits, dots and underscores are taken.
    init?(encoded text: String) {
        let fields = FormFields(encoded: text)
        guard let key = fields["k"], key.allSatisfy({ $0.isLetter || $0.isNumber || "._".contains($0) }) else {
            return nil
        }
        self.key = key
        isProblem = fields["p"] != nil
        parts = Array(fields.all("a").prefix(4))
    }

    var encoded: String {
        (["k=" + key.formEncoded] + parts.map { "a=" + $0.formEncoded } + (isProblem ? ["p=1"] : []))
            .joined(separator: "&")
    }

    /// The sentence, its parts filled in for `{1}`, `{2}` and on.
    func sentence(_ words: Words) -> String {
        parts.enumerated().reduce(words("flash.\(key)")) { text, part in
            text.replacing("{\(part.offset + 1)}", with: part.element)
        }
    }
}
