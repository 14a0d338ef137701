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
    public var team: String?
    public var blockedAt: Moment?

    public init(id: ID, login: String, name: String, role: Rol, team: String? = nil, blockedAt: Moment? = nil) {
        self.id = id
        self.login = login.lowercased()
        self.name = name
        self.role = role
        self.team = team
        self.blockedAt = blockedAt
    }

    func may(_ permission: Permission) -> Bool { blockedAt == nil && role.permissions.contains(permission) }

    var initials: String { String(name.split(separator: " ").prefix(2).compactMap(\.first)).uppercased() }
}
