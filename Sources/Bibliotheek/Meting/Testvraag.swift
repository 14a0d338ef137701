public import Basics
public import Database
import Journal
public import Procesbot
public import Zaken

/// A question with what a good advice on it holds, made by a person from a mended feedback.
public struct Testvraag: Hashable, Sendable, Identifiable {
    public let id: Identifier<Testvraag>
    public let vraag: String
    public let feiten: JSON
    public let bronnen: [String]
    public let woorden: [String]
    public let weigeren: Bool

    /// The question as the evaluation asks it.
    public var test: TestQuestion {
        TestQuestion(
            id: String(id.text.suffix(8)), vraag: vraag, feiten: feiten, bronnen: bronnen, woorden: woorden,
            weigering: weigeren ? "ja" : nil)
    }

    /// Makes a test question of a feedback.
    public struct Making: Sendable {
        public var terugkoppeling: Identifier<Terugkoppeling>
        public var bronnen: [String]
        public var woorden: [String]
        public var weigeren: Bool
        public var door: Medewerker

        public init(
            of terugkoppeling: Identifier<Terugkoppeling>, bronnen: [String], woorden: [String], weigeren: Bool,
            door: Medewerker
        ) {
            self.terugkoppeling = terugkoppeling
            self.bronnen = bronnen
            self.woorden = woorden
            self.weigeren = weigeren
            self.door = door
        }

        /// Whether an answer could be wrong: a question that asks nothing of its answer is always right.
        public var checksAnything: Bool { weigeren || !bronnen.isEmpty || !woorden.isEmpty }

        public func run(in act: Act) throws {
            guard let one = try act.tx.terugkoppelingen.find(terugkoppeling) else { throw AdviesRefusal.unknownAdvice }
            try act.tx.testvragen.add(self, of: one, id: act.newID(), at: act.now)
        }
    }
}

/// The test questions that people made, inside one transaction.
public struct TestvraagStore {
    let tx: Transaction

    public func all() throws -> [Testvraag] {
        try tx.rows("SELECT id, vraag, feiten, bronnen, woorden, weigeren FROM testvragen ORDER BY moment, id").map {
            row in
            Testvraag(
                id: try row["id"], vraag: try row["vraag"], feiten: try row["feiten"],
                bronnen: TestvraagStore.list(try row["bronnen"], "\n"),
                woorden: TestvraagStore.list(try row["woorden"], ","),
                weigeren: try row["weigeren"] as Int == 1)
        }
    }

    func add(_ one: Testvraag.Making, of feedback: Terugkoppeling, id: Identifier<Testvraag>, at now: Moment) throws {
        try tx.run(
            """
            INSERT INTO testvragen (id, terugkoppeling_id, vraag, feiten, bronnen, woorden, weigeren, moment, door)
            VALUES (\(id), \(feedback.id), \(feedback.vraag), \(feedback.gegevens()),
                \(one.bronnen.joined(separator: "\n")), \(one.woorden.joined(separator: ",")), \(one.weigeren ? 1 : 0),
                \(now), \(one.door.rawValue))
            """)
    }

    private static func list(_ text: String, _ mark: Character) -> [String] {
        text.split(separator: mark).map { $0.trimmingPrefix(while: \.isWhitespace) }.map(String.init)
    }
}

extension Transaction {
    public var testvragen: TestvraagStore { TestvraagStore(tx: self) }
}
