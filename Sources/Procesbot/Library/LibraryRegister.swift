/// Where documents begin, which are drawings, and what goes by a section mark or the beginning of a title.
struct LibraryRegister: Sendable {
    /// The passages of each document, as numbers of the library.
    private(set) var passages: [Range<Int>] = []
    private(set) var models: [Int] = []
    private var sections: [String: [Int]] = [:]
    private var titles: [String: [Int]] = [:]
    /// The names in titles and headings, by their first letters.
    private(set) var initials = NameInitials()

    mutating func insert(_ document: LibraryDocument, at start: Int) {
        let number = passages.count
        passages.append(start..<start + document.passages.count)
        if document.isModel { models.append(number) }
        if !document.isModel { initials.insert(from: document.title) }
        for (place, passage) in document.passages.enumerated() {
            if !document.isModel { initials.insert(from: passage.heading) }
            guard let mark = passage.heading.split(separator: " ").first, mark.hasPrefix("§") else { continue }
            sections[String(mark), default: []].append(start + place)
        }
        if let beginning = LibraryRegister.beginning(document.title) { titles[beginning, default: []].append(number) }
    }

    /// The passages under a section mark, such as `§2.4`.
    func passages(under mark: String) -> [Int] { sections[mark] ?? [] }

    /// The documents whose title begins with two words that stand next to each other in a text.
    func documents(namedIn words: [String]) -> [Int] {
        zip(words, words.dropFirst()).flatMap { titles[$0 + " " + $1] ?? [] }
    }

    private static func beginning(_ title: String) -> String? {
        let words = Tokenizer.tokens(of: title).map(\.text)
        return words.count >= 2 ? words[0] + " " + words[1] : nil
    }
}
