import Basics
import Database

/// How long someone stays signed in: 90 minutes without a request, so that lunch does not end it, and 12 hours at most.
enum SessieTerm {
    static let idle: Int64 = 90 * 60
    static let absolute: Int64 = 12 * 3_600
    /// A session's last sighting is written at most this often.
    static let sighting: Int64 = 5 * 60
}

/// The sessions of people who signed in, inside one transaction.
struct SessieStore {
    let tx: Transaction

    /// Who holds this secret, unless their session has lapsed or their account is shut.
    func holder(of secret: Secret, at now: Moment) throws -> (gebruiker: Gebruiker, gezien: Moment)? {
        let idle = now.adding(seconds: -SessieTerm.idle)
        let row = try tx.first(
            """
            SELECT g.id, g.login, g.naam, g.rol, g.groepen, g.geblokkeerd, s.gezien
            FROM sessies s JOIN gebruikers g ON g.id = s.gebruiker_id
            WHERE s.id = \(secret.hash) AND s.vervalt > \(now) AND s.gezien > \(idle) AND g.geblokkeerd IS NULL
            """)
        return try row.map { (try Gebruiker(row: $0), try $0["gezien"]) }
    }

    func begin(_ secret: Secret, for gebruiker: Gebruiker.ID, at now: Moment) throws {
        try tx.run("DELETE FROM sessies WHERE vervalt <= \(now)")
        try tx.gesteldeVragen.forgetOld(at: now)
        try tx.run(
            """
            INSERT INTO sessies (id, gebruiker_id, begonnen, gezien, vervalt)
            VALUES (\(secret.hash), \(gebruiker), \(now), \(now), \(now.adding(seconds: SessieTerm.absolute)))
            """)
    }

    func see(_ secret: Secret, at now: Moment) throws {
        try tx.run("UPDATE sessies SET gezien = \(now) WHERE id = \(secret.hash)")
    }

    /// With what was only kept for who was signed in.
    func end(_ secret: Secret) throws {
        let holder = try tx.first("SELECT gebruiker_id FROM sessies WHERE id = \(secret.hash)")
        if let holder { try tx.gesteldeVragen.forgetAll(of: try holder["gebruiker_id"]) }
        try tx.run("DELETE FROM sessies WHERE id = \(secret.hash)")
    }

    func endAll(of gebruiker: Gebruiker.ID) throws {
        try tx.gesteldeVragen.forgetAll(of: gebruiker)
        try tx.run("DELETE FROM sessies WHERE gebruiker_id = \(gebruiker)")
    }
}

extension Transaction {
    var sessies: SessieStore { SessieStore(tx: self) }
}
