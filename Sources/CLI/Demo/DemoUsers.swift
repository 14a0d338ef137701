import Basics
import Database
import Foundation
import Journal
import Web
import Yams
import Zaken

/// The fictitious colleagues of the demo, one or more for each role (`Content/rollen/rollen.yaml`).
struct DemoUsers {
    static let password = "ontknoop-demo"

    private struct File: Decodable {
        struct User: Decodable {
            let login, naam, rol: String
            let groepen: [String]
        }

        let demo: [User]
    }

    private let users: [File.User]

    init(content: String) throws {
        let text = try String(contentsOfFile: content + "/rollen/rollen.yaml", encoding: .utf8)
        users = try YAMLDecoder().decode(File.self, from: text).demo
    }

    /// Adds who is not there yet; answers all of them.
    func add(to house: House) async throws -> [Gebruiker] {
        var all: [Gebruiker] = []
        for user in users {
            if let known = try await house.database.read({ tx in try tx.gebruikers.find(login: user.login) }) {
                all.append(known)
            } else if let role = Rol(rawValue: user.rol) {
                let adding = try await Gebruiker.Adding(
                    login: user.login, name: user.naam, role: role, groepen: user.groepen, password: DemoUsers.password)
                let now = house.clock()
                all.append(
                    try await house.database.write { tx in try adding.run(in: tx, as: .system("demo"), at: now) })
            }
        }
        return all
    }
}
