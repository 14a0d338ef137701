/// What a reader found in a text: headings and blocks in order.
enum Element {
    case heading(level: Int, title: String)
    case block(Block)
    case page(Int)

    var turnsPage: Bool {
        if case .page = self { return true }
        return false
    }
}

/// Groups the elements of a document into passages, a list with the line that announces it.
struct PassageBuilder {
    private var trail: [(level: Int, title: String)] = []
    private var blocks: [Block] = []
    private var page: Int?
    private var firstPage: Int?
    private var passages: [Passage] = []
    private static let fullLength = 1_800

    static func passages(of elements: [Element]) -> [Passage] {
        var builder = PassageBuilder()
        if elements.contains(where: \.turnsPage) { builder.page = 1 }
        for element in elements { builder.take(element) }
        builder.flush()
        return builder.passages
    }

    private mutating func take(_ element: Element) {
        switch element {
        case .heading(let level, let title):
            flush()
            while let last = trail.last, last.level >= level { trail.removeLast() }
            trail.append((level, title))
        case .page(let number): page = number
        case .block(let block):
            if isFull, block.kind == .paragraph { flush() }
            if blocks.isEmpty { firstPage = page }
            blocks.append(block)
        }
    }

    private var isFull: Bool {
        guard let first = blocks.first, let last = blocks.last else { return false }
        return last.range.upperBound - first.range.lowerBound > Self.fullLength
    }

    private mutating func flush() {
        guard !blocks.isEmpty else { return }
        passages.append(Passage(trail: trail.map(\.title), blocks: blocks, page: firstPage))
        blocks = []
    }
}
