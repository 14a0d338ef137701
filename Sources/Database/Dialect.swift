/// The two databases that the house runs on.
public enum Dialect: String, Hashable, Sendable, CaseIterable {
    case sqlite, postgres
}
