import Basics
import Bibliotheek
import Database
import Engine
import Foundation
import Incasso
import Journal
import Klanten
import Postvak
import Recht
import Zaken

/// An office on a database of its own, with the content of the project and a creditor; its letters are one line long.
struct TestOffice: Sendable {
    let office: Office

    static func open(_ database: Database, clock: @escaping @Sendable () -> Moment) async throws -> TestOffice {
        let content = Content.folder
        let types = try Content.files(in: content.appending(path: "zaaktypen"), ending: ".yaml").values.map(
            Zaaktype.init(yaml:))
        let forms = try Content.files(in: content.appending(path: "formulieren"), ending: ".yaml").values
            .map(Formulier.init(yaml:))
        let drawings = try Content.files(in: content.appending(path: "processen"), ending: ".bpmn").values
            .map(Deployment.init(bron:))
        let tables = try Content.files(in: content.appending(path: "beslissingen"), ending: ".dmn").values
            .map(Beslissingsbestand.init(bron:))
        let recht = try RechtTables(reading: { name in
            try String(contentsOf: content.appending(path: "recht/\(name)"), encoding: .utf8)
        })
        let dienst = Incassodienst(
            recht: recht,
            pers: Briefpers { template, _, _ in
                Briefopmaak(onderwerp: template, html: "<!doctype html><p>\(template)</p>", tekst: template)
            })
        let empty = Playbook(
            zaaktypen: types, formulieren: forms, processen: ProcessLibrary([]), diensten: Diensten(),
            feiten: { _, _ in [:] })
        let (library, decisions) = try await database.write { tx in
            let act = Act(tx: tx, ambient: Ambient(now: clock()), actor: .system("content"), playbook: empty)
            for drawing in drawings { try drawing.ship(in: act) }
            for table in tables { try table.ship(in: act) }
            try tx.schuldeisers.put(.demo)
            return (try tx.processen.library().library, try tx.beslissingen.library())
        }
        var diensten = Diensten()
        dienst.offer(to: &diensten)
        diensten.keep(Klantpost.vanPost)
        var playbook = Playbook(
            zaaktypen: types, formulieren: forms, processen: library, beslissingen: decisions,
            diensten: diensten, feiten: { zaak, act in try dienst.facts(of: zaak, in: act) })
        playbook.keuzefeiten = { [dienst] zaak, act in try dienst.choices(of: zaak, in: act) }
        dienst.offer(to: &playbook.gevolgen)
        playbook.naPublicatie = Bron.follow
        playbook.toets = { handeling, zaak, act in try dienst.toets(handeling, zaak, act) }
        playbook.slottoets = { result, zaak, act in try dienst.slottoets(result, zaak, act) }
        playbook.verlaten = { message, zaak, act in try dienst.verlaten(message, zaak, act) }
        return TestOffice(office: Office(database: database, playbook: playbook, clock: clock))
    }

    /// Open items of two people, as a creditor sends them.
    static let items = """
        debiteurnummer;naam;adres;postcode;plaats;factuurnummer;omschrijving;factuurdatum;vervaldatum;bedrag
        1001;Test Huurder;Voorbeeldstraat 12;3011 AA;Rotterdam;F-1;Huur april;2026-03-15;2026-04-01;711,20
        1001;Test Huurder;Voorbeeldstraat 12;3011 AA;Rotterdam;F-2;Huur mei;2026-04-15;2026-05-01;711,20
        1002;Ander Voorbeeld;Voorbeeldplein 1;3012 BB;Rotterdam;F-3;Huur mei;2026-04-15;2026-05-01;560,00
        1003;Fout Voorbeeld;Voorbeeldplein 2;3012 BB;Rotterdam;F-4;Huur mei;2026-04-15;2026-02-31;560,00
        """
}

extension Schuldeiser {
    static let demo = Schuldeiser(
        code: "demo", naam: "Woningcorporatie (demo)",
        adres: Adres(regel: "Voorbeeldkade 1", postcode: "3011 AA", plaats: "Rotterdam"), kvk: "00000000",
        iban: "NL13TEST0123456789", telefoon: "010 000 0000", email: "incasso@voorbeeld.invalid",
        website: "voorbeeld.invalid")
}
