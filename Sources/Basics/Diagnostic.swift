/// A flaw in something that was read: where it is, what is wrong, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Sendable, Comparable {
        case note, warning, error

        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    public let severity: Severity
    /// A stable word for the kind of flaw, such as `dangling-reference`.
    public let code: String
    public let message: Phrase
    /// The line in the file, counted from 1.
    public let line: Int?
    /// The element or field, as the file names it.
    public let element: String?

    public init(_ severity: Severity, _ code: String, _ message: Phrase, line: Int? = nil, element: String? = nil) {
        self.severity = severity
        self.code = code
        self.message = message
        self.line = line
        self.element = element
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `line 12: error [dangling-reference] Task_1: …`
    public var description: String {
        let place = line.map { "line \($0): " } ?? ""
        let subject = element.map { " \($0):" } ?? ""
        return "\(place)\(severity.rawValue) [\(code)]\(subject) \(message)"
    }
}
