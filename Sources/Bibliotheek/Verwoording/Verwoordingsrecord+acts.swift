public import Basics
import Procesbot
public import Zaken

extension Verwoordingsrecord {
    /// A person has a question sent to a language model: kept before it leaves, within what the day may cost.
    public struct Sending: Sendable {
        public var vraag: Raadpleging
        /// The stand of the library that the advice was made from.
        public var stand: String
        public var model: String
        public var prompt: String
        /// The most it may cost, and the most that all of a day may cost.
        public var tokens: Int
        public var dayTokens: Int
        public var door: Medewerker

        public init(
            _ vraag: Raadpleging, stand: String, model: String, prompt: String, tokens: Int, dayTokens: Int,
            door: Medewerker
        ) {
            self.vraag = vraag
            self.stand = stand
            self.model = model
            self.prompt = prompt
            self.tokens = tokens
            self.dayTokens = dayTokens
            self.door = door
        }

        /// Nothing when the day has not so much left; then nothing may be sent.
        public func run(in act: Act) throws -> Identifier<Verwoordingsrecord>? {
            let store = act.tx.verwoordingen
            guard try store.take(tokens, of: dayTokens, on: act.today) else { return nil }
            let record = Verwoordingsrecord(
                id: act.newID(), moment: act.now, door: door.rawValue, zaak: vraag.zaak, model: model, prompt: prompt,
                antwoord: nil, tokens: tokens, uitkomst: nil)
            try store.add(record, kenmerk: vraag.kenmerk(stand))
            return record.id
        }
    }

    /// What came back, and what it cost.
    public struct Receiving: Sendable {
        public var id: Identifier<Verwoordingsrecord>
        public var antwoord: String
        public var tokens: Int
        public var uitkomst: JSON

        public init(id: Identifier<Verwoordingsrecord>, antwoord: String, tokens: Int, uitkomst: JSON) {
            self.id = id
            self.antwoord = antwoord
            self.tokens = tokens
            self.uitkomst = uitkomst
        }

        public func run(in act: Act) throws {
            try act.tx.verwoordingen.end(id, antwoord: antwoord, tokens: tokens, uitkomst: uitkomst)
        }
    }
}

extension Raadpleging {
    /// One question on one library, in figures that tell nothing of it.
    func kenmerk(_ stand: String) -> String {
        let parts: JSON = [.string(vraag), correcties.json, .string(zaak?.text ?? ""), .string(stand)]
        return LibraryDocument.hash(of: Array(parts.canonical.utf8))
    }
}
