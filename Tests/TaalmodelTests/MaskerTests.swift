import Basics
import Foundation
import Procesbot
import Testing

@testable import Taalmodel

@Suite("What leaves the house")
struct MaskerTests {
    private static let passages = [
        "Past als de klant in Rotterdam woont. Nieuw Vaarwater helpt.", "Hooguit 14 dagen uitstel, of 80 procent.",
    ]

    static func masker() throws -> Masker {
        let adviser = try Desk.adviser()
        return Masker(names: ["Noor Bakker-de Wit"], given: passages) { adviser.knows($0) }
    }

    @Test(arguments: [
        ("Mail naar j.de.vries@voorbeeld.nl graag", "vries"), ("Zijn rekening is NL91 ABNA 0417 1643 00.", "0417"),
        ("Zijn rekening is nl91abna0417164300.", "abna0417"), ("Rekening BE68 5390 0754 7034 is van haar", "5390"),
        ("Rekening NL91-ABNA-0417-1643-00", "ABNA"), ("Rekening N\u{200B}L91 ABNA 04.17.16.43.00", "ABNA"),
        ("BSN 123456782 staat erbij", "123456782"), ("BSN 1234.56.782 staat erbij", "782"),
        ("bsn 123 456 782", "456"), ("Bel 06-12345678 na vijven", "1234"), ("Bel 06 1234 5678", "5678"),
        ("Bel +31 6 12345678", "1234"), ("Kantoor: 010-1234567", "1234567"), ("Bel (010) 123 45 67", "010"),
        ("Woont op Dorpsstraat 12a in Delft", "Dorpsstraat"), ("woont op de dorpsstraat 12 in delft", "dorpsstraat"),
        ("Kerkweg 3 staat leeg", "Kerkweg"), ("Laan van Nieuw Oost-Indië 5", "Indië"),
        ("Postcode 2611 AB klopt niet", "2611"),
        ("Postcode 2611ab klopt niet", "2611"), ("Mevrouw Van der Meulen belt", "Meulen"),
        ("Dhr. Bakker belt", "Bakker"),
        ("de heer el Amrani belt", "Amrani"), ("Gisteren belde Fatima Yilmaz terug", "Fatima"),
        ("Fatima belt over uitstel", "Fatima"), ("fatima yilmaz belt over uitstel", "yilmaz"),
        ("[Yilmaz] belt", "Yilmaz"), ("klant heet Jansen-de Wit", "Jansen"), ("Noors man belt", "Noor"),
        ("Zaak ZAAK-2026-000412 loopt", "000412"), ("kenmerk 5012345678901234", "50123"), ("noor belt alweer", "noor"),
        ("NOOR BAKKER belt", "BAKKER"), ("factuur F-2026/17", "2026"), ("Geboren op 12-03-1980 in Delft", "1980"),
        ("Geboren op 12 maart 1980", "1980"), ("Kenteken 12-ABC-3", "ABC"), ("Haar insta is @noortje1980", "noortje"),
        ("Zie http://voorbeeld.nl/noor", "voorbeeld"), ("Inkomen 1850 euro en 3 kinderen", "1850"),
        ("ＮＬ９１ＡＢＮＡ０４１７", "ＡＢＮＡ"), ("Ahmed El Khattabi, Østergaard en Žižek", "Khattabi"), ("李伟 belt", "李伟"),
    ])
    func `what points at a person is gone on the way out, and back on the way in`(_ text: String, _ secret: String)
        throws
    {
        var masker = try Self.masker()
        let masked = try masker.mask(text)

        #expect(!masked.lowercased().contains(secret.lowercased()), "\(masked)")
        #expect(try masker.restore(masked) == text)
    }

    @Test(arguments: [
        "De klant vraagt uitstel. Hoeveel dagen mag dat?", "De klant woont in Rotterdam en kent Nieuw Vaarwater",
        "Hij wil 14 dagen uitstel", "Krijgt de klant 80 procent?",
    ])
    func `the words of the house and the numbers of the passages stay`(_ text: String) throws {
        var masker = try Self.masker()
        #expect(try masker.mask(text) == text)
    }

    @Test func `a passage leaves as it stands, but for who and where a person is`() throws {
        var masker = try Self.masker()
        let text =
            "Bel Kredietbank Limburg (artikel 3:4) of mevrouw Jansen, 010 123 45 67, noor@bank.nl, binnen 5 dagen."
        let masked = try masker.maskPassage(text)

        #expect(
            masked
                == "Bel Kredietbank Limburg (artikel 3:4) of mevrouw [NAAM_1], [TELEFOON_1], [MAIL_1], binnen 5 dagen.")
        #expect(try masker.restore(masked) == text)
    }

    @Test func `the same person is the same place everywhere, and a place that was typed is not mistaken for one`()
        throws
    {
        var masker = try Self.masker()
        let first = try masker.mask("Noor Bakker-de Wit belt. [NAAM_1] is een teken.")
        let second = try masker.mask("Vandaag belt Noor Bakker-de Wit")

        #expect(first.hasPrefix("[NAAM_1] belt. [TEKST_1]"))
        #expect(second == "Vandaag belt [NAAM_1]")
        #expect(try masker.restore(first) == "Noor Bakker-de Wit belt. [NAAM_1] is een teken.")
    }

    @Test func `any text comes back as it was, and no word leaves that the house does not know`() throws {
        let pieces = [
            "Noor Bakker", "NL91ABNA0417164300", "06-12345678", "Dorpsstraat 1", "1.440 euro", "[NAAM_1]", "[MAIL_9]",
            "a@b.nl", "é€ß", "\n", "123456782", "mevrouw De Wit", "Rotterdam", "qwxz", "](", "[[", "uitstel",
            "14 dagen",
        ]
        let adviser = try Desk.adviser()
        for seed in 0..<200 {
            var random = SeededRandom(seed: UInt64(seed))
            let text = (0..<8).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined(
                separator: Bool.random(using: &random) ? " " : "")
            var masker = try Self.masker()
            let masked = try masker.mask(text)
            #expect(try masker.restore(masked) == text, "seed \(seed)")
            let bare = masked.replacing(/\[[A-Z]+_\d+\]/, with: " ")
            let left = bare.matches(of: /[\p{L}\p{N}]+/).map { String($0.output) }
            #expect(
                left.allSatisfy { adviser.knows($0) || Self.passages.joined().contains($0) }, "seed \(seed): \(masked)")
        }
    }
}

@Suite("What reached the other side", .besideModel)
struct TravelTests {
    @Test func `nothing of a person is in the bytes that a model gets, nor in what is kept of it`() async throws {
        let secrets = [
            "Fatima", "Yilmaz", "0612345678", "06-12345678", "NL91ABNA0417164300", "0417", "123456782", "Dorpsstraat",
            "2611", "yilmaz@voorbeeld.nl", "Delft", "000412", "1980", "1850", "Mehmet", "010 123 45 67", "mehmet",
        ]
        let question = """
            Mevrouw Fatima Yilmaz (06-12345678, yilmaz@voorbeeld.nl, bsn 123456782, geboren 12-03-1980) vraagt uitstel. Ze woont \
            Dorpsstraat 12, 2611 AB Delft, rekening NL91ABNA0417164300, zaak ZAAK-2026-000412. Haar man mehmet verdient 1850 \
            euro. Hoeveel dagen uitstel geef ik mevrouw Yilmaz?
            """
        let facts: JSON = ["klant": ["naam": "F. Yilmaz", "woonplaats": "Delft"], "zaak": ["status": "loopt"]]
        let more = "Geef mevrouw Yilmaz van de Dorpsstraat 12 hooguit 14 dagen uitstel, mail yilmaz@voorbeeld.nl."
        let text = Desk.claims([("Geef mevrouw [NAAM_1] hooguit 14 dagen uitstel.", "P1", Desk.quote)])
        let outcome = try await Desk.worded(
            try await Peer("stroomt", text), question: question, more: more, names: ["Fatima Yilmaz"], facts: facts)
        let worded = try #require(outcome.worded)
        let travelled = try #require(outcome.seen.first)

        #expect(outcome.advice.facts.contains { $0.fact.contains("Delft") })
        for secret in secrets {
            #expect(!travelled.body.localizedCaseInsensitiveContains(secret), "\(secret) left the house")
            #expect(!travelled.head.localizedCaseInsensitiveContains(secret))
            #expect(!(worded.prompt + worded.antwoord + worded.kept.canonical).contains(secret), "\(secret) is kept")
        }
    }

    @Test func `a name that the model repeats is put back for who asked, and a place it made up is not shown`()
        async throws
    {
        let question = "Mevrouw Yilmaz vraagt uitstel. Hoeveel dagen uitstel geef ik?"
        let text = Desk.claims([
            ("Geef mevrouw [NAAM_1] hooguit 14 dagen uitstel.", "P1", Desk.quote),
            ("Geef mevrouw [NAAM_7] hooguit 14 dagen uitstel.", "P1", Desk.quote),
        ])
        let outcome = try await Desk.worded(
            try await Peer("zegt", text), question: question, names: ["Fatima Yilmaz"])

        #expect(outcome.worded?.zinnen.map(\.text) == ["Geef mevrouw Yilmaz hooguit 14 dagen uitstel."])
        #expect(outcome.worded?.weggelaten.map(\.flaw) == [.foreign])
    }
}
