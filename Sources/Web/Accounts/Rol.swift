import Foundation
import Yams
import Zaken

/// What someone is in the organisation.
public enum Rol: String, Sendable, CaseIterable {
    case casemanager, teamleider, proceseigenaar, lezer, beheerder
}

/// One thing that a role may allow; what a role allows stands in Content/rollen.
enum Permission: String, Sendable, CaseIterable {
    case zaakZien = "zaak.zien"
    case zaakZienAlle = "zaak.zien.alle"
    case zaakBijwerken = "zaak.bijwerken"
    case zaakOpschorten = "zaak.opschorten"
    case zaakSluiten = "zaak.sluiten"
    case zaakAfwijken = "zaak.afwijken"
    case zaakAfwijkenZwaar = "zaak.afwijken.zwaar"
    case taakDoen = "taak.doen"
    case taakVerdelen = "taak.verdelen"
    case klantZien = "klant.zien"
    case klantBijwerken = "klant.bijwerken"
    case klantSamenvoegen = "klant.samenvoegen"
    case klantPauzeren = "klant.pauzeren"
    case klantPauzerenLang = "klant.pauzeren.lang"
    case klantAfgeschermd = "klant.afgeschermd"
    case vorderingZien = "vordering.zien"
    case vorderingBoeken = "vordering.boeken"
    case vorderingAfboeken = "vordering.afboeken"
    case regelingMaken = "regeling.maken"
    case regelingGoedkeuren = "regeling.goedkeuren"
    case incassoVrijgeven = "incasso.vrijgeven"
    case overdrachtBesluiten = "overdracht.besluiten"
    case dossierOphalen = "dossier.ophalen"
    case briefVersturen = "brief.versturen"
    case postZien = "post.zien"
    case postVerwerken = "post.verwerken"
    case importDoen = "import.doen"
    case procesZien = "proces.zien"
    case procesBeheren = "proces.beheren"
    case sturingZien = "sturing.zien"
    case sturingBijwerken = "sturing.bijwerken"
    case journaalZien = "journaal.zien"
    case gebruikerBeheren = "gebruiker.beheren"
    case systeemBeheren = "systeem.beheren"
}

/// What each role may do, as the content says it; what stands nowhere is not allowed.
struct Rollen: Sendable {
    private let rights: [Rol: Set<Permission>]
    /// The groups that taken are offered to.
    let groepen: [String]
    /// Words of the file that the program does not know; a test keeps this empty.
    let unknown: [String]

    init(yaml path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let file = try YAMLDecoder().decode(RollenFile.self, from: text)
        rights = file.rollen.reduce(into: [:]) { rights, entry in
            guard let rol = Rol(rawValue: entry.key) else { return }
            rights[rol] = Set(entry.value.mag.compactMap(Permission.init(rawValue:)))
        }
        groepen = try Groepen.known(yaml: text).sorted()
        unknown = file.rollen.values.flatMap(\.mag).filter { Permission(rawValue: $0) == nil }
    }

    func rights(of rol: Rol) -> Set<Permission> { rights[rol] ?? [] }
}

private struct RollenFile: Decodable {
    struct Rol: Decodable { let mag: [String] }

    let rollen: [String: Rol]
}
