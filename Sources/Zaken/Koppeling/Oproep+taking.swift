import Basics
import Engine
import Journal

extension Oproep {
    /// What became of a call.
    public enum Uitkomst: String, Hashable, Sendable {
        /// On its way to who awaits it.
        case onderweg
        /// A zaak begins with it.
        case begint
        /// It waits for who will await it.
        case wacht
    }

    /// What the caller hears.
    public struct Antwoord: Hashable, Sendable {
        public let uitkomst: Uitkomst
        /// The number of the message or signal, as journals have it.
        public let nummer: String
        /// Whether the same call was taken before; nothing happened this time.
        public var isHerhaald = false
    }

    /// A koppeling gives a message or signal, once by its id.
    public struct Ontvangst: Sendable {
        public var oproep: Oproep
        public var van: Koppeling

        public init(_ oproep: Oproep, van: Koppeling) {
            self.oproep = oproep
            self.van = van
        }

        /// How long it is remembered what a caller gave under an id, in days.
        static let onthouden: Int64 = 90

        @discardableResult
        public func run(in act: Act) throws -> Antwoord {
            let names = oproep.soort == .bericht ? van.berichten : van.signalen
            guard names.contains(oproep.naam) else { throw Oproepfout.nietToegestaan(veld: oproep.soort.rawValue) }
            if let before = try act.tx.oproepen.find(oproep, of: van.code) { return before }
            let answer = try oproep.soort == .bericht ? message(in: act) : signal(in: act)
            try act.tx.oproepen.keep(oproep, of: van.code, answer, at: act.now)
            let content: JSON = [
                "id": .string(oproep.id), "soort": .string(oproep.soort.rawValue), "naam": .string(oproep.naam),
                "uitkomst": .string(answer.uitkomst.rawValue), "nummer": .string(answer.nummer),
            ]
            try act.record("oproep_ontvangen", of: Subject(kind: Koppeling.subject, id: van.code), content)
            return answer
        }

        private func message(in act: Act) throws -> Antwoord {
            let named = try oproep.zaak.flatMap { try act.tx.zaken.find(nummer: $0) }
            if oproep.zaak != nil, named == nil { throw Oproepfout.niemandWacht }
            let message = Procesbericht(oproep, van: van, zaak: named?.id, in: act)
            if oproep.zaak == nil, message.adressen(in: act).isEmpty {
                throw Oproepfout.onjuist(veld: "sleutel", .bestemming)
            }
            let nummer = message.id.text
            switch try message.go(to: message.route(in: act), in: act) {
            case .zaak: return Antwoord(uitkomst: .onderweg, nummer: nummer)
            case .begin: return Antwoord(uitkomst: .begint, nummer: nummer)
            case .wacht where oproep.zaak == nil: return Antwoord(uitkomst: .wacht, nummer: nummer)
            case .vast: throw Oproepfout.nietEenduidig
            case .wacht, .verlopen, .niemand: throw Oproepfout.niemandWacht
            }
        }

        private func signal(in act: Act) throws -> Antwoord {
            let signal = Processignaal(
                id: act.newID(), naam: oproep.naam, variabelen: oproep.inhoud, van: nil, afzender: van.code, keten: [],
                werk: .deal(after: 0, upTo: 0))
            try signal.order(in: act)
            return Antwoord(uitkomst: .onderweg, nummer: signal.id.text)
        }
    }
}

extension Procesbericht {
    /// A message that a koppeling gives.
    fileprivate init(_ oproep: Oproep, van: Koppeling, zaak: Identifier<Zaak>?, in act: Act) {
        self.init(
            id: act.newID(), naam: oproep.naam, sleutel: oproep.sleutel, variabelen: oproep.inhoud, van: zaak,
            afzender: van.code, keten: [],
            verloopt: oproep.geldig.map { act.now.adding($0) } ?? Procesbericht.bewaard(from: act.now), werk: .expire)
    }
}
