import Basics
import Bibliotheek
import Database
import Dmn
import Engine
import Foundation
import Hummingbird
import Procesbot
import Testing
import Zaken

@testable import Web

@Suite("Deviations alike over HTTP")
struct AfwijkingenPageTests {
    @Test func `five deviations alike are put to the process owner with a draft that opens as any other`() async throws
    {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaken = try await site.zaken()
            for zaak in zaken { try await site.start(zaak) }
            let zaak = try #require(zaken.first)
            let now = site.clock.now()
            try await site.office.database.write { tx in
                for (number, to) in (0..<10).map({ ($0, $0 < 5 ? "A.2.4" : "A.3.1") }) {
                    try tx.run(
                        """
                        INSERT INTO afwijkingen (id, zaak_id, van_stap, naar_stap, reden, bron, moment, door)
                        VALUES (\("a\(number)"), \(zaak.id), 'A.2.2', \(to), 'klant wil een brief', NULL, \(now), 'anja')
                        """)
                }
            }
            try await site.signIn("cora")
            let path = "/procesbot/afwijkingen"
            let page = String(buffer: try await site.get(path).body)
            #expect(page.contains("5 keer") && page.contains("Maak een ontwerp met deze keuze"))
            // One of the two zaken of the site was left.
            #expect(page.contains("50 %") && page.contains("1 van 2 zaken gingen zoals de tekening zegt"))
            #expect(page.contains("Teken deze keuze zelf"))
            #expect(try await site.post(path, ["van": "A.2.2", "naar": "A.3.1"]).status == .notFound)
            let made = try await site.post(path, ["van": "A.2.2", "naar": "A.2.4"])
            let draft = try #require(made.headers[.location])
            #expect(draft.hasPrefix("/ontwerpen/proces/"))
            let look = String(buffer: try await site.get(draft).body)
            #expect(look.contains("Gaat het anders?") && look.contains("zoals getekend"))
            let kept = try #require(try await site.office.read { try $0.ontwerpen.all(.proces).first })
            #expect(try Deployment(bron: kept.bron).definition().nodes.contains { $0.id == "keuze-voor-A.2.2" })
        }
    }

    @Test func `deviations between the same steps part by their facts`() async throws {
        try await Site.open { site in
            try await site.signIn("anja")
            _ = try await site.importItems()
            let zaak = try #require(try await site.zaken().first)
            let now = site.clock.now()
            let before = #"{"klantsegment/Betaalverleden":"eerder","segment":"herhaald","saldo.aantal":1}"#
            let many = #"{"klantsegment/Betaalverleden":"eerste","segment":"eerste","saldo.aantal":4}"#
            try await site.office.database.write { tx in
                for number in 0..<10 {
                    try tx.run(
                        """
                        INSERT INTO afwijkingen (id, zaak_id, van_stap, naar_stap, reden, bron, moment, door, feiten)
                        VALUES (\("a\(number)"), \(zaak.id), 'A.2.1.aanmanen', 'A.2.2', 'eerst bellen', '02 §2.4', \(now),
                            'anja', \(number < 5 ? before : many))
                        """)
                }
            }
            try await site.signIn("cora")
            let page = try await site.page("/procesbot/afwijkingen")
            #expect(page.matches(of: /5 keer/).count == 2 && page.contains("02 §2.4"))
            #expect(page.contains("Betaalverleden (tabel klantsegment): eerder"))
        }
    }

    @Test func `facts are called as people call them`() async throws {
        try await Site.open { site in
            try await site.deviations(7, ["saldo.eersteVervaldag": "2026-10-01"], from: "A.2.2", to: "A.2.4")
            try await site.signIn("cora")
            let page = try await site.page("/procesbot/afwijkingen")
            #expect(page.contains("1 oktober 2026") && !page.contains("saldo.eersteVervaldag:"), "\(page)")
        }
    }

    @Test func `those who went on are held against it as they were before the step, and what differs is the condition`()
        async throws
    {
        try await Site.open { site in
            try await site.deviations(7, ["pogingen": 0, "fase": "aangemaand"], from: "A.2.2", to: "A.2.4")
            try await site.wentOn(["pogingen": 2, "fase": "aangemaand"], at: "A.2.2")
            try await site.signIn("cora")
            let page = try await site.page("/procesbot/afwijkingen")
            #expect(
                page.contains("pogingen: 0 · ook bij 0 van 3") && page.contains("fase: aangemaand · ook bij 3 van 3"),
                "\(page)")
            _ = try await site.post("/procesbot/afwijkingen", ["van": "A.2.2", "naar": "A.2.4"])
            let kept = try #require(try await site.office.read { try $0.ontwerpen.all(.proces).first })
            let flow = try Deployment(bron: kept.bron).definition().nodes.first { $0.id == "keuze-voor-A.2.2" }
            #expect(flow != nil && kept.bron.contains("=pogingen = 0</"))
        }
    }

    @Test func `days, amounts and totals that run on describe these zaken, and make no condition`() async throws {
        try await Site.open { site in
            let these: JSON = [
                "saldo.eersteVervaldag": "2026-10-01", "saldo.hoofdsom": 700, "perMaand": 40, "fase": "aangemaand",
            ]
            try await site.deviations(7, these, from: "A.2.2", to: "A.2.4")
            try await site.wentOn(
                ["saldo.eersteVervaldag": "2026-04-01", "saldo.hoofdsom": 900, "perMaand": 90, "fase": "nieuw"],
                at: "A.2.2")
            try await site.signIn("cora")
            let page = try await site.page("/procesbot/afwijkingen")
            let when = try #require(page.firstMatch(of: /Die geldt bij ([^<]*)/)?.1)
            #expect(when.contains("aangemaand") && !when.contains("oktober") && !when.contains("700"), "\(when)")
            _ = try await site.post("/procesbot/afwijkingen", ["van": "A.2.2", "naar": "A.2.4"])
            let kept = try #require(try await site.office.read { try $0.ontwerpen.all(.proces).first })
            #expect(
                kept.bron.contains("=fase = \"aangemaand\"</") || kept.bron.contains("=fase = &quot;aangemaand&quot;</")
            )
        }
    }

    @Test func `a way out of the phase is drafted, drawn, and taken by the zaken for which it is meant`() async throws {
        try await Site.open { site in
            try await site.deviations(7, ["pogingen": 0], from: "A.2.2", to: "A.4")
            try await site.wentOn(["pogingen": 2], at: "A.2.2")
            try await site.signIn("cora")
            #expect(try await site.page("/procesbot/afwijkingen").contains("Maak een ontwerp met deze keuze"))
            let made = try await site.post("/procesbot/afwijkingen", ["van": "A.2.2", "naar": "A.4"])
            let look = try await site.page(try #require(made.headers[.location]))
            #expect(look.contains("Loopt het goed?") && !look.contains("kan vastlopen"))
            let kept = try #require(try await site.office.read { try $0.ontwerpen.all(.proces).first })
            let nodes = Set(try Deployment(bron: kept.bron).definition().nodes.map(\.id))
            #expect(nodes.isSuperset(of: ["keuze-voor-A.2.2", "einde-A.2.2-A.4", "rand-A.2.2-A.4"]))
            #expect(look.contains("data-element=\"rand-A.2.2-A.4\""))
        }
    }

    @Test func `a step of a process that another calls is found, and the two drawings are named`() async throws {
        try await Site.open { site in
            try await site.deviations(7, ["pogingen": 0], from: "A.4.1", to: "voor-kosten")
            try await site.signIn("cora")
            let page = try await site.page("/procesbot/afwijkingen")
            #expect(!page.contains("in geen proces dat nu loopt"))
            #expect(page.contains("en een weg kan daar niet tussen"))
        }
    }

    @Test func `where a table looks at the facts that differ it can be drafted with a rule for them`() async throws {
        try await Site.open { site in
            try await site.deviations(
                7, ["klantsegment/Betaalverleden": "eerder"], from: "A.2.1.aanmanen", to: "A.2.2")
            try await site.wentOn(["klantsegment/Betaalverleden": "eerste"], at: "A.2.1.aanmanen")
            try await site.signIn("cora")
            #expect(
                try await site.page("/procesbot/afwijkingen").contains("Maak een ontwerp van de tabel met deze regel"))
            let made = try await site.post(
                "/procesbot/afwijkingen",
                [
                    "van": "A.2.1.aanmanen", "naar": "A.2.2", "soort": "regel",
                    "feiten": "klantsegment/Betaalverleden = \"eerder\"",
                ])
            #expect(made.headers[.location]?.hasPrefix("/ontwerpen/beslissing/") == true)
            let kept = try #require(try await site.office.read { try $0.ontwerpen.all(.beslissing).first })
            let table = try Beslissingsbestand(bron: kept.bron).program.model.decisions
                .first { $0.id == "klantsegment" }?.table
            let rule = try #require(table?.rules.last)
            #expect(rule.tests.map(\.text) == ["-", "\"eerder\""] && rule.outputs.map(\.text) == ["\"hulp\""])
            #expect(rule.annotations.first?.contains("7 keer") == true)
        }
    }
}

extension Site {
    /// Deviations with these facts, of one zaak.
    fileprivate func deviations(_ count: Int, _ facts: JSON, from step: String, to other: String) async throws {
        try await signIn("anja")
        _ = try await importItems()
        let zaak = try #require(try await zaken().first)
        let now = clock.now()
        try await office.database.write { tx in
            for number in 0..<count {
                try tx.run(
                    """
                    INSERT INTO afwijkingen (id, zaak_id, van_stap, naar_stap, reden, bron, moment, door, feiten)
                    VALUES (\("a\(number)"), \(zaak.id), \(step), \(other), 'klant vraagt het', NULL, \(now), 'anja', \(facts))
                    """)
            }
        }
    }

    /// Three other zaken that did the step, with the facts as they were before it.
    fileprivate func wentOn(_ facts: JSON, at step: String) async throws {
        let zaak = try #require(try await zaken().first)
        let now = clock.now()
        try await office.database.write { tx in
            for number in 0..<3 {
                let other = "00000000-0000-7000-8000-00000000000\(number)"
                try tx.run(
                    """
                    INSERT INTO zaken (id, nummer, zaaktype, partij_id, omschrijving, status, geopend, streefdatum, versie)
                    VALUES (\(other), \("ANDER-\(number)"), \(zaak.zaaktype), \(zaak.partij), 'Proef', \(zaak.status), '2026-04-01',
                        '2026-06-01', 1)
                    """)
                try tx.run(
                    """
                    INSERT INTO taken (id, zaak_id, soort, stap, naam, keuzes, groep, waarom, ontstaan, uiterlijk, staat,
                        afgerond_op, versie, feiten)
                    VALUES (\("t\(number)"), \(other), 'formulier', \(step), 'Stap', '[]', 'incasso', '', \(now),
                        '2026-05-01', 'afgerond', \(now), 1, \(facts))
                    """)
            }
        }
    }
}
