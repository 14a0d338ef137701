import Basics
import Bpmn
import Engine
import Foundation
import Yams
import Zaken

/// The content that ships, read from its folder.
enum Content {
    static let folder = String(#filePath.split(separator: "Tests/ContentTests")[0]) + "Content"

    static func names(_ kind: String, ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind)").filter { $0.hasSuffix(ending) }
            .map { String($0.dropLast(ending.count)) }.sorted()
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    }

    static func yaml<File: Decodable>(_ type: File.Type, _ path: String) throws -> File {
        try YAMLDecoder().decode(type, from: text(path))
    }

    static func processes() throws -> [BpmnReading] {
        try names("processen", ending: ".bpmn").map { try BpmnReading(text("processen/\($0).bpmn")) }
    }

    static func library() throws -> ProcessLibrary {
        let decisions = try decisions()
        return ProcessLibrary(try processes().compactMap { ProcessDefinition.compile($0.definitions).definition }) {
            switch decisions.decide($0, $1, at: Moment(milliseconds: 1_780_000_000_000)) {
            case .made(let outcome): .value(outcome.waarde)
            case .failed(let reason): .failed(reason)
            }
        }
    }

    static func decisions() throws -> Beslissingen {
        Beslissingen(
            try names("beslissingen", ending: ".dmn").map { name in
                let file = try Beslissingsbestand(bron: text("beslissingen/\(name).dmn"))
                return .init(
                    model: file.code, versie: 1, geldigVanaf: Day(number: 0), program: file.program)
            })
    }

    static func forms() throws -> [String: Form] {
        let all = try names("formulieren", ending: ".yaml").map { try yaml(Form.self, "formulieren/\($0).yaml") }
        return Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
    }

    static func kind() throws -> Kind { try yaml(Kind.self, "zaaktypen/incasso.yaml") }

    /// Every zaaktype that ships.
    static func kinds() throws -> [Kind] {
        try names("zaaktypen", ending: ".yaml").map { try yaml(Kind.self, "zaaktypen/\($0).yaml") }
    }
}

/// A word in both languages.
struct Words: Decodable {
    let nl: String
    let en: String
}

/// A form, as far as these tests look at it.
struct Form: Decodable {
    struct Option: Decodable {
        let waarde: String
        let label: Words
        let help: Words?
    }

    struct Field: Decodable {
        let id: String
        let type: String
        let label: Words
        let help: Words?
        let verplicht: Bool
        let tonen, eis, vooraf: String?
        let anders: Words?
        let opties: [Option]?
        let optiesUit: String?
    }

    let code: String
    let stap: String
    let naam: Words
    let inleiding: Words
    let velden: [Field]

    var outcomes: [String] { velden.first { $0.id == "uitkomst" }?.opties?.map(\.waarde) ?? [] }
}

/// A zaaktype, as far as these tests look at it.
struct Kind: Decodable {
    struct Coded: Decodable {
        let code: String
        let omschrijving: Words
    }

    struct Part: Decodable { let id: String }

    let proces, beginstatus, eindstatus, standaardresultaat, groep: String
    let processen: [Part]
    let statustypen, resultaattypen, roltypen, documenttypen: [Coded]
    let banen: [String: String]
    let variabelen: JSON
}

/// The roles, as far as these tests look at them.
struct Roles: Decodable {
    struct Role: Decodable {
        let naam, uitleg: Words
        let mag: [String]
    }

    struct Person: Decodable {
        let login, naam, rol: String
        let groepen: [String]
    }

    let rechten: [String: Words]
    let rollen: [String: Role]
    let groepen: [String: Words]
    let demo: [Person]
}
