public import Basics
public import Database

/// The accounts, inside one transaction.
public struct GebruikerStore {
    let tx: Transaction
    private static let columns: Query = "id, login, naam, rol, groepen, geblokkeerd"

    public func find(_ id: Gebruiker.ID) throws -> Gebruiker? {
        try tx.first("SELECT \(GebruikerStore.columns) FROM gebruikers WHERE id = \(id)").map(Gebruiker.init(row:))
    }

    public func find(login: String) throws -> Gebruiker? {
        try tx.first("SELECT \(GebruikerStore.columns) FROM gebruikers WHERE login = \(login.lowercased())")
            .map(Gebruiker.init(row:))
    }

    /// Everyone with an account, by name.
    public func all() throws -> [Gebruiker] {
        try tx.rows("SELECT \(GebruikerStore.columns) FROM gebruikers ORDER BY naam, id").map(Gebruiker.init(row:))
    }

    /// The account under this name with its kept password.
    func credentials(_ login: String) throws -> (gebruiker: Gebruiker, wachtwoord: Wachtwoord)? {
        let row = try tx.first(
            "SELECT \(GebruikerStore.columns), wachtwoord FROM gebruikers WHERE login = \(login.lowercased())")
        return try row.map { (try Gebruiker(row: $0), Wachtwoord(kept: try $0["wachtwoord"])) }
    }

    /// Adds an account; refused when the name is taken.
    public func add(_ gebruiker: Gebruiker, _ wachtwoord: Wachtwoord, at now: Moment) throws {
        guard try find(login: gebruiker.login) == nil else { throw GebruikerRefusal.loginTaken(gebruiker.login) }
        try tx.run(
            """
            INSERT INTO gebruikers (\(GebruikerStore.columns), wachtwoord, aangemaakt)
            VALUES (\(gebruiker.id), \(gebruiker.login), \(gebruiker.name), \(gebruiker.role), \(gebruiker.groepen.joined(separator: ",")),
                \(gebruiker.blockedAt), \(wachtwoord.text), \(now))
            """)
    }

    /// Shuts an account out, or lets it in again; a shut account loses its sessions.
    public func block(_ id: Gebruiker.ID, at moment: Moment?) throws {
        try tx.run("UPDATE gebruikers SET geblokkeerd = \(moment) WHERE id = \(id)")
        if moment != nil { try tx.sessies.endAll(of: id) }
    }

    /// Gives an account another role and other groups; its sessions end, so that the new rights hold at once.
    public func change(_ id: Gebruiker.ID, role: Rol, groepen: [String]) throws {
        try tx.run("UPDATE gebruikers SET rol = \(role), groepen = \(groepen.joined(separator: ",")) WHERE id = \(id)")
        try tx.sessies.endAll(of: id)
    }

    public func change(_ wachtwoord: Wachtwoord, of id: Gebruiker.ID) throws {
        try tx.run("UPDATE gebruikers SET wachtwoord = \(wachtwoord.text) WHERE id = \(id)")
    }
}

/// Why the rules refuse a change of the accounts.
public enum GebruikerRefusal: Error, Hashable {
    case loginTaken(String)
    case loginUnreadable
    case nameMissing
    case password(Wachtwoord.Refusal)
    case ownAccount
}

extension Rol: ColumnValue {}

extension Gebruiker {
    private static func groups(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }

    init(row: Row) throws {
        self.init(
            id: try row["id"], login: try row["login"], name: try row["naam"], role: try row["rol"],
            groepen: try Gebruiker.groups(row["groepen"]), blockedAt: try row["geblokkeerd"])
    }
}

extension Transaction {
    public var gebruikers: GebruikerStore { GebruikerStore(tx: self) }
}
