/// Texts lent to C for the time of one call; one that is absent is a null pointer.
struct CTexts {
    private let bytes: [[CChar]?]

    init(_ texts: [String?]) { bytes = texts.map { $0.map { Array($0.utf8CString) } } }

    func use<Answer>(_ body: ([UnsafePointer<CChar>?]) -> Answer) -> Answer { lend(0, [], body) }

    private func lend<Answer>(
        _ index: Int, _ pointers: [UnsafePointer<CChar>?], _ body: ([UnsafePointer<CChar>?]) -> Answer
    ) -> Answer {
        guard index < bytes.count else { return body(pointers) }
        guard let text = bytes[index] else { return lend(index + 1, pointers + [nil], body) }
        return text.withUnsafeBufferPointer { lend(index + 1, pointers + [$0.baseAddress], body) }
    }
}
