public import ArgumentParser
import Database
import Foundation
import Journal
public import Web

/// Works with the accounts.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Work with accounts.", subcommands: [UserAdd.self])
}

/// Adds an account.
struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add an account; the password is read from standard input.")

    @OptionGroup var house: HouseOptions
    @Argument(help: "The name to sign in with.") var login: String
    @Option(help: "The name that colleagues read.") var naam: String
    @Option(help: "casemanager, teamleider, proceseigenaar, lezer or beheerder.") var rol: Rol
    @Option(name: .customLong("groep"), help: "A group whose taken they may take; may be given more than once.")
    var groepen: [String] = []

    func run() async throws {
        tell("Password:")
        guard let password = readLine(strippingNewline: true), !password.isEmpty else {
            throw ValidationError("No password was given on standard input.")
        }
        let database = try await House.openDatabase(try await Settings.read(house))
        let adding = try await Gebruiker.Adding(
            login: login, name: naam, role: rol, groepen: groepen, password: password)
        try await database.write { tx in try adding.run(in: tx, as: .system("beheer"), at: House.realTime()) }
        await database.close()
        print("Added \(login).")
    }
}

extension Rol: ExpressibleByArgument {}
