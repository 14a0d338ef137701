import Foundation
public import Hummingbird
public import Incasso
public import Postvak
import Procesbot
public import Zaken

/// The web server of this office, with the looks and words of `content` (the folder `Content`).
public func buildApplication(
    settings: WebSettings, office: Office, content: String, clock: WebClock, boek: Rechtsboek? = nil,
    kantoor: Postkantoor? = nil
) async throws -> some ApplicationProtocol {
    let (router, imports) = try buildSite(
        settings: settings, office: office, content: content, clock: clock, boek: boek, kantoor: kantoor)
    return Application(
        router: router,
        configuration: ApplicationConfiguration(
            address: .hostname(settings.host, port: settings.port), serverName: nil),
        services: [imports])
}

/// All routes of the site, and the imports that run beside it.
func buildSite(
    settings: WebSettings, office: Office, content: String, clock: WebClock, boek: Rechtsboek?,
    kantoor: Postkantoor? = nil
) throws -> (router: Router<AppContext>, imports: ImportDesk) {
    let face = try Face(directory: content, settings: settings, clock: clock)
    let boek = try boek ?? Rechtsboek { try String(contentsOfFile: "\(content)/recht/\($0)", encoding: .utf8) }
    let tables = try AdviserContent(folder: content + "/adviseur")
    let desk = Desk(
        face: face, office: office, drawings: Drawings(),
        boek: boek,
        keurmeester: Keurmeester(content: content), bijzonder: SpecialReader(tables))
    let imports = ImportDesk(office: office)
    let bot = try BotDesk(desk: desk, content: content, tables: tables)
    let kantoor =
        try kantoor
        ?? Postkantoor(
            office: office, sorteerder: Sorteerder(content: content), boek: boek, scanner: settings.scanner)
    let post = try PostDesk(bot: bot, content: content, kantoor: kantoor)
    return (Routes.router(desk, RequestMetrics(), imports, bot, post), imports)
}
