public import Basics
public import Database
public import Journal
import NIOPosix

extension Gebruiker {
    /// Someone gets an account; recorded where it happens, from the command line as from the page.
    public struct Adding: Sendable {
        let login: String
        let name: String
        let role: Rol
        let groepen: [String]
        let password: Wachtwoord

        /// Takes what was asked, unless it is no name or password that can be.
        public init(login: String, name: String, role: Rol, groepen: [String] = [], password: String) async throws {
            guard Adding.isReadable(login) else { throw GebruikerRefusal.loginUnreadable }
            guard !name.trimmingSpace.isEmpty else { throw GebruikerRefusal.nameMissing }
            self.login = login
            self.name = name.trimmingSpace
            self.role = role
            self.groepen = groepen
            self.password = try await Wachtwoord.kept(password)
        }

        @discardableResult
        public func run(in tx: Transaction, as actor: Actor, at now: Moment) throws -> Gebruiker {
            var ambient = Ambient(now: now)
            let user = Gebruiker(id: ambient.newID(), login: login, name: name, role: role, groepen: groepen)
            try tx.gebruikers.add(user, password, at: now)
            let facts: JSON = ["rol": .string(role.rawValue), "groepen": .string(groepen.joined(separator: ", "))]
            _ = try tx.journal.append(
                NewEntry(
                    subject: .gebruiker(user.id), kind: "gebruiker_toegevoegd", content: facts, actor: actor,
                    purpose: "incasso"), at: now)
            return user
        }

        private static func isReadable(_ login: String) -> Bool {
            (2...60).contains(login.count)
                && login.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-@".contains($0)) }
        }
    }
}

extension Wachtwoord {
    /// A password as it is kept; made off the threads that answer requests, as that takes long by design.
    static func kept(_ password: String) async throws -> Wachtwoord {
        do {
            return try await NIOThreadPool.singleton.runIfActive {
                var random = SystemRandomNumberGenerator()
                return try Wachtwoord(password, random: &random)
            }
        } catch let refusal as Wachtwoord.Refusal {
            throw GebruikerRefusal.password(refusal)
        }
    }
}

extension Subject {
    /// All that is recorded of an account.
    static func gebruiker(_ id: Gebruiker.ID) -> Subject { Subject(kind: "gebruiker", id: id.text) }
}
