public import Basics

/// The work instructions with their words and index: a value, so that a reader keeps what it has while a new one is made.
public struct Library: Sendable {
    public private(set) var documents: [LibraryDocument] = []
    /// What could not be read, by document.
    public internal(set) var diagnostics: [(document: String, diagnostic: Diagnostic)] = []
    public let lexicon: Lexicon
    private(set) var index = PassageIndex()
    private(set) var spelling: Spelling
    /// For each passage of the index, its document and place in it.
    private(set) var places: [PassagePlace] = []
    private var retired: Set<Int> = []
    /// The living document of each name.
    private var numbers: [String: Int] = [:]
    /// What is found by more than its words.
    private(set) var register = LibraryRegister()
    /// What passages mean, where that was asked of a model.
    var vectors: PassageVectors?

    /// A library of documents; the words of the documents help to cut the compounds in them.
    public init(_ documents: [LibraryDocument], words: WordTable = WordTable()) {
        lexicon = Lexicon(words.adding(parts: Library.words(of: documents)))
        spelling = Spelling(lexicon.knownWords.sorted())
        for document in documents { insert(document) }
    }

    /// Adds a document while the library is in use; a document of the same name is replaced.
    public mutating func insert(_ document: LibraryDocument) {
        remove(document.name)
        documents.append(document)
        numbers[document.name] = documents.count - 1
        for word in Library.words(of: [document]).sorted() { spelling.insert(word) }
        register.insert(document, at: places.count)
        for number in document.passages.indices {
            places.append(PassagePlace(document: documents.count - 1, passage: number))
            index.insert(document.fields(of: number, lexicon))
        }
    }

    /// Takes a document out of the answers; its passages are no longer found.
    public mutating func remove(_ name: String) {
        guard let number = numbers.removeValue(forKey: name) else { return }
        retired.insert(number)
        for (passage, place) in places.enumerated() where place.document == number { index.remove(passage) }
    }

    public var current: [LibraryDocument] {
        documents.indices.filter { !retired.contains($0) }.map { documents[$0] }
    }

    func isCurrent(_ number: Int) -> Bool { !retired.contains(number) }

    func passage(_ number: Int) -> (document: LibraryDocument, passage: Passage) {
        let place = places[number]
        return (documents[place.document], documents[place.document].passages[place.passage])
    }

    private static func words(of documents: [LibraryDocument]) -> Set<String> {
        var words: Set<String> = []
        for document in documents {
            for token in Tokenizer.tokens(of: document.text.quote(document.text.bytes.indices)) {
                guard !token.isNumeric, token.text.count >= 4, token.text.count <= 24 else { continue }
                words.insert(token.text)
            }
        }
        return words
    }
}

/// Where a passage of the index stands.
struct PassagePlace: Hashable, Sendable {
    let document: Int
    let passage: Int
}

extension LibraryDocument {
    /// The words of a passage by field: title of the document, headings, text.
    func fields(of number: Int, _ lexicon: Lexicon) -> PassageFields {
        let passage = passages[number]
        let headings = passage.trail.first == title ? passage.trail.dropFirst() : passage.trail[...]
        return PassageFields(
            title: lexicon.terms(of: title), heading: headings.flatMap { lexicon.terms(of: $0) },
            text: lexicon.terms(of: text.quote(passage.range)))
    }
}
