/// Named values in the order in which they were written (DMN 1.5, 10.3.2.6).
public struct FeelContext: Sendable {
    let shape: FeelShape
    var values: [FeelValue]

    init(shape: FeelShape, values: [FeelValue]) {
        self.shape = shape
        self.values = values
    }

    public init(_ entries: some Sequence<(String, FeelValue)>) {
        var (keys, values, places): ([String], [FeelValue], [String: Int]) = ([], [], [:])
        for (key, value) in entries {
            if let place = places[key] {
                values[place] = value
            } else {
                places[key] = keys.count
                keys.append(key)
                values.append(value)
            }
        }
        self.init(shape: FeelShape(keys), values: values)
    }

    public var keys: [String] { shape.keys }
    public var entries: Zip2Sequence<[String], [FeelValue]> { zip(shape.keys, values) }

    public subscript(key: String) -> FeelValue? { shape.place(of: key).map { values[$0] } }

    /// The same context in which one entry has another value, or is added at the end.
    public func setting(_ key: String, to value: FeelValue) -> FeelContext {
        if let place = shape.place(of: key) {
            var changed = self
            changed.values[place] = value
            return changed
        }
        return FeelContext(shape: FeelShape(keys + [key]), values: values + [value])
    }
}

extension FeelContext: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, FeelValue)...) { self.init(elements) }
}

/// The keys of a context, shared by all contexts that one expression makes.
final class FeelShape: Sendable {
    let keys: [String]
    private let places: [String: Int]?

    init(_ keys: [String]) {
        self.keys = keys
        places = keys.count <= 8 ? nil : Dictionary(keys.enumerated().map { ($1, $0) }) { _, last in last }
    }

    func place(of key: String) -> Int? {
        if let places { return places[key] }
        return keys.firstIndex(of: key)
    }
}
