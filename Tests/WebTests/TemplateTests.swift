import Foundation
import Testing

@testable import Web

@Suite("Templates")
struct TemplateTests {
    let files: [String: String]
    let words: Words

    init() throws {
        files = try Content.files(in: Content.folder.appending(path: "templates"), ending: ".mustache")
        words = try Self.shipped.get()
    }

    /// Read once: the tests only look at them.
    private static let shipped = Result { try Words(.nl, directory: Content.folder.appending(path: "teksten").path) }

    @Test(arguments: Gallery.pages.map(PageKind.init))
    func `every name in a template is in its page, and every fragment exists`(_ kind: PageKind) {
        var walk = TemplateWalk(files)
        var root = kind.shape
        root = root.joined(
            .parts(["shell": Shape(PageTree.unfold(Shell.sample)), "t": Shape(words.branch)]))
        walk.walk(kind.template, [root])
        #expect(walk.problems.sorted() == [])
    }

    @Test(arguments: Gallery.pages.map(PageKind.init))
    func `every part of a page is filled by its sample or one of its variants`(_ kind: PageKind) {
        #expect(kind.shape.unfilled() == [])
    }

    @Test func `every template belongs to a page or is a fragment`() {
        let used = Set(Gallery.pages.map { $0.template + ".mustache" })
        let pages = files.keys.filter {
            !($0.split(separator: "/").last ?? "").hasPrefix("_") && $0 != "layout.mustache"
        }
        #expect(pages.filter { !used.contains($0) }.sorted() == [])
    }

    @Test func `every form that acts carries the visitor's token`() {
        let forms = files.flatMap { name, text in
            text.components(separatedBy: "<form").dropFirst().map { (name, $0.prefix { $0 != "\n" }, $0) }
        }
        for (name, head, text) in forms where text.prefix(400).contains("method=\"post\"") && head.contains("post") {
            #expect(text.components(separatedBy: "</form>")[0].contains("{{> _csrf}}"), "\(name): \(head)")
        }
    }

    @Test func `no template carries a script, a style or a handler of its own`() {
        for (name, text) in files {
            for forbidden in ["<style", " style=", " onclick=", "javascript:"] {
                #expect(!text.contains(forbidden), "\(name) has \(forbidden)")
            }
            let scripts = text.components(separatedBy: "<script").dropFirst()
            #expect(scripts.allSatisfy { $0.contains("src=") }, "\(name)")
        }
    }

    @Test func `every page draws in both languages without a missing text`() async throws {
        let templates = try Templates(directory: Content.folder.appending(path: "templates").path)
        let dictionaries = try Dictionaries(directory: Content.folder.appending(path: "teksten").path)
        for entry in Gallery.entries {
            for language in Language.allCases {
                let html = try draw(entry.page, templates, dictionaries[language])
                #expect(html.hasPrefix("<!doctype html>"), "\(entry.name)")
                #expect(!html.contains("⟨"), "\(entry.name) in \(language)")
            }
        }
    }

    private func draw(_ page: some Page, _ templates: Templates, _ words: Words) throws -> String {
        try templates.draw(page, words: words, shell: .sample)
    }
}

/// A type of page, as the argument of a test.
struct PageKind: Sendable, CustomTestStringConvertible {
    let type: any Page.Type

    var template: String { type.template }
    var testDescription: String { template }
    var shape: Shape { type.shape }
}

extension Page {
    static var shape: Shape {
        variants.reduce(Shape(PageTree.unfold(sample))) { $0.joined(Shape(PageTree.unfold($1.page))) }
    }
}

extension Shell {
    static let sample = Shell(
        language: "nl", web: "/web/0", csrf: "0", here: "/", search: "/zoeken",
        navigation: [Link(label: "Werkvoorraad", path: "/werkvoorraad", current: true, code: "werkvoorraad")],
        languages: [Link(label: "Nederlands", path: "", current: true, code: "nl")],
        user: User(name: "Anja Voorbeeld", initials: "AV", role: "Casemanager"),
        flash: Flash(text: "Gedaan.", isProblem: false),
        clock: Clock(now: "di 9 juni 11:05", today: "2026-07-01", steps: [.init(label: "Een dag verder", value: "dag")])
    )
}
