/// What stands in the untagged answers of a mailbox (RFC 3501, section 7).
enum IMAPAnswer {
    /// The number behind a word: `* STATUS "INBOX" (UIDVALIDITY 1700000000)`.
    static func number(_ name: String, in answer: String) -> Int? {
        let words = answer.split { " ()\r\n".contains($0) }
        guard let place = words.firstIndex(where: { $0.uppercased() == name }), place + 1 < words.count else {
            return nil
        }
        return Int(words[place + 1])
    }

    /// The numbers of `* SEARCH 4 8 15`, over as many lines as there are.
    static func found(in answer: String) -> [Int] {
        answer.split { $0.isNewline }.flatMap { line -> [Int] in
            let words = line.split(separator: " ")
            guard words.count > 2, words[0] == "*", words[1].uppercased() == "SEARCH" else { return [] }
            return words.dropFirst(2).compactMap { Int($0) }.filter { $0 > 0 }
        }
    }
}
