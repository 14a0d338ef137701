import Basics
import Foundation
import Procesbot
import Testing

@testable import Taalmodel

/// A question on a small library, with an advice to word.
enum Desk {
    static let day = Day(number: 20_777)
    static let content: AdviserContent? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        do { return try AdviserContent(folder: root.deletingLastPathComponent().path + "/Content/adviseur") } catch {
            return nil
        }
    }()

    private static let plain: Result<Adviser, any Error> = Result { () throws -> Adviser in
        let content = try #require(Desk.content)
        let text = """
            # Uitstel

            ## 1 Duur

            Geef de klant uitstel van hooguit 14 dagen. Stuur in die tijd geen aanmaning.

            ## 2 Vertellen

            Vertel de klant dat er geen kosten bij komen. Bel bij vragen mevrouw Bakker op 010 123 45 67.
            """
        return try Adviser(Library([LibraryDocument(name: "uitstel.md", text: text)], words: content.words), content)
    }

    /// The adviser on that library, and on one more document.
    static func adviser(more: String = "") throws -> Adviser {
        guard !more.isEmpty else { return try plain.get() }
        var library = try plain.get().library
        library.insert(LibraryDocument(name: "mail.md", text: "# Mail\n\n## 1 Uitstel in een mail\n\n" + more))
        return try Adviser(library, try #require(content))
    }

    static let question = "De klant vraagt uitstel. Hoeveel dagen uitstel geef ik?"
    static let quote = "Geef de klant uitstel van hooguit 14 dagen."
    static let good = claims([("Geef de klant hooguit 14 dagen uitstel.", "P1", quote)])

    static func claims(_ all: [(text: String, passage: String, quote: String)]) -> String {
        let list = all.map {
            JSON.object([
                "tekst": .string($0.text), "passage": .string($0.passage), "citaat": .string($0.quote),
            ])
        }
        return JSON.object(["stappen": .array(list)]).canonical
    }

    static func settings(_ peer: Peer) -> TaalmodelSettings {
        TaalmodelSettings(
            url: peer.base, model: "klein", key: "sleutel-geheim", patience: .seconds(600), pause: .milliseconds(1))
    }

    struct Outcome {
        let advice: Advice
        let worded: Verwoording?
        let seen: [Peer.Seen]
    }

    static func worded(
        _ peer: Peer, question: String = question, more: String = "", names: [String] = [], facts: JSON? = nil,
        change: (inout TaalmodelSettings) -> Void = { _ in },
        onClaim: @escaping @Sendable (Verwoording.Oordeel) async -> Void = { _ in }
    ) async throws -> Outcome {
        let adviser = try adviser(more: more)
        let advice = adviser.advise(question, facts: facts, on: day)
        var settings = settings(peer)
        change(&settings)
        var worded: Verwoording?
        if let opgave = try Opgave(advice, vraag: question, names: names, adviser) {
            worded = await Verwoorder(settings, adviser).verwoord(opgave, onClaim: onClaim)
        }
        return Outcome(advice: advice, worded: worded, seen: try await peer.seen())
    }
}
