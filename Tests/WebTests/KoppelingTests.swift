import Basics
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Journal
import Testing
import Zaken

@testable import Web

/// A partner's system gives messages and signals over HTTP.
@Suite("The door for partners' systems")
struct KoppelingTests {
    @Test func `who shows no key, or that of a stopped koppeling, is not let in; a wrong call hears what was expected`()
        async throws
    {
        try await Site.open { site in
            var one = Koppeling(code: "pakket", naam: "Debiteurenpakket", berichten: ["Akkoord"], signalen: ["Tarief"])
            let known = one
            _ = try await site.office.act(as: .system("test")) {
                try Koppeling.Change(known, sleutel: "open").run(in: $0)
            }
            let (messages, signals) = ("/api/koppeling/berichten", "/api/koppeling/signalen")
            #expect(try await site.call(messages, "anders", "{}").status == .unauthorized)

            let wrong = try await site.call(messages, "open", #"{"id": "1", "bericht": "Akkoord", "geldig": "lang"}"#)
            #expect(wrong.status == .badRequest)
            let told = try JSON(parsing: String(buffer: wrong.body))
            #expect(told["fout"] == "onjuist" && told["veld"] == "geldig" && told["verwacht"] == "duur")
            #expect(told["uitleg"].text?.contains("ISO 8601") == true)

            let body = #"{"id": "1", "bericht": "Akkoord", "sleutel": "A"}"#
            #expect(try await site.call(messages, "open", body).status == .accepted)
            let again = try await site.call(messages, "open", body)
            #expect(again.status == .ok && String(buffer: again.body).contains(#""herhaald":true"#))
            let other = try await site.call(messages, "open", #"{"id": "1", "bericht": "Akkoord", "sleutel": "B"}"#)
            #expect(other.status == .conflict && String(buffer: other.body).contains("ander_verzoek"))
            #expect(try await site.call(signals, "open", #"{"id": "s", "signaal": "Tarief"}"#).status == .accepted)
            let foreign = try await site.call(signals, "open", #"{"id": "t", "signaal": "Akkoord"}"#)
            #expect(foreign.status == .forbidden)
            let large = #"{"id": ""# + String(repeating: "a", count: 300_000) + "\"}"
            let tooLarge = try await site.call(messages, "open", large)
            #expect(tooLarge.status == .contentTooLarge && String(buffer: tooLarge.body).contains("te_groot"))
            let keyless = try await site.send(.post, messages, [:], body: ByteBuffer(string: "{}"))
            #expect(keyless.status == .unauthorized && String(buffer: keyless.body).contains(#""fout":"sleutel""#))

            one.isActief = false
            let stopped = one
            _ = try await site.office.act(as: .system("test")) { try Koppeling.Change(stopped).run(in: $0) }
            #expect(try await site.call(messages, "open", body).status == .unauthorized)
        }
    }

    @Test func `a hostile body is refused in JSON and changes nothing`() async throws {
        try await Site.open { site in
            let one = Koppeling(code: "pakket", naam: "Debiteurenpakket", berichten: ["Akkoord"], signalen: ["Tarief"])
            _ = try await site.office.act(as: .system("test")) {
                try Koppeling.Change(one, sleutel: "open").run(in: $0)
            }
            for path in ["/api/koppeling/berichten", "/api/koppeling/signalen"] {
                for body in KoppelingTests.hostile {
                    let answer = try await site.call(path, "open", body)
                    #expect((400..<410).contains(answer.status.code), "\(body.prefix(80))")
                    let told = try JSON(parsing: String(buffer: answer.body))
                    #expect(told["fout"].text != nil && told["uitleg"].text?.isEmpty == false)
                    #expect(String(buffer: answer.body).utf8.count < 1_000)
                }
            }
            let taken = try await site.office.read { tx in
                try tx.rows("SELECT id FROM oproepen").count + tx.rows("SELECT id FROM procesberichten").count
            }
            #expect(taken == 0)
        }
    }

    /// What someone might send who means harm, or who has a fault in a program.
    private static let hostile = [
        "", "null", "7", "\"\"", "[]", "{}", "{", "[[[[[[[[[[", String(repeating: "[", count: 100_000),
        String(repeating: #"{"a":"#, count: 20_000), #"{"id": "1", "id": "2", "bericht": "Akkoord", "sleutel": "A"}"#,
        #"{"id": "1", "bericht": "Akkoord", "sleutel": "A"} {"id": "2"}"#,
        #"{"id": "1", "bericht": "Akkoord", "sleutel": "\ud800"}"#,
        #"{"id": "1", "bericht": "Akkoord", "sleutel": 1e}"#,
        #"{"id": "1", "bericht": "Akkoord", "sleutel": 1e999999999999}"#,
        #"{"id": "1", "bericht": "Akkoord", "sleutel": {"$gt": ""}}"#,
        #"{"id": "1", "bericht": "Akkoord", "sleutel": "A", "geldig": "P99999999999999999999Y"}"#,
        #"{"id": "1", "bericht": "Akkoord", "sleutel": "A", "geldig": "PT9223372036854775807S"}"#,
        #"{"id": "1", "bericht": "Akkoord", "sleutel": "A", "geldig": "-P366000D"}"#,
        #"{"id": "1", "bericht": "Akkoord", "zaak": "' OR 1 = 1 --"}"#,
        #"{"id": "1", "bericht": "Akkoord", "zaak": "\#(String(repeating: "9", count: 201))"}"#,
        #"{"id": "1", "signaal": ["Tarief"], "inhoud": {"\u0000": 1}}"#,
        #"{"id": "1", "signaal": "Tarief", "inhoud": {"": 1}}"#,
        #"{"id": "1", "\#(String(repeating: "x", count: 100_000))": 1}"#,
        #"{"\#(String(repeating: "y", count: 1_000))": 1, "\#(String(repeating: "y", count: 1_000))": 2}"#,
        "{\"id\": \"1\", \"bericht\": \"Akkoord\u{202E}\"}", "<Envelope/>", "id=1&bericht=Akkoord",
    ]

    @Test func `each refusal has words in both languages`() throws {
        for language in Language.allCases {
            let words = try Words(language, directory: Content.folder.appending(path: "teksten").path)
            let codes = [
                "onleesbaar", "niet_toegestaan", "ander_verzoek", "niet_eenduidig", "niemand_wacht", "te_groot",
                "sleutel",
            ]
            let expected = Oproepfout.Verwacht.allCases.map { "expected_\($0.rawValue)" }
            for key in codes + expected { #expect(words.text("coupling.\(key)") != nil) }
        }
    }
}

extension Site {
    fileprivate func call(_ path: String, _ key: String, _ body: String) async throws -> TestResponse {
        try await send(.post, path, [.authorization: "Bearer \(key)"], body: ByteBuffer(string: body))
    }
}
