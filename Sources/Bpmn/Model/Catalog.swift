/// Elements in the order of the file, found by their id at once; of two with one id the first counts.
public struct Catalog<Element: Identifiable & Hashable & Sendable>: Hashable, Sendable where Element.ID: Sendable {
    public private(set) var all: [Element] = []
    private var places: [Element.ID: Int] = [:]

    public init(_ elements: [Element] = []) {
        for element in elements { add(element) }
    }

    public subscript(id: Element.ID) -> Element? { places[id].map { all[$0] } }

    public mutating func add(_ element: Element) {
        guard places[element.id] == nil else { return }
        places[element.id] = all.count
        all.append(element)
    }

    /// Puts an element in the place of the one with its id.
    public mutating func replace(_ element: Element) {
        if let place = places[element.id] { all[place] = element }
    }
}

extension Catalog: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { all.count }
    public subscript(position: Int) -> Element { all[position] }
}
