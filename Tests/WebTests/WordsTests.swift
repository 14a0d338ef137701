import Basics
import Foundation
import Incasso
import Recht
import Testing

@testable import Web

@Suite("Words")
struct WordsTests {
    let nl: Words
    let en: Words

    init() throws {
        let folder = Content.folder.appending(path: "teksten").path
        nl = try Words(.nl, directory: folder)
        en = try Words(.en, directory: folder)
    }

    @Test func `every text exists in Dutch and in English`() {
        #expect(keys(nl).subtracting(keys(en)).sorted() == [])
        #expect(keys(en).subtracting(keys(nl)).sorted() == [])
    }

    @Test func `both languages fill in the same parts`() {
        for key in keys(nl).sorted() {
            #expect(parts(nl.text(key) ?? "") == parts(en.text(key) ?? ""), "\(key)")
        }
    }

    @Test func `every key that the code names exists`() throws {
        let sources = try Content.files(in: Content.sources, ending: ".swift").values.joined(separator: "\n")
        let named = sources.matches(of: /words\("([a-z_]+\.[a-z0-9_]+)"/).map { String($0.1) }
        #expect(named.filter { nl.text($0) == nil }.sorted() == [])
        let flashes = sources.matches(of: /Flash\("([a-z0-9_]+)"/).map { "flash." + String($0.1) }
        #expect(flashes.filter { nl.text($0) == nil }.sorted() == [])
    }

    @Test func `what a reader, check or engine says is in English there, and has Dutch with the same parts`() {
        let sentences = nl.keys(of: "findings")
        #expect(sentences.count > 100 && en.keys(of: "findings").isEmpty)
        for sentence in sentences {
            #expect(parts(nl.text("findings.\(sentence)") ?? "") == parts(sentence), "\(sentence)")
        }
    }

    /// A word of the exchange model for early signals (DDAS), which is Dutch already.
    private static let ofTheModel = "Nog niet opgepakt"

    @Test(arguments: ["Xml", "Bpmn", "Dmn", "Feel", "Engine", "Exchange", "Zaken", "Recht", "Postvak", "Bibliotheek"])
    func `every sentence that these rooms say of a file or formula has Dutch words`(room: String) throws {
        let folder = Content.root.appending(path: "Sources").appending(path: room)
        let known = Set(nl.keys(of: "findings"))
        for (path, source) in try Content.files(in: folder, ending: ".swift") where !path.contains("Stored") {
            let untold = SwiftPhrases(source).found.filter { !known.contains($0) && $0 != Self.ofTheModel }
            #expect(untold == [], "\(room)/\(path)")
        }
    }

    @Test func `a sentence is said in the reader's language with its own parts, pieces of it too`() {
        let kind: Phrase = "a number"
        let phrase: Phrase = "\(kind) cannot be called"
        #expect(
            phrase.description == "a number cannot be called" && nl(phrase) == "een getal kan niet aangeroepen worden")
        #expect(en(phrase) == "a number cannot be called")
        let said: Phrase = "there is no variable \"\("{1}")\""
        #expect(nl(said) == "er is geen gegeven “{1}”")
        #expect(Phrase(json: phrase.json) == phrase && Phrase(json: "oud")?.description == "oud")
        #expect(nl(Phrase(quoting: "as another library says it")) == "as another library says it")
    }

    @Test func `what is wrong with a legal table is told in the reader's language`() throws {
        let folder = Content.folder.appending(path: "recht")
        let flaws = #expect(throws: RechtTableFlaws.self) {
            try RechtTables(reading: { name in
                try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                    .replacing("termijnDagen: 15", with: "termijnDagen: 13")
            })
        }
        let said = try #require(flaws?.flaws.first?.message)
        #expect(nl(said) == "een termijn die korter is dan die van de wet, werkt niet")
        let refusal = RechtsrijRefusal.unusable([said, "missing: \("bron")"])
        #expect(refusal.sentence(nl).contains("werkt niet; ontbreekt: bron"))
        #expect(refusal.sentence(en).contains("a term shorter than the law's has no effect; missing: bron"))
    }

    @Test func `a part is filled in once, and never looked into`() {
        let parts = ["a": "{b}", "b": "x"]
        #expect("{a} en {b} en {c} {".filled { parts[String($0)] } == "{b} en x en {c} {")
        #expect("{{a}}".filled { parts[String($0)] } == "{{b}}")
    }

    @Test func `amounts are written as each reader writes them`() {
        #expect(nl.money(Money(cents: 127_652)) == "€\u{A0}1.276,52")
        #expect(en.money(Money(cents: 127_652)) == "€1,276.52")
        #expect(nl.money(Money(cents: -5)) == "−€\u{A0}0,05")
        #expect(nl.money(Money(cents: 123_456_789_00)) == "€\u{A0}123.456.789,00")
    }

    @Test func `days are named near and far`() throws {
        let today = try #require(Day("2026-06-09"))
        #expect(nl.day(today, today: today) == "di 9 juni")
        #expect(nl.day(today.adding(years: -1), today: today) == "ma 9 juni 2025")
        #expect(nl.distance(to: today, from: today) == "vandaag")
        #expect(nl.distance(to: today + 3, from: today) == "over 3 dagen")
        #expect(nl.distance(to: today - 1, from: today) == "1 dag te laat")
    }

    private func keys(_ words: Words) -> Set<String> {
        Set(words.table.filter { $0.key != "findings" }.flatMap { area, texts in texts.keys.map { "\(area).\($0)" } })
    }

    private func parts(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{[a-z0-9]+\}/).map { String($0.0) })
    }
}
