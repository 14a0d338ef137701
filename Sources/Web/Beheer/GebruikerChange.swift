import Basics
import Hummingbird
import Journal
import Zaken

/// An account gets another role, other groups, or a new password; all of it ends its sessions.
struct GebruikerChange {
    let id: Gebruiker.ID
    let role: Rol?
    let groepen: [String]
    let password: Wachtwoord?

    init(_ id: Gebruiker.ID, _ form: FormFields, groups: [String]) async throws {
        self.id = id
        role = try form.choiceIfAny("rol")
        groepen = form.all("groep").filter(groups.contains)
        password = form["wachtwoord"] == nil ? nil : try await Wachtwoord.kept(form.raw("wachtwoord") ?? "")
    }

    func run(in act: Act) throws {
        guard let user = try act.tx.gebruikers.find(id) else { throw HTTPError(.notFound) }
        if let role, role != user.role || groepen != user.groepen {
            try act.tx.gebruikers.change(id, role: role, groepen: groepen)
            try act.record(
                "gebruiker_gewijzigd", of: .gebruiker(id),
                ["rol": .string(role.rawValue), "groepen": .string(groepen.joined(separator: ", "))])
        }
        if let password {
            try act.tx.gebruikers.change(password, of: id)
            try act.tx.sessies.endAll(of: id)
            try act.record("wachtwoord_vervangen", of: .gebruiker(id))
        }
    }
}
