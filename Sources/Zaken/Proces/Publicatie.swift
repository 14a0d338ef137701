public import Basics

/// A drawing or decision model that is put to work: what others that keep it beside, such as the library, must know of it.
public struct Publicatie: Sendable {
    public enum Soort: Sendable { case proces, beslissing }

    public let soort: Soort
    /// The id of the process, or the code of the model.
    public let code: String
    public let naam: String
    /// The file, as text.
    public let bron: String
    /// The first day on which it holds.
    public let vanaf: Day
    /// The hashes of the versions before it (SHA-256, hexadecimal).
    public let voorgangers: Set<String>

    public init(_ soort: Soort, code: String, naam: String, bron: String, vanaf: Day, voorgangers: Set<String>) {
        self.soort = soort
        self.code = code
        self.naam = naam
        self.bron = bron
        self.vanaf = vanaf
        self.voorgangers = voorgangers
    }
}
