/// A list that is mostly of one, which then needs no room of its own.
struct Few<Element> {
    private var first: Element?
    private var others: [Element] = []

    var count: Int { first == nil ? 0 : others.count + 1 }
    var isEmpty: Bool { first == nil }
    var last: Element? { others.last ?? first }

    mutating func append(_ element: Element) {
        if first == nil { first = element } else { others.append(element) }
    }

    mutating func remove(at index: Int) {
        if index > 0 {
            others.remove(at: index - 1)
        } else {
            first = others.isEmpty ? nil : others.removeFirst()
        }
    }

    mutating func removeAll() {
        first = nil
        others.removeAll(keepingCapacity: true)
    }
}

extension Few {
    init(_ elements: [Element]) {
        for element in elements { append(element) }
    }
}

extension Few: RandomAccessCollection, MutableCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { count }

    subscript(index: Int) -> Element {
        get {
            if index == 0, let first { return first }
            return others[index - 1]
        }
        set {
            if index == 0, first != nil { first = newValue } else { others[index - 1] = newValue }
        }
    }
}

/// Looking without copying the list.
extension Few {
    func firstIndex(where fits: (Element) -> Bool) -> Int? {
        if let first, fits(first) { return 0 }
        return others.firstIndex(where: fits).map { $0 + 1 }
    }

    func contains(where fits: (Element) -> Bool) -> Bool { firstIndex(where: fits) != nil }
}

extension Few: Sendable where Element: Sendable {}
extension Few: Equatable where Element: Equatable {}
extension Few: Hashable where Element: Hashable {}
