import Basics
import Exchange
import Foundation
import Testing

/// As much of JSON Schema as the exchange model uses.
struct SmallSchema {
    let root: JSON

    func flaws(in value: JSON, by schema: JSON? = nil, at path: String = "$") -> [String] {
        let schema = resolve(schema ?? root)
        if let words = schema["enum"].elements, !words.contains(value) { return ["\(path): not one of the words"] }
        switch (schema["type"].text, value) {
        case ("object", .object(let members)): return objectFlaws(members, schema, path)
        case ("array", .array(let elements)):
            return elements.enumerated().flatMap {
                flaws(in: $0.element, by: schema["items"], at: "\(path)[\($0.offset)]")
            }
        case ("integer", .number(let number)): return number.integer == nil ? ["\(path): not whole"] : []
        case ("string", .string), ("boolean", .bool), (nil, _): return []
        default: return ["\(path): wrong type"]
        }
    }

    private func objectFlaws(_ members: [String: JSON], _ schema: JSON, _ path: String) -> [String] {
        let missing = (schema["required"].elements ?? []).compactMap(\.text).filter { members[$0] == nil }
        let known = schema["properties"].fields ?? [:]
        let extra = members.keys.filter { known[$0] == nil }
        return missing.map { "\(path): \($0) is missing" } + extra.map { "\(path): \($0) is unknown" }
            + members.flatMap { name, value in known[name].map { flaws(in: value, by: $0, at: "\(path).\(name)") } ?? []
            }
    }

    private func resolve(_ schema: JSON) -> JSON {
        guard let reference = schema["$ref"].text?.split(separator: "/").last else { return schema }
        return root["$defs"][String(reference)]
    }
}

@Suite("Early warning")
struct EarlyWarningTests {
    static var schema: URL {
        BankCorpus.folder.appending(path: "../ddas-vroegsignalering/json_schema_Uitwisselmodel.json")
    }
    static var isThere: Bool { FileManager.default.fileExists(atPath: schema.path()) }

    func delivery() throws -> EarlyWarningDelivery {
        var person = EarlyWarning.Person(surname: "Voorbeeld")
        person.initials = "A."
        person.postcode = "1234 AB"
        person.houseNumber = "1"
        let day = try #require(Day(2026, 3, 1))
        let signal = EarlyWarning(
            id: "S-1", amount: Money(cents: 45_050), since: day - 40, signalled: day, partner: .huur, person: person)
        return EarlyWarningDelivery(
            supplier: "ONTKNOOP", from: day - 31, until: day, delivered: Moment(day), municipality: "0518",
            organisation: .init(name: "Stichting Voorbeeld", kvk: "12345678"), signals: [signal])
    }

    @Test func `a signal carries whole euros and no citizen service number`() throws {
        let client = try delivery().json["leveringen"][0]["vroegsignalen"][0]
        #expect(client["bedrag"].integer == 451)
        #expect(client["client"]["Burgerservicenummer"].isNull)
        #expect(client["client"]["Postcode"].text == "1234AB")
    }

    @Test(.enabled(if: isThere, "the corpora are not beside the project"))
    func `the file is valid against the exchange schema`() throws {
        let schema = SmallSchema(root: try JSON(parsing: Array(Data(contentsOf: Self.schema))))
        #expect(schema.flaws(in: try delivery().json) == [])
        #expect(schema.flaws(in: .object([:])).count == 4)
    }
}
