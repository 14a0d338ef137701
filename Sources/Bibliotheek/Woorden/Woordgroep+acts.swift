public import Basics
import Journal
public import Zaken

extension Woordgroep {
    /// The process owner says what words mean the same, or what they fall under; advice follows at once.
    public struct Adding: Sendable {
        public var woorden: [String]
        /// The wider word; nothing where all mean the same.
        public var onder: String?
        public var door: Medewerker

        public static let most = 20
        public static let longest = 60

        public init(woorden: [String], onder: String?, door: Medewerker) {
            self.woorden = woorden.filter { !$0.allSatisfy(\.isWhitespace) }
            self.onder = onder
            self.door = door
        }

        @discardableResult
        public func run(in act: Act) throws -> Woordgroep {
            let words = try checked(in: act)
            let groep = Woordgroep(id: act.newID(), onder: onder, woorden: words, moment: act.now, door: door.rawValue)
            try act.tx.woordgroepen.add(groep)
            let all = words + [onder].compactMap(\.self)
            try act.tellLibrary(groep.id, "woorden_toegevoegd", ["woorden": .string(all.joined(separator: ", "))])
            return groep
        }

        /// The words, each once, or why they are refused; nothing is kept of them.
        func checked(in act: Act) throws -> [String] {
            var seen: Set<String> = []
            let words = woorden.filter { seen.insert($0.lowercased()).inserted }
            let least = onder == nil ? 2 : 1
            guard words.count >= least else { throw WoordRefusal.tooFew(least) }
            let all = words + [onder].compactMap(\.self)
            guard words.count <= Adding.most, all.allSatisfy({ $0.count <= Adding.longest }) else {
                throw WoordRefusal.tooMany(words: Adding.most, letters: Adding.longest)
            }
            let isKnown = try act.tx.woordgroepen.all().contains {
                $0.onder == onder && Set($0.woorden.map { $0.lowercased() }) == seen
            }
            guard !isKnown else { throw WoordRefusal.known }
            return words
        }
    }

    /// The process owner takes added words away again.
    public struct Ending: Sendable {
        public var groep: Identifier<Woordgroep>

        public init(groep: Identifier<Woordgroep>) { self.groep = groep }

        public func run(in act: Act) throws {
            guard let known = try act.tx.woordgroepen.all().first(where: { $0.id == groep }),
                try act.tx.woordgroepen.end(groep, at: act.now)
            else { throw WoordRefusal.unknown }
            try act.tellLibrary(
                groep, "woorden_vervallen", ["woorden": .string(known.woorden.joined(separator: ", "))])
        }
    }
}

extension Act {
    /// Words are part of the library: who has read it reads it again.
    fileprivate func tellLibrary(_ groep: Identifier<Woordgroep>, _ kind: String, _ content: JSON) throws {
        try tx.bronnen.mark("\(kind) \(groep.text) \(now)")
        try record(kind, of: Subject(kind: "woordgroep", id: groep.text), content)
    }
}
