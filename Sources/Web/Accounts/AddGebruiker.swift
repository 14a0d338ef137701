public import Basics
public import Database

/// Adds an account; the command line and the beheer page both call this.
public struct AddGebruiker: Sendable {
    let database: Database
    let now: @Sendable () -> Moment

    public init(database: Database, now: @escaping @Sendable () -> Moment) {
        self.database = database
        self.now = now
    }

    @discardableResult
    public func callAsFunction(
        login: String, name: String, role: Rol, groepen: [String] = [], password: String
    ) async throws -> Gebruiker {
        guard AddGebruiker.isReadable(login) else { throw GebruikerRefusal.loginUnreadable }
        guard !name.trimmingSpace.isEmpty else { throw GebruikerRefusal.nameMissing }
        let now = now()
        var ambient = Ambient(now: now)
        let user = Gebruiker(id: ambient.newID(), login: login, name: name.trimmingSpace, role: role, groepen: groepen)
        let kept = try AddGebruiker.kept(password)
        try await database.write { tx in try tx.gebruikers.add(user, kept, at: now) }
        return user
    }

    static func isReadable(_ login: String) -> Bool {
        (2...60).contains(login.count)
            && login.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-@".contains($0)) }
    }

    static func kept(_ password: String) throws -> Wachtwoord {
        var random = SystemRandomNumberGenerator()
        do {
            return try Wachtwoord(password, random: &random)
        } catch let refusal as Wachtwoord.Refusal {
            throw GebruikerRefusal.password(refusal)
        }
    }
}
