/// A JSON value (RFC 8259) whose numbers keep their digits.
public enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Decimal128)
    case string(String)
    case array([JSON])
    case object([String: JSON])
}
