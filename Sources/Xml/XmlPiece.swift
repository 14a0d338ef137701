/// An event with what only a tree keeps: comments and processing instructions.
enum XmlPiece {
    case start(XmlStart)
    case text(String)
    case end(XmlName)
    case comment(String)
    case instruction(target: String, data: String)
}

/// Pieces that were parsed and not yet asked for.
struct XmlPieces {
    private var waiting: [XmlPiece] = []
    private var taken = 0

    mutating func add(_ piece: XmlPiece) { waiting.append(piece) }

    mutating func take() -> XmlPiece? {
        guard taken < waiting.count else { return nil }
        defer { forget() }
        return waiting[taken]
    }

    private mutating func forget() {
        taken += 1
        if taken == waiting.count {
            waiting.removeAll(keepingCapacity: true)
            taken = 0
        }
    }
}
