import Basics

/// What a municipality answered to a signal: taken or not, under which reference, and why not.
public struct EarlyWarningAnswer: Hashable, Sendable {
    public let status: Int
    /// The reference under which the municipality keeps it.
    public let reference: String?
    /// What it says of it, such as the title and detail of a problem (RFC 9457).
    public let words: String?

    public var isTaken: Bool { (200..<300).contains(status) }

    /// Reads the body as far as it says something; each municipality has its own words for a reference.
    public init(status: Int, body: String) {
        self.status = status
        guard let json = EarlyWarningAnswer.json(body) else {
            (reference, words) = (nil, EarlyWarningAnswer.short(body))
            return
        }
        reference = ["kenmerk", "referentie", "reference", "meldingsnummer", "id"].lazy
            .compactMap { json[$0].text ?? json[$0].integer.map(String.init) }.first
            .flatMap(EarlyWarningAnswer.short)
        let said = ["title", "detail", "fout", "melding", "message", "uitleg"].compactMap { json[$0].text }
        words = EarlyWarningAnswer.short(said.joined(separator: ": "))
    }

    /// Nothing for an answer in plain words.
    private static func json(_ body: String) -> JSON? {
        do { return try JSON(parsing: Array(body.utf8)) } catch { return nil }
    }

    private static func short(_ text: String) -> String? {
        let plain = text.filter { !$0.isNewline }.drop(while: \.isWhitespace)
        guard !plain.isEmpty, plain.first != "<" else { return nil }
        return String(plain.prefix(300))
    }
}
