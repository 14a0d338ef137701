import Basics
import Foundation

/// The fields of a form as sent (`application/x-www-form-urlencoded`), in their order.
struct FormFields: Sendable {
    let pairs: [(name: String, value: String)]

    init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

    /// What is kept as it was typed, also where it cannot be seen.
    private static let secret = "wachtwoord"

    /// Whether what stands in a field may be shown to nobody, not even to who typed it.
    static func isSecret(_ name: String) -> Bool { name.lowercased().contains(secret) }

    /// Reads at most 2,000 fields; a field that is not UTF-8 is read as empty, and signs that are not seen fall away.
    init(encoded text: String) {
        pairs = text.split(separator: "&").prefix(2_000).map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let (name, value) = (FormFields.plain(halves[0]), halves.count == 2 ? FormFields.plain(halves[1]) : "")
            return (name, name == FormFields.secret ? value : value.withoutHiddenSigns)
        }
    }

    /// The first value of a field without surrounding space; `nil` when it is absent or empty.
    subscript(name: String) -> String? {
        let value = raw(name)?.trimmingSpace ?? ""
        return value.isEmpty ? nil : value
    }

    /// The value exactly as typed, for passwords and for drawing the form again.
    func raw(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    private static func plain(_ text: Substring) -> String {
        text.replacing("+", with: " ").removingPercentEncoding ?? ""
    }
}

extension String {
    var trimmingSpace: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
