import Basics
import Procesbot

/// Judges claims one by one against the passages that were given: what is not supported is dropped.
struct Rechtspraak {
    private let opgave: Opgave
    private let adviser: Adviser
    private var perPassage: [String: Int] = [:]

    /// More claims than this say nothing new.
    static let most = 30
    private static let mostPerPassage = 2

    init(_ opgave: Opgave, _ adviser: Adviser) {
        self.opgave = opgave
        self.adviser = adviser
    }

    mutating func judge(_ claim: JSON) -> Verwoording.Oordeel {
        let masked = claim["tekst"].text ?? ""
        do { return .zin(try supported(masked, claim)) } catch let flaw as ClaimFlaw {
            return .weggelaten(.init(masked: masked, flaw: flaw))
        } catch { return .weggelaten(.init(masked: masked, flaw: .foreign)) }
    }

    private mutating func supported(_ masked: String, _ claim: JSON) throws -> Verwoording.Zin {
        guard let passage = opgave.passages.first(where: { $0.name == claim["passage"].text }),
            perPassage[passage.name, default: 0] < Self.mostPerPassage
        else { throw ClaimFlaw.unknownPassage }
        let masker = opgave.masker
        let text = try masker.restore(masked)
        guard text.firstMatch(of: /\[[A-Z]+_\d+\]/) == nil else { throw ClaimFlaw.foreign }
        let quote = try masker.restore(claim["citaat"].text ?? "")
        let bare = try masker.restore(masker.nameless(masked))
        let source = try adviser.cited(bare, quoting: quote, from: passage)
        perPassage[passage.name, default: 0] += 1
        return Verwoording.Zin(text: text, masked: masked, source: source)
    }
}
