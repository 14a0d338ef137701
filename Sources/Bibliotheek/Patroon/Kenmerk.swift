public import Basics

/// A fact that the deviations of a pattern have in common, and how often those who went on as drawn have it too.
public struct Kenmerk: Hashable, Sendable {
    /// What holds of the fact.
    public enum Toets: Hashable, Sendable {
        case gelijk(JSON)
        case minstens(Decimal128)
        case hooguit(Decimal128)
    }

    /// A name of the process, or decision and column of a table.
    public let feit: String
    public let toets: Toets
    /// Of how many others it holds as well, and how many were looked at.
    public let anderen: Int
    public let bekeken: Int
    /// Whether it runs on with the days and the payments, as a total or a day does: that describes these zaken and is no rule.
    public let isLopend: Bool

    /// Whether it tells who deviated from who did not: enough others are known, and it holds of few of them.
    public var onderscheidt: Bool { !isLopend && bekeken >= Kenmerk.weinig && anderen * 100 <= bekeken * Kenmerk.grens }

    /// Fewer others than this say nothing.
    static let weinig = 3
    /// Per cent of the others of whom it may hold.
    private static let grens = 30
    /// Per cent of the deviations of which it must hold.
    private static let gedeeld = 90

    /// The decision and the column, where it is what a table looked at.
    public var kolom: (beslissing: String, kolom: String)? {
        let parts = feit.split(separator: "/", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }

    /// As the test of a cell in a decision table, in FEEL.
    public var cel: String {
        switch toets {
        case .gelijk(let value): value.feel
        case .minstens(let number): ">= \(number)"
        case .hooguit(let number): "<= \(number)"
        }
    }

    /// As a condition on a name of the process, in FEEL.
    public var voorwaarde: String {
        switch toets {
        case .gelijk(let value): "\(feit) = \(value.feel)"
        case .minstens(let number): "\(feit) >= \(number)"
        case .hooguit(let number): "\(feit) <= \(number)"
        }
    }

    func holds(_ feiten: [String: JSON]) -> Bool {
        guard let value = feiten[feit] else { return false }
        switch toets {
        case .gelijk(let wanted): return value == wanted
        case .minstens(let number): return value.number.map { $0 >= number } ?? false
        case .hooguit(let number): return value.number.map { $0 <= number } ?? false
        }
    }
}

extension Kenmerk {
    /// What these have in common, the most telling first; of the names in `lopend` only that they have it.
    static func all(
        of these: [[String: JSON]], besides others: [[String: JSON]], lopend: Set<String> = []
    ) -> [Kenmerk] {
        let names = these.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
        let found = names.flatMap { name in
            let values = these.compactMap { $0[name] }
            let isLopend = lopend.contains(name) || values.contains(where: \.isOfADay)
            return tests(of: values, of: these.count).map { test in
                let one = Kenmerk(feit: name, toets: test, anderen: 0, bekeken: others.count, isLopend: isLopend)
                return Kenmerk(
                    feit: name, toets: test, anderen: others.count(where: one.holds), bekeken: others.count,
                    isLopend: isLopend)
            }
        }
        return found.sorted {
            ($0.isLopend ? 1 : 0, $0.anderen, $0.feit, $0.cel) < ($1.isLopend ? 1 : 0, $1.anderen, $1.feit, $1.cel)
        }
    }

    private static func tests(of values: [JSON], of count: Int) -> [Toets] {
        guard values.count * 100 >= count * gedeeld else { return [] }
        let counts = values.reduce(into: [JSON: Int]()) { $0[$1, default: 0] += 1 }
        if let most = counts.max(by: { $0.value < $1.value }), most.value * 100 >= count * gedeeld {
            return [.gelijk(most.key)]
        }
        let numbers = values.compactMap(\.number)
        guard numbers.count == values.count, let least = numbers.min(), let most = numbers.max() else { return [] }
        return [.minstens(least), .hooguit(most)]
    }
}

extension JSON {
    /// Whether it is a day of the calendar, or a moment.
    var isOfADay: Bool { day != nil || moment != nil }

    /// As FEEL writes it.
    fileprivate var feel: String {
        switch self {
        case .bool(let flag): flag ? "true" : "false"
        case .number(let number): number.description
        case .string(let text): "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
        case .null, .array, .object: "null"
        }
    }
}
