import Basics

/// A fault as a log may tell it: its type and case, and of what it carries only days, moments, amounts and numbers. A text never goes
/// along, as it may hold a name.
struct Foutbeeld {
    let text: String

    init(_ error: any Error) {
        let parts =
            ["\(type(of: error))", Foutbeeld.name(of: error)] + Foutbeeld.facts(in: Mirror(reflecting: error), deep: 0)
        text = parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The name of the case; nothing where the type words itself.
    private static func name(of error: Any) -> String {
        let mirror = Mirror(reflecting: error)
        guard mirror.displayStyle == .enum else { return "" }
        if let label = mirror.children.first?.label { return label }
        return error is any CustomStringConvertible || error is any CustomDebugStringConvertible ? "" : "\(error)"
    }

    private static func facts(in mirror: Mirror, deep: Int) -> [String] {
        guard deep < 4 else { return [] }
        return mirror.children.prefix(12).flatMap { child in
            if let fact = fact(child.value) { return [(child.label.map { $0 + " " } ?? "") + fact] }
            return facts(in: Mirror(reflecting: child.value), deep: deep + 1)
        }
    }

    private static func fact(_ value: Any) -> String? {
        switch value {
        case let day as Day: "\(day)"
        case let moment as Moment: "\(moment)"
        case let number as Int: number.magnitude < 10_000_000 ? "\(number)" : nil
        case let flag as Bool: "\(flag)"
        default: nil
        }
    }
}
