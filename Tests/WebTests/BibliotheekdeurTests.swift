import Basics
import Bibliotheek
import Engine
import Foundation
import Hummingbird
import Testing
import Zaken

@testable import Web

/// Drawings and tables that a person brings to the library.
@Suite("A drawing or table for the library")
struct BibliotheekdeurTests {
    @Test func `a table or drawing that could not count is refused in the library too, with what is wrong`()
        async throws
    {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/bibliotheek")
            let table = try BeslissingTests.shipped().replacing("<text>&gt; 0</text>", with: "<text>&gt; (</text>")
            let drawing = try ProcesTests.shipped().replacing("=wikVerstuurd", with: "=wik (")
            for (name, text) in [("raar.dmn", table), ("raar.bpmn", drawing)] {
                let answer = try await site.upload("/bibliotheek", fields: [:], file: name, text)
                #expect(answer.status == .unprocessableContent, "\(name)")
                let page = String(buffer: answer.body)
                #expect(page.contains("dus de procesbot mag het niet aanhalen") && page.contains("Regel "), "\(name)")
                #expect(try await site.office.read { try $0.bronnen.find(naam: name) } == nil)
            }
            let sound = try BeslissingTests.shipped()
            let taken = try await site.upload("/bibliotheek", fields: [:], file: "goed.dmn", sound)
            #expect(taken.status == .seeOther)
        }
    }

    @Test func `a text that differs in one word is not called the same text`() async throws {
        try await Site.open { site in
            try await site.signIn("cora")
            _ = try await site.get("/bibliotheek")
            let text =
                "# Uitstel\n\n" + (1...40).map { "Regel \($0) van het uitstel voor klanten." }.joined(separator: "\n\n")
            _ = try await site.upload("/bibliotheek", fields: [:], file: "een.md", text)
            let other = try await site.upload(
                "/bibliotheek", fields: [:], file: "twee.md", text.replacing("Regel 7 ", with: "Regel zeven "))
            let page = try await site.page(try #require(other.headers[.location]))
            #expect(
                page.contains("Bijna dezelfde tekst, maar niet precies")
                    && !page.contains("Dezelfde tekst staat er ook"))
        }
    }
}
