import Basics
import Foundation
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
        Set(words.table.flatMap { area, texts in texts.keys.map { "\(area).\($0)" } })
    }

    private func parts(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{[a-z0-9]+\}/).map { String($0.0) })
    }
}
