import Basics
import Engine
import Feel

extension Gegeven.Maat? {
    /// Tries each kind, and a text that is none of them, in the place of what is missing.
    static func needed(by formulas: [String], for path: FactPath, knowing known: [String: JSON]) -> Self {
        guard !formulas.isEmpty else { return nil }
        func gives(_ value: JSON) -> Bool {
            let scope = FeelScope(json: known.putting(value, at: path))
            return formulas.allSatisfy { formula in
                (try? FeelExpression(parsing: formula)).map { $0.evaluate(in: scope).value.json != .null } ?? false
            }
        }
        guard !gives("tekst") else { return nil }
        let fitting = Gegeven.Maat.allCases.filter { gives($0.sample) }
        return fitting.count == 1 ? fitting[0] : nil
    }
}

extension Gegeven.Maat {
    fileprivate var sample: JSON {
        switch self {
        case .getal: 1
        case .jaNee: true
        case .datum: "2026-01-01"
        }
    }

    /// Whether a value that was typed is of this kind.
    func takes(_ value: JSON) -> Bool {
        switch (self, value) {
        case (.getal, .number), (.jaNee, .bool), (_, .null): true
        case (.datum, .string(let text)): Day(written: text) != nil
        case (.getal, _), (.jaNee, _), (.datum, _): false
        }
    }
}
