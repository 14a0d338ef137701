import Basics
import Postvak
import Procesbot

/// Notes of a talk cut into what came up and what follows, in whatever order they were typed; the draft of its report is made
/// of them.
struct Gespreksnotities {
    /// What came up and what was agreed, each on a line of its own.
    let besproken: String
    /// That we or the klant get in touch again, and how.
    let vervolg: [String]
    /// The day of that, where the notes name one to come.
    let op: Day?
    /// Who sought the contact, where a clause begins with it.
    let beller: Beller?

    enum Beller: String { case klant, wij }

    init(_ notes: String, after today: Day) {
        let clauses = Self.clauses(of: notes)
        let next = clauses.filter(Self.isNext)
        vervolg = next.filter { !Self.isAgreed($0) }
        let told = vervolg
        let rest = clauses.filter { !told.contains($0) }
        // Why there was contact comes first, also where it was typed last.
        let why = rest.first { Self.beller($0) != nil }
        besproken = ([why].compactMap(\.self) + rest.filter { $0 != why }).joined(separator: "\n")
        op = Ingangsdag.named(in: next.joined(separator: ". "), after: today)
        beller = why.flatMap(Self.beller)
    }

    /// A fact with since or until when it holds, as its clause goes on: `50 per maand` becomes `50 per maand vanaf 1 december`.
    func whole(_ fact: String) -> String {
        guard let clause = besproken.split(separator: "\n").first(where: { $0.contains(fact) }),
            let range = clause.firstRange(of: fact)
        else { return fact }
        let rest = clause[range.upperBound...]
        let word = rest.split(separator: " ").first.map { $0.lowercased() } ?? ""
        guard rest.first == " ", Self.terms.contains(word) else { return fact }
        let end = rest.firstIndex { ",;".contains($0) } ?? rest.endIndex
        return fact + String(rest[..<end].reversed().drop { ". ".contains($0) }.reversed())
    }

    /// What a fact tells of what came up: where it was read over the end of a clause, each clause by itself.
    func parts(of fact: String) -> [String] {
        Self.clauses(of: fact).filter { part in !vervolg.contains { $0.hasPrefix(part) || part.hasPrefix($0) } }
    }

    /// What stands between full stops, semicolons and ends of lines; a stop within an amount or a day ends nothing.
    private static func clauses(of notes: String) -> [String] {
        var found: [String] = [""]
        let signs = Array(notes)
        for (place, sign) in signs.enumerated() {
            let goesOn = place + 1 < signs.count && !signs[place + 1].isWhitespace
            if sign.isNewline || sign == ";" {
                found.append("")
            } else {
                found[found.endIndex - 1].append(sign)
                if ".!?".contains(sign), !goesOn { found.append("") }
            }
        }
        return found.map(\.trimmingSpace).filter { !$0.isEmpty }
    }

    /// Whether a clause says that there is contact again.
    private static func isNext(_ clause: String) -> Bool {
        let words = clause.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if !contact.isDisjoint(with: words) { return true }
        let calls = !calling.isDisjoint(with: words)
        return calls && (words.contains("terug") || words.contains("opnieuw") || words.contains("weer"))
            || wishes.contains { wish in words.contains(wish) } && !called.isDisjoint(with: words)
    }

    /// Whether it was agreed in so many words; then it stays with what was agreed.
    private static func isAgreed(_ clause: String) -> Bool {
        let words = clause.lowercased().split { !$0.isLetter }.map(String.init)
        return words.contains { $0.hasPrefix("afgesproken") || $0.hasPrefix("afspra") || $0.hasPrefix("beloof") }
    }

    /// `klant belt over`, `ik bel hem`: who began it.
    private static func beller(_ clause: String) -> Beller? {
        let words = clause.lowercased().split { !$0.isLetter }.prefix(3).map(String.init)
        guard words.count > 1, !calling.isDisjoint(with: words.dropFirst()), let first = words.first else { return nil }
        if ours.contains(first) { return .wij }
        return theirs.contains(first) ? .klant : nil
    }

    private static let terms: Set<String> = ["vanaf", "per", "sinds", "tot", "met", "from", "since", "until"]
    private static let contact: Set<String> = [
        "terugbellen", "nabellen", "terugbelafspraak", "vervolggesprek", "terugmailen", "vervolgafspraak",
    ]
    private static let calling: Set<String> = ["bel", "belt", "bellen", "belde", "belden", "mail", "mailt", "mailen"]
    private static let wishes: Set<String> = ["wil", "graag", "liever", "kan", "mag", "moet"]
    private static let called: Set<String> = ["gebeld", "teruggebeld", "gemaild"]
    private static let ours: Set<String> = ["ik", "wij", "we"]
    private static let theirs: Set<String> = ["klant", "hij", "zij", "ze", "mevrouw", "meneer", "mw", "mevr", "dhr"]
}
