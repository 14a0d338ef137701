public import Basics
public import Database
public import Engine

/// The example cases that a process owner handed in with a version of a process: for that version and later ones they take the place of
/// those that ship.
public struct Voorbeeldbestand: Hashable, Sendable {
    /// The version with which they were handed in.
    public let versie: DefinitionKey
    /// The name of the file.
    public let bestand: String
    /// The file, as YAML.
    public let bron: String
    public let ingevoerd: Moment
    public let door: String

    /// As it was handed in.
    public var file: Ontwerp.Voorbeelden.Bestand { .init(naam: bestand, bron: bron) }
}

/// The example cases that were handed in, inside one transaction.
public struct VoorbeeldStore {
    let tx: Transaction

    /// Those that hold for a version: handed in with it, or with the newest before it that has any.
    public func holding(for version: DefinitionKey) throws -> Voorbeeldbestand? {
        try tx.first(
            """
            SELECT proces, versie, bestand, bron, ingevoerd, door FROM voorbeeldzaken
            WHERE proces = \(version.process) AND versie <= \(Int64(version.version)) ORDER BY versie DESC LIMIT 1
            """
        ).map {
            Voorbeeldbestand(
                versie: DefinitionKey(try $0["proces"], version: try $0["versie"]), bestand: try $0["bestand"],
                bron: try $0["bron"], ingevoerd: try $0["ingevoerd"], door: try $0["door"])
        }
    }

    /// Takes them away from a version; whether it had any.
    func remove(from version: DefinitionKey) throws -> Bool {
        try tx.run(
            "DELETE FROM voorbeeldzaken WHERE proces = \(version.process) AND versie = \(Int64(version.version))") > 0
    }

    /// Keeps them with a version, in the place of those that it had.
    func put(_ one: Voorbeeldbestand) throws {
        let (process, version) = (one.versie.process, Int64(one.versie.version))
        try tx.run("DELETE FROM voorbeeldzaken WHERE proces = \(process) AND versie = \(version)")
        try tx.run(
            """
            INSERT INTO voorbeeldzaken (proces, versie, bestand, bron, ingevoerd, door)
            VALUES (\(process), \(version), \(one.bestand), \(one.bron), \(one.ingevoerd), \(one.door))
            """)
    }
}

extension Transaction {
    public var voorbeelden: VoorbeeldStore { VoorbeeldStore(tx: self) }
}
