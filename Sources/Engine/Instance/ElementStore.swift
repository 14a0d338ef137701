import Basics

/// The active element instances in the order in which they were entered.
///
/// Numbers only rise, so the rows are always sorted: finding one is a binary search, and a row that ended stays as a gap
/// until half of the rows are gaps. That keeps ten thousand parallel instances linear and the order the same everywhere.
struct ElementStore: Sendable {
    private var rows: [ElementInstance] = []
    /// The number of each row; below zero where the row is a gap.
    private var numbers: [Int] = []
    private var gaps = 0

    var count: Int { rows.count - gaps }
    var isEmpty: Bool { count == 0 }

    mutating func append(_ element: ElementInstance) {
        rows.append(element)
        numbers.append(element.id.number)
    }

    mutating func enter(_ entry: Entry) {
        rows.append(ElementInstance(entry.origin))
        numbers.append(entry.id.number)
    }

    mutating func remove(at index: Int) {
        if index == rows.count - 1 {
            dropLast()
        } else {
            rows[index].strip()
            numbers[index] = -numbers[index]
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

    /// What is known at a row itself, without copying the row.
    func variables(of id: ElementInstance.ID) -> [String: JSON] {
        guard let index = index(of: id) else { return [:] }
        return rows[index].variables
    }

    /// Changes a row in place; nothing happens when it is not there.
    mutating func update(_ id: ElementInstance.ID, _ change: (inout ElementInstance) -> Void) {
        guard let index = index(of: id) else { return }
        change(&rows[index])
    }

    func index(of id: ElementInstance.ID) -> Int? {
        // Mostly it is the one that was entered last, or the process itself.
        if numbers.last == id.number { return numbers.count - 1 }
        if numbers.first == id.number { return 0 }
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if abs(numbers[middle]) < id.number { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == id.number ? low : nil
    }

    /// A scope and all that runs inside it, in the order of entry.
    func tree(of root: ElementInstance.ID) -> [ElementInstance.ID] {
        guard let start = index(of: root) else { return [] }
        var found = [root]
        if rows[start].children == 0 { return found }
        var members: Set = [root]
        for index in (start + 1)..<rows.count where numbers[index] > 0 {
            guard let parent = rows[index].parent, members.contains(parent) else { continue }
            found.append(rows[index].id)
            if rows[index].children > 0 { members.insert(rows[index].id) }
        }
        return found
    }

    func children(of parent: ElementInstance.ID) -> [ElementInstance.ID] {
        guard let start = index(of: parent), rows[start].children > 0 else { return [] }
        return ((start + 1)..<rows.count).compactMap { index in
            numbers[index] > 0 && rows[index].parent == parent ? rows[index].id : nil
        }
    }

    private mutating func dropLast() {
        rows.removeLast()
        numbers.removeLast()
        while let last = numbers.last, last < 0 {
            rows.removeLast()
            numbers.removeLast()
            gaps -= 1
        }
    }

    private mutating func compact() {
        var kept: [ElementInstance] = []
        kept.reserveCapacity(count)
        for index in rows.indices where numbers[index] > 0 { kept.append(rows[index]) }
        rows = kept
        numbers = kept.map(\.id.number)
        gaps = 0
    }
}

extension ElementStore: Sequence {
    struct Iterator: IteratorProtocol {
        fileprivate let store: ElementStore
        fileprivate var place = 0

        mutating func next() -> ElementInstance? {
            while place < store.numbers.count {
                defer { place += 1 }
                if store.numbers[place] > 0 { return store.rows[place] }
            }
            return nil
        }
    }

    func makeIterator() -> Iterator { Iterator(store: self) }
}

extension ElementStore: Hashable {
    static func == (left: ElementStore, right: ElementStore) -> Bool { left.elementsEqual(right) }

    func hash(into hasher: inout Hasher) {
        for element in self { hasher.combine(element) }
    }
}

extension ElementInstance {
    /// Lets go of what a gap need not hold.
    fileprivate mutating func strip() {
        variables = [:]
        waits = []
        tokens = []
        forgetRare()
        offer = nil
    }
}
