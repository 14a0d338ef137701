public import Database
import Yams

/// The groups whose members may take a taak (BPMN 2.0.2, 10.3.4: potential owners), as one value in one column.
public struct Groepen: Hashable, Sendable {
    /// In alphabetical order, so that equal sets are equal texts.
    public let names: [String]

    /// The groups that the drawing names; where it names none, the one of the zaaktype.
    public init(_ names: [String], else standard: String) {
        self.names = names.isEmpty ? [standard] : Set(names).sorted()
    }
}

extension Groepen {
    /// The groups that the file with the roles names.
    public static func known(yaml: String) throws -> Set<String> {
        struct File: Decodable {
            struct Name: Decodable {}

            let groepen: [String: Name]
        }
        return Set(try YAMLDecoder().decode(File.self, from: yaml).groepen.keys)
    }
}

extension Groepen: ColumnValue {
    public var column: Value { names.joined(separator: ",").column }

    public init?(column: Value) {
        guard let text = String(column: column), !text.isEmpty else { return nil }
        names = text.split(separator: ",").map(String.init)
    }
}

extension Groepen {
    /// The sets with any of these groups in it, out of those that open taken have: found by stepping over the index
    /// from one set to the next, as there are few sets and many taken.
    static func sets(with groups: [String]) -> Query {
        let wanted = groups.map { "%,\($0),%" }.reduce("1 = 0" as Query) { "\($0) OR ',' || groep || ',' LIKE \($1)" }
        return """
            WITH RECURSIVE sets (groep) AS (
                SELECT min(groep) FROM taken WHERE staat = 'open'
                UNION ALL
                SELECT (SELECT min(groep) FROM taken WHERE staat = 'open' AND groep > sets.groep)
                FROM sets WHERE sets.groep IS NOT NULL)
            SELECT groep FROM sets WHERE \(wanted)
            """
    }
}
