import Basics
import Bibliotheek
import Database
import Foundation
import Hummingbird
import Journal
import Synchronization
import Taalmodel
import TestSupport
import Zaken

@testable import Web

/// The whole site on a database in memory, visited by one browser that keeps its cookies.
final class Site: Sendable {
    static let password = "een lang wachtwoord"

    let clock: TestClock
    let office: Office
    private let client: Visitor
    private let cookies = Mutex<[String: String]>([:])
    private let lastToken = Mutex("")

    private init(client: Visitor, clock: TestClock, office: Office) {
        self.client = client
        self.office = office
        self.clock = clock
    }

    /// A site is a whole house in memory; more at once only wait for each other.
    private static let turnstile = Turnstile(16)

    static func open(
        payments: WebPayments? = nil, taalmodel: TaalmodelSettings? = nil, embedding: EmbeddingSettings? = nil,
        content: URL = Content.folder,
        _ visit: @escaping @Sendable (Site) async throws -> Void
    ) async throws {
        try await turnstile.pass { try await fresh(payments, taalmodel, embedding, content, visit) }
    }

    private static func fresh(
        _ payments: WebPayments?, _ taalmodel: TaalmodelSettings?, _ embedding: EmbeddingSettings?,
        _ content: URL, _ visit: @escaping @Sendable (Site) async throws -> Void
    ) async throws {
        let database = try await Database.open(.memory)
        try await database.migrate(try Migration.read(folder: Content.folder.path + "/migrations"))
        let clock = TestClock()
        try await populate(database, at: clock.now())
        let office = try await TestOffice.open(database, clock: clock.now).office
        let library = try ShippedLibrary(content: Content.folder.path)
        try await office.act(as: .system("content")) { act in try library.run(in: act) }
        let app = try await buildApplication(
            settings: WebSettings(development: true, payments: payments, taalmodel: taalmodel, embedding: embedding),
            office: office, content: content.path, clock: WebClock(now: clock.now))
        try await Visitor.visit(app) { try await visit(Site(client: $0, clock: clock, office: office)) }
        await database.close()
    }

    /// One account a role, under passwords that are quick to check.
    private static func populate(_ database: Database, at now: Moment) async throws {
        var random = SeededRandom(seed: 7)
        let kept = try Wachtwoord(password, rounds: 16, random: &random)
        let roles: [(String, Rol)] = [
            ("anja", .casemanager), ("bram", .teamleider), ("cora", .proceseigenaar), ("dirk", .lezer),
            ("els", .beheerder),
        ]
        try await database.write { tx in
            var ambient = Ambient(now: now)
            for (login, role) in roles {
                let name = "\(login.capitalized) Voorbeeld"
                let user = Gebruiker(
                    id: ambient.newID(), login: login, name: name, role: role, groepen: ["incasso", "klantenservice"])
                try tx.gebruikers.add(user, kept, at: now)
            }
        }
    }

    func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.get, path, headers, body: nil)
    }

    /// Sends a form as a browser does from one of our pages: with the cookies and the token that the last page gave.
    func post(
        _ path: String, _ form: [String: String], all several: (name: String, values: [String]) = ("", []),
        site: String = "same-origin"
    ) async throws -> TestResponse {
        let fields = form["csrf"] == nil ? form.merging(["csrf": token]) { $1 } : form
        let pairs = fields.map { ($0.key, $0.value) } + several.values.map { (several.name, $0) }
        let body = pairs.map { "\($0.0.formEncoded)=\($0.1.formEncoded)" }.joined(separator: "&")
        let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded", .secFetchSite: site]
        return try await send(.post, path, headers, body: ByteBuffer(string: body))
    }

    /// Sends a form with a file, as a browser does.
    func upload(
        _ path: String, fields: [String: String], file name: String, _ text: String, by script: String? = nil
    ) async throws -> TestResponse {
        let mark = "mark-of-the-parts"
        let all = [("csrf", token)] + fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let parts = all.map { "--\(mark)\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }
        let file = """
            --\(mark)\r\nContent-Disposition: form-data; name="bestand"; filename="\(name)"\r\n\
            Content-Type: text/csv\r\n\r\n\(text)\r\n--\(mark)--\r\n
            """
        var headers: HTTPFields = [
            .contentType: "multipart/form-data; boundary=\(mark)", .secFetchSite: "same-origin",
        ]
        headers[.requestedWith] = script
        return try await send(.post, path, headers, body: ByteBuffer(string: parts.joined() + file))
    }

    /// Sends fields under the name of a form with files, to get past the check of the token.
    func postMultipart(_ path: String, _ text: String) async throws -> TestResponse {
        let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=x", .secFetchSite: "same-origin"]
        return try await send(.post, path, headers, body: ByteBuffer(string: text))
    }

    /// Begins the process of a zaak, as its job does.
    func start(_ zaak: Zaak) async throws {
        try await office.act(as: .system("proces")) { try Zaak.Start(zaak: zaak.id).run(in: $0) }
    }

    /// A taak that nobody has yet.
    func offer(_ kind: String, of zaak: Zaak) async throws -> Identifier<Taak> {
        let now = clock.now()
        return try await office.database.write { tx in
            var ambient = Ambient(now: now)
            let id = ambient.newID(Taak.self)
            try tx.run(
                """
                INSERT INTO taken (id, zaak_id, soort, stap, naam, keuzes, groep, waarom, ontstaan, uiterlijk, staat, versie)
                VALUES (\(id), \(zaak.id), \(kind), 'A.2.2', 'A.2.2 Bel de klant', '[]', 'incasso', 'geen contact', \(now),
                    \(now.day), 'open', 0)
                """)
            return id
        }
    }

    /// What the browser holds of who is signed in.
    var secret: String? {
        get { cookies.withLock { $0[WebCookie.session.rawValue] } }
        set { cookies.withLock { $0[WebCookie.session.rawValue] = newValue } }
    }

    /// Another browser, without any cookie.
    func forget() { cookies.withLock { $0 = [:] } }

    /// A payment provider tells that something changed; it is no browser.
    func told(_ id: String) async throws -> HTTPResponse.Status {
        let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        let body = ByteBuffer(string: "id=\(id)")
        return try await client.execute(uri: "/betaalmelding", method: .post, headers: headers, body: body).status
    }

    func signIn(_ login: String) async throws {
        _ = try await get("/inloggen")
        _ = try await post("/inloggen", ["naam": login, "wachtwoord": Site.password])
    }

    private var token: String { lastToken.withLock { $0 } }

    func send(_ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, body: ByteBuffer?)
        async throws
        -> TestResponse
    {
        var headers = headers
        let held = cookies.withLock { $0 }
        headers[.cookie] = held.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        let answer = try await client.execute(uri: path, method: method, headers: headers, body: body)
        for line in answer.headers[values: .setCookie] {
            let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            cookies.withLock { $0[pair[0]] = pair.count == 2 && !line.contains("Max-Age=0") ? pair[1] : nil }
        }
        if let found = String(buffer: answer.body).firstMatch(of: /name="csrf" value="([0-9a-f.]+)"/) {
            lastToken.withLock { $0 = String(found.1) }
        }
        return answer
    }
}

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
    private let moment = Mutex(Moment(milliseconds: 1_780_990_000_000))

    var now: @Sendable () -> Moment { { self.moment.withLock { $0 } } }

    func advance(minutes: Int64) { moment.withLock { $0 = $0.adding(minutes: minutes) } }
}
