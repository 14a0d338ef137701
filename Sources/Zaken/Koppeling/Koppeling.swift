/// A system of a partner that may give messages and signals to processes here.
public struct Koppeling: Hashable, Sendable {
    /// The subject of the journal under which stands what it gave.
    public static let subject = "koppeling"
}
