public import Basics

/// Someone who works with Ontknoop under an account of their own.
public struct Gebruiker: Sendable, Hashable {
    public typealias ID = Identifier<Gebruiker>

    public let id: ID
    /// The name to sign in with, in lower case.
    public let login: String
    /// The name that colleagues read.
    public var name: String
    public var role: Rol
    /// The groups whose taken they may take.
    public var groepen: [String]
    public var blockedAt: Moment?

    public init(id: ID, login: String, name: String, role: Rol, groepen: [String] = [], blockedAt: Moment? = nil) {
        self.id = id
        self.login = login.lowercased()
        self.name = name
        self.role = role
        self.groepen = groepen
        self.blockedAt = blockedAt
    }

    var initials: String { String(name.split(separator: " ").prefix(2).compactMap(\.first)).uppercased() }
}
