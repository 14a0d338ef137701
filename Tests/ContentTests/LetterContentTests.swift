import Foundation
import Incasso
import Kanalen
import Testing

@Suite("The words of the letters")
struct LetterContentTests {
    /// What article 6:96 of the Civil Code and the Supreme Court ask of the letter before costs.
    @Test(arguments: [
        (
            "nl",
            [
                "binnen 15 dagen nadat deze brief bij u is bezorgd", "incassokosten", "{{kosten.totaal}}",
                "{{saldo.hoofdsom}}",
                "{{termijn.eindigt}}", "artikel 6:96", "Besluit vergoeding voor buitengerechtelijke incassokosten",
                "De uiterste betaaldatum is voorbij", "kan deze btw niet verrekenen", "over wat nog open is",
                "delen/vorderingen_nl", "delen/betaalgegevens_nl", "delen/contact_nl", "delen/hulp_nl",
            ]
        ),
        (
            "en",
            [
                "within 15 days after this letter has been delivered to you", "collection costs", "{{kosten.totaal}}",
                "{{saldo.hoofdsom}}", "{{termijn.eindigt}}", "article 6:96", "cannot set off this VAT",
                "delen/vorderingen_en", "delen/betaalgegevens_en", "delen/contact_en", "delen/hulp_en",
            ]
        ),
    ])
    func `the 14-day letter holds all that the law asks`(language: String, needed: [String]) throws {
        let text = try Content.text("sjablonen/veertiendagenbrief/brief_\(language).mustache")
        for words in needed { #expect(text.contains(words), "\(words)") }
    }

    @Test(arguments: ["nl", "en"])
    func `the code to scan asks the amount that the letter says`(language: String) throws {
        for template in try LetterTemplates(folder: Content.folder + "/sjablonen").all {
            let text = try Content.text("sjablonen/\(template.code)/brief_\(language).mustache")
            guard text.contains("delen/betaallink_\(language)") else { continue }
            let path = Brief.amountAsked(by: template.code).joined(separator: ".")
            #expect(text.contains("<dd class=\"groot\">{{\(path)}}</dd>"), "\(template.code) asks \(path)")
        }
    }

    @Test func `a term never runs from the day of sending`() throws {
        let text = try Content.text("sjablonen/veertiendagenbrief/brief_nl.mustache")
        for wrong in ["vanaf vandaag", "na dagtekening", "na verzending", "binnen 14 dagen"] {
            #expect(!text.contains(wrong), "\(wrong)")
        }
    }

    @Test func `the second reminder offers to let the municipality help, and asks`() throws {
        let text = try Content.text("sjablonen/aanmaning/brief_nl.mustache")
        for words in [
            "gemeente", "contactgegevens en de hoogte van de achterstand", "Vindt u dat goed", "Wilt u het niet",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test(arguments: ["nl", "en"])
    func `every letter names who sends it and how to reach a person and help`(language: String) throws {
        let layout = try Content.text("sjablonen/opmaak_\(language).mustache")
        for fact in ["naam", "adres.regel", "telefoon", "email", "kvk", "wki"] {
            #expect(layout.contains("{{schuldeiser.\(fact)}}"), "\(fact)")
        }
        for template in try LetterTemplates(folder: Content.folder + "/sjablonen").all {
            let text = try Content.text("sjablonen/\(template.code)/brief_\(language).mustache")
            // The inventory goes to a bailiff.
            let isToPerson = template.code != "dossier_inventaris"
            #expect(text.contains("delen/hulp_\(language)") == isToPerson, "\(template.code)")
            #expect(text.contains("schuldeiser.telefoon") || text.contains("delen/contact"), "\(template.code)")
        }
    }

    @Test func `sentences are short and do not threaten`() throws {
        for template in try LetterTemplates(folder: Content.folder + "/sjablonen").all {
            let words = try Content.text("sjablonen/\(template.code)/brief_nl.mustache").sentences
            let mean = Double(words.map(\.count).reduce(0, +)) / Double(max(1, words.count))
            #expect(mean < 12, "\(template.code): \(mean)")
            for sentence in words { #expect(sentence.count <= 25, "\(sentence.joined(separator: " "))") }
            let text = words.flatMap(\.self).joined(separator: " ").lowercased()
            for word in [
                "genoodzaakt", "verzuim", "sommeren", "rechtsmaatregelen", "onverwijld", "gedwongen", "helaas",
            ] {
                #expect(!text.contains(word), "\(template.code): \(word)")
            }
        }
    }
}

extension String {
    /// The sentences outside tags and tables, as words.
    fileprivate var sentences: [[String]] {
        let plain = replacingOccurrences(
            of: "<table>.*?</table>|\\{\\{[#^/<>$].*?\\}\\}", with: " ", options: .regularExpression
        )
        .replacingOccurrences(of: "</(p|h2|li|div)>", with: ". ", options: .regularExpression)
        .replacingOccurrences(of: "<[^>]*>", with: " ", options: .regularExpression)
        return plain.components(separatedBy: CharacterSet(charactersIn: ".!?:"))
            .map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }.filter { $0.count > 2 }
    }
}
