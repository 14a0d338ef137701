/// A drawing as a graph, read back from the text that is cited: its steps, and where each leads.
struct ModelGraph {
    struct Node {
        let id: String
        let name: String
        /// Its passage, as a number of the library.
        let passage: Int

        var words: [String] { Tokenizer.tokens(of: name).map(\.text) }
    }

    private(set) var nodes: [String: Node] = [:]
    /// In the order of the text.
    private(set) var order: [String] = []

    init(of document: Int, in library: Library) {
        for number in library.register.passages[document] {
            guard let (name, id) = Self.parts(of: library.passage(number).passage.heading), nodes[id] == nil else {
                continue
            }
            nodes[id] = Node(id: id, name: name, passage: number)
            order.append(id)
        }
    }

    /// `Slot vervangen (Task_slot)`
    static func parts(of heading: String) -> (name: String, id: String)? {
        guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "(") else { return nil }
        let id = heading[heading.index(after: open)...].dropLast()
        return id.isEmpty ? nil : (heading[..<open].trimmed(of: ""), String(id))
    }

    /// The steps that a cell names by their ids, or by a name that only one step has.
    func targets(in cell: String) -> [Node] {
        let byID = order.filter { cell.contains("(\($0))") }
        if !byID.isEmpty { return byID.compactMap { nodes[$0] } }
        let named = order.filter { nodes[$0]?.name == cell }
        return named.count == 1 ? named.compactMap { nodes[$0] } : []
    }
}
