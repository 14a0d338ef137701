import Basics
import Database
import NIOPosix

/// Why someone is not let in; the first says as little as there is to say.
enum SignInRefusal: Error, Hashable {
    case wrong
    case tooOften
}

/// Lets someone in with name and password: the same answer, after the same time, for a wrong name and a wrong password.
struct SignIn: Sendable {
    let database: Database
    let now: @Sendable () -> Moment

    func callAsFunction(login: String, password: String, from address: String?) async throws -> Secret {
        let now = now()
        let keys = [InlogpogingStore.Key.account(login)] + (address.map { [.address($0)] } ?? [])
        let (attempts, known) = try await admit(keys, login, at: now)
        let kept = known?.wachtwoord ?? .nobody
        let fits = try await NIOThreadPool.singleton.runIfActive { try kept.matches(password) }
        guard fits, let user = known?.gebruiker, user.blockedAt == nil else {
            throw SignInRefusal.wrong
        }
        return try await begin(user, attempts, at: now)
    }

    /// Counts the attempt before the password is looked at, so that many at once cannot all slip through.
    private func admit(_ keys: [InlogpogingStore.Key], _ login: String, at now: Moment) async throws
        -> (attempts: [Identifier<InlogpogingStore.Key>], known: (gebruiker: Gebruiker, wachtwoord: Wachtwoord)?)
    {
        try await database.write { tx in
            guard try !keys.contains(where: { try tx.inlogpogingen.isExhausted($0, at: now) }) else {
                throw SignInRefusal.tooOften
            }
            var ambient = Ambient(now: now)
            let attempts = try keys.map { try tx.inlogpogingen.note($0, &ambient) }
            return (attempts, try tx.gebruikers.credentials(login))
        }
    }

    /// Forgets the failures of the account; of the address only this attempt, as others may be guessing from there.
    private func begin(
        _ user: Gebruiker, _ attempts: [Identifier<InlogpogingStore.Key>], at now: Moment
    ) async throws -> Secret {
        var random = SystemRandomNumberGenerator()
        let secret = Secret(random: &random)
        try await database.write { tx in
            try tx.sessies.begin(secret, for: user.id, at: now)
            try tx.inlogpogingen.forget(.account(user.login))
            try tx.inlogpogingen.retract(attempts)
        }
        return secret
    }
}
