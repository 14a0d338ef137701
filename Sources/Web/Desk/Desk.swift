import Basics
import Database
import Hummingbird
import Incasso
import Journal
import Procesbot
import Recht
import Zaken

/// What every controller works with: how things look, and where acts are done.
struct Desk: Sendable {
    let face: Face
    let office: Office
    let drawings: Drawings
    let boek: Rechtsboek
    let keurmeester: Keurmeester
    /// Warns of health, belief and the like before words are kept.
    let bijzonder: SpecialReader

    var database: Database { office.database }

    /// The legal tables, as they are in force now.
    var recht: RechtTables { boek.tables }

    func today() -> Day { face.clock.now().day }

    /// What words of a special kind stand in these fields; none when someone said that they are needed.
    func gevoelig(_ form: FormFields, _ fields: [String]) -> [Gevoelig] {
        guard form["toch"] == nil else { return [] }
        return bijzonder.found(in: fields.compactMap { form[$0] }.joined(separator: "\n"))
            .map { Gevoelig(woorden: $0.words, schrijf: $0.instead) }
    }

    /// A form that was refused, to draw it again.
    func sent(_ request: Request, _ form: FormFields, _ refusal: Refusal, _ context: SignedInContext) -> Sent {
        Sent(request.uri.path, form, refusal, face.words(context))
    }

    /// Does an act as the person who is signed in.
    func act<Answer: Sendable>(
        _ context: SignedInContext, _ body: @escaping @Sendable (Act) throws -> Answer
    ) async throws -> Answer {
        guard !context.visitor.sentAgain else { throw SentAgain() }
        return try await office.act(as: .user(context.user.id), body)
    }

    /// Does what a form asks for and goes to `path` with the sentence of it; what is refused is drawn again, with what was sent and why.
    func act(
        _ request: Request, _ form: FormFields, _ context: SignedInContext, then path: String,
        _ body: @escaping @Sendable (Act) throws -> Flash, refused: (Sent) async throws -> Response
    ) async throws -> Response {
        try await .ofAct {
            .seeOther(path, flash: try await act(context, body))
        } refused: { refusal in
            try await refused(sent(request, form, refusal, context))
        }
    }
}

extension RequestContext {
    /// The identifier in the path; a path with another text there does not exist.
    func id<Subject>(_ name: String, of subject: Subject.Type = Subject.self) throws -> Identifier<Subject> {
        guard let id = parameters.get(name).flatMap(Identifier<Subject>.init) else { throw HTTPError(.notFound) }
        return id
    }
}

extension Request {
    /// The query, read as the form that a browser sends: a plus is a space.
    var queryFields: FormFields { FormFields(encoded: uri.query ?? "") }

    /// A part of the query without surrounding space; `nil` when it is absent or empty.
    func query(_ name: String) -> String? { queryFields[name] }
}

/// Who people are: the names behind login names and behind the actors of the journal.
struct Colleagues: Sendable {
    static let none = Colleagues(all: [])

    let all: [Gebruiker]

    /// The name behind a login, or behind an actor that is kept as `user:…`.
    func name(of login: Medewerker) -> String {
        let text = login.rawValue
        return all.first { $0.login == text || "user:\($0.id.text)" == text }?.name ?? text
    }

    /// The name behind an actor as text, such as `user:…`; a part of the system by its own name.
    func name(of actor: String, _ words: Words) -> String {
        let parts = actor.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return all.first { $0.login == actor }?.name ?? actor }
        if parts[0] == "user" { return all.first { $0.id.text == parts[1] }?.name ?? words("journal.someone") }
        return words.text("actors.\(parts[1])") ?? words("actors.system")
    }
}
