import Basics

/// The active element instances in the order in which they were entered.
///
/// Numbers only rise, so the rows are always sorted: finding one is a binary search, and a row that ended stays as a gap
/// until half of the rows are gaps. That keeps ten thousand parallel instances linear and the order the same everywhere.
struct ElementStore: Sendable {
    private var rows: [ElementInstance] = []
    private var gaps = 0

    var count: Int { rows.count - gaps }
    var isEmpty: Bool { count == 0 }

    mutating func append(_ element: ElementInstance) {
        // A process with one thing that goes on in it is what there is most.
        if rows.isEmpty { rows.reserveCapacity(2) }
        rows.append(element)
    }

    mutating func enter(_ entry: Entry) { append(ElementInstance(entry.origin)) }

    mutating func remove(at index: Int) {
        if index == rows.count - 1 {
            dropLast()
        } else {
            rows[index].turnToGap()
            gaps += 1
            if gaps > 16 && gaps * 2 > rows.count { compact() }
        }
    }

    subscript(id: ElementInstance.ID) -> ElementInstance? {
        guard let index = index(of: id) else { return nil }
        return rows[index]
    }

    /// A row by its place, which holds until the next removal.
    subscript(at index: Int) -> ElementInstance {
        _read { yield rows[index] }
        _modify { yield &rows[index] }
    }

    /// What is known at an element instance itself, and not in the scopes around it.
    func variables(of id: ElementInstance.ID) -> [String: JSON] {
        guard let index = index(of: id) else { return [:] }
        return rows[index].variables.all
    }

    /// Changes a row in place; nothing happens when it is not there.
    mutating func update(_ id: ElementInstance.ID, _ change: (inout ElementInstance) -> Void) {
        guard let index = index(of: id) else { return }
        change(&rows[index])
    }

    /// Where it is: mostly it was entered last, or is the process itself.
    func index(of id: ElementInstance.ID) -> Int? {
        let last = rows.count - 1
        if last < 0 { return nil }
        if rows[last].id == id { return last }
        return rows[0].id == id && !rows[0].isGap ? 0 : search(id)
    }

    private func search(_ id: ElementInstance.ID) -> Int? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].id == id && !rows[low].isGap ? low : nil
    }

    /// A scope and all that runs inside it, in the order of entry.
    func tree(of root: ElementInstance.ID) -> [ElementInstance.ID] {
        guard let start = index(of: root) else { return [] }
        var found = [root]
        if rows[start].children == 0 { return found }
        var members: Set = [root]
        for index in (start + 1)..<rows.count where !rows[index].isGap {
            guard let parent = rows[index].parent, members.contains(parent) else { continue }
            found.append(rows[index].id)
            if rows[index].children > 0 { members.insert(rows[index].id) }
        }
        return found
    }

    func children(of parent: ElementInstance.ID) -> [ElementInstance.ID] {
        guard let start = index(of: parent), rows[start].children > 0 else { return [] }
        return ((start + 1)..<rows.count).compactMap { index in
            !rows[index].isGap && rows[index].parent == parent ? rows[index].id : nil
        }
    }

    private mutating func dropLast() {
        rows.removeLast()
        while !rows.isEmpty, rows[rows.count - 1].isGap {
            rows.removeLast()
            gaps -= 1
        }
    }

    private mutating func compact() {
        rows = rows.filter { !$0.isGap }
        gaps = 0
    }
}

/// What is awaited, found without copying an element instance.
extension ElementStore {
    func wait(_ id: Wait.ID) -> Wait? {
        guard let index = index(of: id.element) else { return nil }
        return rows[index].waits.first { $0.id == id }
    }

    func hasWait(where fits: (Wait) -> Bool) -> Bool {
        rows.indices.contains { rows[$0].waits.contains(where: fits) }
    }

    /// All that fit, in the order in which they began to be awaited.
    func waits(where fits: (Wait) -> Bool) -> [Wait] {
        var found: [Wait] = []
        for index in rows.indices {
            for wait in rows[index].waits where fits(wait) { found.append(wait) }
        }
        return found
    }
}

extension ElementStore: Sequence {
    struct Iterator: IteratorProtocol {
        fileprivate let rows: [ElementInstance]
        fileprivate var place = 0

        mutating func next() -> ElementInstance? {
            while place < rows.count {
                defer { place += 1 }
                if !rows[place].isGap { return rows[place] }
            }
            return nil
        }
    }

    func makeIterator() -> Iterator { Iterator(rows: rows) }
}

extension ElementStore: Hashable {
    static func == (left: ElementStore, right: ElementStore) -> Bool { left.elementsEqual(right) }

    func hash(into hasher: inout Hasher) {
        for element in self { hasher.combine(element) }
    }
}

extension ElementInstance {
    /// Lets go of what a gap need not hold.
    fileprivate mutating func turnToGap() {
        isGap = true
        variables = Variables()
        waits = []
        tokens.removeAll()
        forgetRare()
        offer = nil
    }
}
