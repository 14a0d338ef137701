import Basics
import HTTPTypes
import Hummingbird
import Journal
import Synchronization
import Testing
import Zaken

@testable import Web

/// A partner's system asks the adviser by its key.
@Suite("Advice for partners' systems")
struct KoppelingAdviesTests {
    private static let memo: JSON = ["vraag": "Hoe lang mag een memo zijn?"]

    /// A site with a system that may ask, and one that may only give a message.
    private func open(_ visit: @escaping @Sendable (Site) async throws -> Void) async throws {
        try await Site.open { site in
            let asks = Koppeling(code: "vraagbaak", naam: "Vraagbaak", berichten: [], signalen: [], advies: true)
            let gives = Koppeling(code: "pakket", naam: "Debiteurenpakket", berichten: ["Akkoord"], signalen: [])
            try await site.office.act(as: .system("test")) { act in
                try Koppeling.Change(asks, sleutel: "vraagt").run(in: act)
                try Koppeling.Change(gives, sleutel: "geeft").run(in: act)
            }
            try await visit(site)
        }
    }

    private func json(_ answer: TestResponse) throws -> JSON { try JSON(parsing: String(buffer: answer.body)) }

    @Test func `a system with the right to it gets an advice by its key, by address and as JSON`() async throws {
        try await open { site in
            let sent = try await site.askByKey("vraagt", Self.memo)
            #expect(sent.status == .ok)
            #expect(try json(sent)["route"][0]["sources"][0]["document"].text?.hasPrefix("04") == true)
            let got = try await site.get(
                "/api/advies?vraag=Hoe+lang+mag+een+memo+zijn%3F", [.authorization: "Bearer vraagt"])
            #expect(try json(got)["route"] == json(sent)["route"])
            let known = try await site.askByKey("vraagt", ["vraag": "Welke route?", "feiten": ["woonplaats": "Delft"]])
            #expect(String(buffer: known.body).contains("Delft"))
        }
    }

    @Test func `no key, a key without the right, a zaak, and what cannot be read are refused in JSON`() async throws {
        try await open { site in
            let nobody = try await site.get("/api/advies?vraag=x")
            #expect(nobody.status == .unauthorized)
            #expect(try json(nobody)["fout"] == "sleutel")
            let unsent = try await site.send(.post, "/api/advies", [:], body: ByteBuffer(string: "{}"))
            #expect(unsent.status == .unauthorized)
            #expect(try await site.askByKey("anders", Self.memo).status == .unauthorized)
            let other = try await site.askByKey("geeft", Self.memo)
            #expect(other.status == .forbidden)
            #expect(try json(other)["fout"] == "niet_toegestaan")
            let onZaak = try await site.askByKey("vraagt", ["vraag": "Welke route?", "zaak": "ZAAK-2026-000001"])
            #expect(onZaak.status == .forbidden)
            for wrong: JSON in [[:], ["vraag": ""], ["vraag": .string(String(repeating: "a b ", count: 600))]] {
                let answer = try await site.askByKey("vraagt", wrong)
                #expect(answer.status == .unprocessableContent)
                #expect(try json(answer)["veld"] == "vraag")
            }
            let broken = try await site.send(
                .post, "/api/advies", [.authorization: "Bearer vraagt", .contentType: "application/json"],
                body: ByteBuffer(string: "{"))
            #expect(broken.status == .badRequest)
        }
    }

    @Test func `what a question holds that is not known is refused with what is, and lost in silence never`()
        async throws
    {
        try await open { site in
            let misspelt = try await site.askByKey(
                "vraagt", ["vraag": "Welke route?", "feit": ["woonplaats": "Delft"]])
            #expect(misspelt.status == .unprocessableContent)
            #expect(try json(misspelt)["velden"] == ["feit"])
            #expect(try json(misspelt)["bekend"].elements?.contains("feiten") == true)
            let number = try await site.askByKey("vraagt", ["vraag": 5])
            #expect(try json(number)["veld"] == "vraag")
            #expect(try json(number)["uitleg"] == "Verwacht: een tekst.")
            let bare = try await site.askByKey("vraagt", ["vraag": "Welke route?", "feiten": "Delft"])
            #expect(try json(bare)["veld"] == "feiten")
            let address = try await site.get(
                "/api/advies?vrag=Welke+route%3F", [.authorization: "Bearer vraagt"])
            #expect(try json(address)["velden"] == ["vrag"])
        }
    }

    @Test func `who keeps the system sees the koppelingen and stops one`() async throws {
        try await open { site in
            try await site.signIn("els")
            let page = try await site.page("/beheer")
            #expect(page.contains("Debiteurenpakket") && page.contains("Geeft “Akkoord”."))
            #expect(try await site.post("/beheer/koppelingen/vraagbaak/stand", ["stand": "dicht"]).status == .seeOther)
            #expect(try await site.page("/beheer").contains("gestopt"))
            #expect(try await site.askByKey("vraagt", Self.memo).status == .unauthorized)
            #expect(try await site.post("/beheer/koppelingen/vraagbaak/stand", ["stand": "open"]).status == .seeOther)
            #expect(try await site.askByKey("vraagt", Self.memo).status == .ok)
        }
    }

    @Test func `the facts are on their way before the route is made`() async throws {
        let sent = Sent()
        let stream = Adviesstroom(
            facts: { ["Delft"] },
            advice: {
                #expect(sent.text == "event: feiten\ndata: [\"Delft\"]\n\n")
                return ["route": [["step": "Bel"]], "missing": [], "conflicts": []]
            })
        try await stream.response.body.write(Recorder(sent: sent))
        let names = sent.text.matches(of: /event: (\w+)/).map { String($0.1) }
        #expect(names == ["feiten", "stap", "ontbreekt", "tegenspraak", "advies"])
    }
}

/// What was sent so far.
private final class Sent: Sendable {
    private let held = Mutex("")

    var text: String { held.withLock { String($0) } }

    func add(_ more: String) { held.withLock { $0 += more } }
}

private struct Recorder: ResponseBodyWriter {
    let sent: Sent

    mutating func write(_ buffer: ByteBuffer) async throws { sent.add(String(buffer: buffer)) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension Site {
    fileprivate func askByKey(_ key: String, _ question: JSON) async throws -> TestResponse {
        try await send(
            .post, "/api/advies", [.authorization: "Bearer \(key)", .contentType: "application/json"],
            body: ByteBuffer(string: question.canonical))
    }
}
