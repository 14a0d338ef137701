import Basics
import Yams

/// A file of legal tables as it is written: its dated lists, the rows in them, and the same file with a row added.
public struct Rechtsbestand: Sendable {
    /// A list of rows that each hold from a day on, by its place in the file such as `consument.rijen`.
    public struct Lijst: Hashable, Sendable {
        public let plaats: String
        public let rijen: [Rij]
        /// The last day that the file says to know, where it says so.
        public let bekendTot: String?

        /// The names of the facts of a row, in the order in which they are written; of all rows together.
        public var velden: [String] {
            rijen.reduce(into: []) { names, row in
                for name in row.feiten.map(\.naam) where !names.contains(name) { names.append(name) }
            }
        }
    }

    /// A row: its facts by their place in it, such as `pw21.alleen`.
    public struct Rij: Hashable, Sendable {
        public struct Feit: Hashable, Sendable {
            public let naam: String
            public let waarde: String

            public init(naam: String, waarde: String) { (self.naam, self.waarde) = (naam, waarde) }
        }

        public let feiten: [Feit]

        public subscript(_ naam: String) -> String? { feiten.first { $0.naam == naam }?.waarde }
    }

    public let naam: String
    public let lijsten: [Lijst]
    /// The file, for the tables to be read from.
    public let text: String

    /// The last day that a table says to know, beside its list; a row may move it.
    public static let known = "bekendTot"

    public init(_ text: String, naam: String) throws(RechtTableFlaws) {
        self.text = text
        self.naam = naam
        let root = try Rechtsbestand.tree(text, naam)
        lijsten = root.lists(under: "").map { place, rows in
            Lijst(plaats: place, rijen: rows.map(Rij.init(node:)), bekendTot: root.known(beside: place))
        }
    }

    private static func tree(_ text: String, _ naam: String) throws(RechtTableFlaws) -> Node {
        do {
            if let root = try Yams.compose(yaml: text) { return root }
        } catch { throw RechtTableFlaws(naam, nil, "\(error)") }
        throw RechtTableFlaws(naam, nil, "is empty")
    }

    /// The file with a row at the end of a list; of two rows of one day the later one counts.
    public func adding(_ rij: Rij, to plaats: String) throws(RechtTableFlaws) -> Rechtsbestand {
        let path = plaats.split(separator: ".").map(String.init)
        guard let list = lijsten.first(where: { $0.plaats == plaats }) else {
            throw RechtTableFlaws(naam, plaats, "is no list of dated rows")
        }
        // Only facts that rows of this list have: a name from outside cannot make a place of its own.
        let names = Set(list.velden)
        let facts = rij.feiten.filter { names.contains($0.naam) && !$0.waarde.isEmpty }
        let row = Node(facts.map { ($0.naam.split(separator: ".").map(String.init), $0.waarde) })
        var next = try Rechtsbestand.tree(text, naam).appending(row, at: path[...])
        if let day = rij[Rechtsbestand.known], !day.isEmpty, path.count > 1 {
            next = next.setting(day, at: path.dropLast() + [Rechtsbestand.known])
        }
        do { return try Rechtsbestand(try Yams.serialize(node: next), naam: naam) } catch let flaws as RechtTableFlaws {
            throw flaws
        } catch { throw RechtTableFlaws(naam, plaats, "\(error)") }
    }
}

extension Rechtsbestand.Rij {
    /// A row as a form gives it.
    public init(_ feiten: [Feit]) { self.feiten = feiten }

    fileprivate init(node: Node) {
        feiten = node.leaves(under: "").map { Feit(naam: $0.0, waarde: $0.1) }
    }
}

extension Node {
    /// The lists of dated rows in a file, each with its place.
    fileprivate func lists(under place: String) -> [(String, [Node])] {
        switch self {
        case .mapping(let mapping):
            return mapping.flatMap { key, value in value.lists(under: place.step(key.string ?? "")) }
        case .sequence(let rows):
            let dated = rows.allSatisfy { $0.mapping?["van"] != nil && $0.mapping?["bron"] != nil }
            return dated && !rows.isEmpty && !place.isEmpty ? [(place, Array(rows))] : []
        case .scalar, .alias: return []
        }
    }

    /// What stands beside a list as the last day that is known.
    fileprivate func known(beside place: String) -> String? {
        let path = place.split(separator: ".").dropLast()
        let parent = path.reduce(self as Node?) { $0?.mapping?[Node(String($1))] }
        return path.isEmpty ? nil : parent?.mapping?[Node(Rechtsbestand.known)]?.string
    }

    fileprivate func leaves(under place: String) -> [(String, String)] {
        switch self {
        case .mapping(let mapping): mapping.flatMap { $1.leaves(under: place.step($0.string ?? "")) }
        case .sequence(let list): list.enumerated().flatMap { $1.leaves(under: place.step("\($0 + 1)")) }
        case .scalar(let scalar): [(place, scalar.string)]
        case .alias: []
        }
    }

    /// A row from its facts; a place that is a number is one in a list.
    fileprivate init(_ facts: [([String], String)]) {
        if let only = facts.first, only.0.isEmpty {
            // A number, yes or no is read as such; anything else is a text, whatever it looks like.
            let isPlain = only.1 == "true" || only.1 == "false" || Int(only.1) != nil
            self = .scalar(isPlain ? Node.Scalar(only.1) : Node.Scalar(only.1, Tag(.str), .singleQuoted))
            return
        }
        var names: [String] = []
        for name in facts.compactMap(\.0.first) where !names.contains(name) { names.append(name) }
        let parts = names.map { name in
            (name, Node(facts.filter { $0.0.first == name }.map { (Array($0.0.dropFirst()), $0.1) }))
        }
        if !names.isEmpty, names.allSatisfy({ Int($0) != nil }) {
            self = .sequence(Node.Sequence(parts.map(\.1)))
        } else {
            self = .mapping(Node.Mapping(parts.map { (Node($0.0), $0.1) }))
        }
    }

    fileprivate func appending(_ row: Node, at path: ArraySlice<String>) -> Node {
        changing(at: path) { old in
            guard case .sequence(var list)? = old else { return old ?? row }
            list.append(row)
            return .sequence(list)
        }
    }

    fileprivate func setting(_ text: String, at path: [String]) -> Node {
        changing(at: path[...]) { _ in .scalar(Node.Scalar(text)) }
    }

    private func changing(at path: ArraySlice<String>, _ body: (Node?) -> Node) -> Node {
        guard let name = path.first, case .mapping(var mapping) = self else { return body(self) }
        let key = Node(name)
        mapping[key] = path.count == 1 ? body(mapping[key]) : mapping[key]?.changing(at: path.dropFirst(), body)
        return .mapping(mapping)
    }
}

extension String {
    fileprivate func step(_ name: String) -> String { isEmpty ? name : "\(self).\(name)" }
}
