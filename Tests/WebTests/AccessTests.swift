import Basics
import Database
import Foundation
import Hummingbird
import Testing
import Zaken

@testable import Web

@Suite("Who may come where")
struct AccessTests {
    /// Who signs in for each column of the table.
    static let people: [(letter: Character, login: String)] = [
        ("c", "anja"), ("t", "bram"), ("p", "cora"), ("l", "dirk"), ("b", "els"),
    ]

    @Test(arguments: people.map(\.login))
    func `each role comes where the table says, and nowhere else`(_ login: String) async throws {
        let letter = try #require(AccessTests.people.first { $0.login == login }?.letter)
        let found = try await walk(as: login) { $0.status != .forbidden }
        for (route, isIn) in found {
            let allowed = AccessTable.rows[route] ?? "?"
            #expect(isIn == (allowed == "*" || allowed.contains(letter)), "\(login) \(route): \(allowed)")
        }
        #expect(Set(found.keys) == Set(AccessTable.rows.keys))
    }

    @Test func `who has not signed in comes to the pages for everyone alone`() async throws {
        let found = try await walk(as: nil) { answer in
            let isSentAway = answer.headers[.location]?.hasPrefix("/inloggen") == true
            return !isSentAway && answer.status != .forbidden
        }
        let open = Set(found.filter(\.value).keys)
        #expect(open == Set(AccessTable.rows.filter { $0.value == "*" }.keys))
    }

    @Test(arguments: people.map(\.login))
    func `a form with files is taken nowhere without its token`(_ login: String) async throws {
        let places = try await routes().filter { $0.method == .post && $0.path.description != BetaallinkPaths.hook() }
        try await Site.open { site in
            try await site.signIn("bram")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let file = DocumentFile(
                titel: "Brief", soort: "bijlage", richting: .ontvangen, bestandsnaam: "brief.txt",
                formaat: "text/plain", bytes: Array("tekst".utf8), door: "bram")
            try await site.office.act(as: .system("test")) { try Document.Filing(zaak: zaak.id, file: file).run(in: $0) }
            let document = try #require(
                try await site.office.read { try $0.documenten.all(of: zaak.id) }.first { $0.titel == "Brief" })
            try await site.signIn(login)
            for place in places {
                let path = AccessTests.filled(
                    place.path.description, ["{document}": document.id.text, "{zaak}": zaak.id.text])
                let answer = try await site.postMultipart(path, AccessTests.parts)
                #expect(answer.status == .forbidden, "\(path)")
            }
        }
    }

    private static let parts = """
        --x\r\nContent-Disposition: form-data; name="reden"\r\n\r\nx\r\n\
        --x\r\nContent-Disposition: form-data; name="bestand"; filename="a.csv"\r\n\r\nx\r\n--x--\r\n
        """

    /// Asks each page and does each act, about things that are not there; tells of each how that went.
    private func walk(
        as login: String?, _ judge: @escaping @Sendable (TestResponse) -> Bool
    ) async throws -> [String: Bool] {
        let routes = try await routes().map { ($0.method, $0.path.description) }
        let found = Found()
        try await Site.open(payments: WebPayments(links: .test)) { site in
            for (method, pattern) in routes {
                if site.secret == nil, let login { try await site.signIn(login) }
                if login == nil { _ = try await site.get("/inloggen") }
                let path = AccessTests.filled(pattern)
                let answer = try await method == .get ? site.get(path) : site.post(path, [:])
                await found.note("\(method) \(pattern)", judge(answer))
            }
        }
        return await found.all
    }

    /// A pattern with something in each placeholder.
    private static func filled(_ pattern: String, _ known: [String: String] = [:]) -> String {
        pattern.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.hasPrefix("{") ? known[String(part)] ?? "018f0000-0000-7000-8000-000000000001" : String(part)
        }.joined(separator: "/")
    }

    private func routes() async throws -> [Router<AppContext>.RouteDescription] {
        let database = try await Database.open(.memory)
        try await database.migrate(try Migration.read(folder: Content.folder.path + "/migrations"))
        let clock = TestClock()
        let office = try await TestOffice.open(database, clock: clock.now).office
        let (router, _) = try buildSite(
            settings: WebSettings(development: true, payments: WebPayments(links: .test)), office: office,
            content: Content.folder.path, clock: WebClock(now: clock.now), boek: nil)
        await database.close()
        return router.routes.filter { [.get, .post].contains($0.method) }
    }
}

private actor Found {
    private(set) var all: [String: Bool] = [:]

    func note(_ route: String, _ isIn: Bool) { all[route] = isIn }
}

/// Who may come where: c casemanager, t teamleider, p proceseigenaar, l lezer, b beheerder; a star is everyone, also who has not
/// signed in. Of a page that shows more to one than to another this says who gets to see it at all.
enum AccessTable {
    static let rows = Dictionary(
        uniqueKeysWithValues: text.split(separator: "\n").map { line in
            let halves = line.split(separator: " ", maxSplits: 1).map(String.init)
            return (halves[1], halves[0])
        })

    private static let text = """
        * GET /
        """
}
