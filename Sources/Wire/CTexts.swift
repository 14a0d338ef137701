/// Texts lent to C for the time of one call; one that is absent is a null pointer.
public struct CTexts {
    private let bytes: [[CChar]?]

    /// Texts in the order in which they are lent.
    public init(_ texts: [String?]) { bytes = texts.map { $0.map { Array($0.utf8CString) } } }

    /// Lends them; the pointers end with the body.
    public func use<Answer>(_ body: ([UnsafePointer<CChar>?]) -> Answer) -> Answer { lend(0, [], body) }

    private func lend<Answer>(
        _ index: Int, _ pointers: [UnsafePointer<CChar>?], _ body: ([UnsafePointer<CChar>?]) -> Answer
    ) -> Answer {
        guard index < bytes.count else { return body(pointers) }
        guard let text = bytes[index] else { return lend(index + 1, pointers + [nil], body) }
        return text.withUnsafeBufferPointer { lend(index + 1, pointers + [$0.baseAddress], body) }
    }

    /// The text in an array of characters of C, up to its zero.
    public static func text<Characters>(in characters: Characters) -> String {
        withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
