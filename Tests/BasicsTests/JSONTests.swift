import Basics
import Foundation
import Testing

@Suite("JSON") struct JSONTests {
    @Test(arguments: [
        (#"{"b":[1,2.50,-3e2],"a":"x\né😀"}"#, #"{"a":"x\né😀","b":[1,2.5,-300]}"#),
        (" [ ] ", "[]"), ("{}", "{}"), (#""\u00e9\uD83D\uDE00\/""#, "\"é😀/\""), ("null", "null"),
        ("0.1234567890123456789012345678901234", "0.1234567890123456789012345678901234"),
        ("1e400", "1E+400"),
    ])
    func `the canonical form has sorted keys and no spare characters`(text: String, canonical: String) throws {
        let json = try JSON(parsing: text)

        #expect(json.canonical == canonical)
        #expect(try JSON(parsing: json.pretty) == json)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "01", "1.", ".5", "+1", "tru", "\"\\x\"", "\"\\uD83D\"", "\"\u{1}\"", "1 2",
        #"{"a":1,"a":2}"#, "[1 2]", "NaN", "1e99999", "\"abc", "'a'", "-",
    ])
    func `what is not JSON is refused`(text: String) {
        #expect(throws: JSONFault.self) { try JSON(parsing: text) }
    }

    @Test func `a fault says where it is`() {
        let fault = #expect(throws: JSONFault.self) { try JSON(parsing: "{\n  \"a\": ?\n}") }

        #expect(fault?.line == 2)
        #expect(fault?.offset == 9)
    }

    @Test func `depth and size are bounded`() throws {
        let deep = String(repeating: "[", count: 100_000)

        #expect(#expect(throws: JSONFault.self) { try JSON(parsing: deep) }?.reason == .tooDeep(limit: 64))
        #expect(throws: JSONFault.self) { try JSON(parsing: "[1,2,3]", limits: JSON.Limits(bytes: 4)) }
        #expect(throws: JSONFault.self) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
    }

    @Test func `fields are reached by name`() {
        var json: JSON = ["zaak": ["saldo": 12, "namen": ["a", "b"]], "open": true]
        json["zaak"]["bedrag"] = JSON(Money(cents: 1250))

        #expect(json["zaak"]["saldo"].integer == 12)
        #expect(json["zaak"]["namen"][1].text == "b")
        #expect(json["zaak"]["bedrag"].money == Money(cents: 1250))
        #expect(json["niets"]["hier"][7].isNull)
    }

    struct Brief: Codable, Equatable {
        enum Soort: String, Codable { case herinnering, aanmaning }
        struct Regel: Codable, Equatable { var tekst: String, bedrag: Decimal128? }
        var soort: Soort
        var regels: [Regel]
        var op: Day?
        var extra: JSON
        var aantal: [String: Int]
    }

    @Test func `a codable value survives the way there and back`() throws {
        let brief = Brief(
            soort: .aanmaning,
            regels: [.init(tekst: "a", bedrag: Decimal128("12.50")), .init(tekst: "b", bedrag: nil)],
            op: Day(2026, 4, 10), extra: ["x": [nil, 1]], aantal: ["a": 3])

        let json = try JSON(encoding: brief)

        #expect(json["regels"][0]["bedrag"].number == Decimal128("12.5"))
        #expect(json["op"].text == "2026-04-10")
        #expect(try json.decode(as: Brief.self) == brief)
        #expect(throws: DecodingError.self) { try JSON(parsing: #"{"soort":3}"#).decode(as: Brief.self) }
    }

    @Test func `noise never crashes the parser`() {
        var random = SeededRandom(seed: 7)
        let alphabet = Array(#"{}[]",:\u0123eE+-.tfn alse"#.utf8) + [0xC3, 0xFF, 0x00]
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0..<30, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            guard let json = try? JSON(parsing: bytes) else { continue }
            #expect((try? JSON(parsing: json.canonical)) == json, "\(bytes)")
        }
    }
}

@Suite("JSON by other coders") struct JSONForeignTests {
    @Test(arguments: ["0.1", "1.005", "12345678901234567890.123456789", "-0.30", "1e3", "100000000000000000000.01"])
    func `another decoder gives the digits that stand there`(text: String) throws {
        let read = try JSONDecoder().decode(JSON.self, from: Data("{\"a\": [\(text)]}".utf8))

        #expect(read == (try JSON(parsing: "{\"a\": [\(text)]}")))
    }
}
