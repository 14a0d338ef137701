public import Basics

/// A passage that was found, with how well it fits.
public struct Hit: Sendable {
    public let document: LibraryDocument
    public let passage: Passage
    public let score: Double
    let number: Int
}

extension Library {
    /// The passages that fit a question best and are valid on a day.
    public func search(_ question: String, on day: Day, for scope: SourceScope = .all, limit: Int = 10) -> [Hit] {
        search(query(Tokenizer.tokens(of: question)), on: day, for: scope, limit: limit)
    }

    func search(_ query: [QueryTerm], on day: Day, for scope: SourceScope, limit: Int) -> [Hit] {
        // Not copied: a library of many documents asks this of thousands.
        documents.withUnsafeBufferPointer { documents -> [PassageIndex.Found] in
            guard let documents = documents.baseAddress else { return [] }
            return index.search(query, limit: limit) { passage in
                let number = places[passage].document
                return documents[number].isValid(on: day) && scope.includes(documents[number])
            }
        }.map { found in
            let (document, passage) = passage(found.passage)
            return Hit(document: document, passage: passage, score: Double(found.score), number: found.passage)
        }
    }
}
