import Foundation
import Yams

/// The languages of the screens.
public enum Language: String, Sendable, CaseIterable {
    case nl, en
}

/// The string table of one language: every sentence on the screens, by area and key.
public struct Words: Sendable {
    public let language: Language
    let table: [String: [String: String]]
    /// The same for templates.
    let branch: Branch

    /// Reads `nl.yaml` or `en.yaml`: areas that hold keys that hold texts.
    public init(_ language: Language, directory: String) throws {
        let text = try String(contentsOfFile: "\(directory)/\(language.rawValue).yaml", encoding: .utf8)
        self.init(language, table: try YAMLDecoder().decode([String: [String: String]].self, from: text))
    }

    init(_ language: Language, table: [String: [String: String]]) {
        self.language = language
        self.table = table
        branch = Branch(table.mapValues { Branch($0.mapValues(Leaf.init)) })
    }

    /// The text of `area.key` with its `{name}` parts filled in; the key itself where there is none.
    func callAsFunction(_ key: String, _ parts: KeyValuePairs<String, String> = [:]) -> String {
        (text(key) ?? "⟨\(key)⟩").filled { name in parts.first { $0.key == name }?.value }
    }

    /// The text for a number of things: `key_one` for one, `key_none` for none where there is such, else `key`.
    func callAsFunction(_ key: String, count: Int, _ parts: KeyValuePairs<String, String> = [:]) -> String {
        (text(form(of: key, count: count)) ?? "⟨\(key)⟩").filled { name in
            parts.first { $0.key == name }?.value ?? (name == "n" ? number(count) : nil)
        }
    }

    private func form(of key: String, count: Int) -> String {
        switch count {
        case 0: text("\(key)_none") == nil ? key : "\(key)_none"
        case 1: text("\(key)_one") == nil ? key : "\(key)_one"
        default: key
        }
    }

    /// The keys of an area.
    func keys(of area: String) -> [String] { (table[area] ?? [:]).keys.sorted() }

    func text(_ key: String) -> String? {
        let halves = key.split(separator: ".", maxSplits: 1)
        guard halves.count == 2 else { return nil }
        return table[String(halves[0])]?[String(halves[1])]
    }
}

extension String {
    /// The text with each `{name}` filled in once; a name that has no part stays as it is.
    func filled(_ part: (Substring) -> String?) -> String {
        var (text, rest) = ("", self[...])
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            text += rest[..<open]
            rest = rest[open...].dropFirst()
            if let close = rest.utf8.firstIndex(of: UInt8(ascii: "}")), let part = part(rest[..<close]) {
                text += part
                rest = rest[close...].dropFirst()
            } else {
                text += "{"
            }
        }
        return text + rest
    }
}

/// The string tables of all languages.
public struct Dictionaries: Sendable {
    private let words: [Language: Words]

    public init(directory: String) throws {
        words = try Dictionary(
            uniqueKeysWithValues: Language.allCases.map { ($0, try Words($0, directory: directory)) })
    }

    subscript(language: Language) -> Words { words[language] ?? Words(language, table: [:]) }
}
