public import Incasso
import Yams

/// The sentences that a draft answer is put together from (Content/post/antwoorden.yaml), by kind and language.
public struct Antwoordzinnen: Sendable {
    private let talen: [String: [String: String]]

    public init(yaml: String) throws { talen = try YAMLDecoder().decode([String: [String: String]].self, from: yaml) }

    /// What a draft fills in.
    public struct Gegevens: Sendable {
        public var zaaknummer: String
        public var saldo: String
        public var uiterlijk: String
        /// A month after it came in.
        public var maand: String
        /// What the sender says to be able to pay a month, and from when.
        public var aanbod: String?
        public var vanaf: String?
        /// Whom it goes to.
        public var aan: Poststuk.Ontvanger.Rol
        /// Whether the klant may be asked for money now.
        public var geld: Geldvraag
        /// Whether papers came with the mail.
        public var stukken: Bool
        /// Whether it goes to who wrote; what another must know of it only a person can say.
        public var isSchrijver: Bool

        public init(
            zaaknummer: String, saldo: String, uiterlijk: String, maand: String = "", aanbod: String? = nil,
            vanaf: String? = nil,
            aan: Poststuk.Ontvanger.Rol = .klant, geld: Geldvraag = .mag, stukken: Bool = false,
            isSchrijver: Bool = true
        ) {
            self.isSchrijver = isSchrijver
            (self.aan, self.geld, self.stukken, self.maand) = (aan, geld, stukken, maand)
            self.zaaknummer = zaaknummer
            self.saldo = saldo
            self.uiterlijk = uiterlijk
            self.aanbod = aanbod
            self.vanaf = vanaf
        }
    }

    /// What the sentences leave for a person to fill in: everything between square brackets.
    public var invulplekken: Set<String> {
        Set(
            talen.values.flatMap(\.values).flatMap { text in
                text.split(separator: "[", omittingEmptySubsequences: false).dropFirst().compactMap { part in
                    part.firstIndex(of: "]").map { "[" + part[...$0] }
                }
            })
    }

    /// A draft for these kinds, the most urgent first, without greeting and closing; a person reads and changes it.
    public func concept(_ soorten: Set<Mailsoort>, taal: Mailtaal, crisis: Bool, _ gegevens: Gegevens) -> String {
        let sentences = talen[taal == .engels ? "en" : "nl"] ?? [:]
        let kinds = Mailsoort.allCases.filter(soorten.contains).map(\.rawValue)
        let about = gegevens.isSchrijver ? (crisis ? ["crisis"] : []) + kinds : ["overig"]
        let keys = ["begin"] + about + ["slot"]
        return keys.compactMap { key in
            (gegevens.vormen.map { "\(key)_\($0)" } + [key]).lazy.compactMap { sentences[$0] }.first
        }.map { text in
            text.replacing("{zaak}", with: gegevens.zaaknummer).replacing("{saldo}", with: gegevens.saldo)
                .replacing("{uiterlijk}", with: gegevens.uiterlijk).replacing("{maand}", with: gegevens.maand)
                .replacing("{aanbod}", with: gegevens.aanbod ?? "").replacing("{vanaf}", with: gegevens.vanaf ?? "")
        }.joined(separator: "\n\n")
    }
}

extension Antwoordzinnen.Gegevens {
    /// The forms that a sentence may have for whom it goes to and what may be asked of them, the closest first; else it is as it stands
    /// for a klant who may be asked for money.
    fileprivate var vormen: [String] {
        guard isSchrijver else { return ["derde"] }
        let papers = stukken ? ["stukken"] : []
        switch aan {
        case .afzender: return papers.map { "ander_" + $0 } + ["ander"]
        case .vertegenwoordiger: return ["bekend", "ander"]
        case .klant: break
        }
        let offer = aanbod == nil ? [] : vanaf == nil ? ["aanbod"] : ["aanbod_vanaf"]
        switch geld {
        case .mag: return offer + ["klant"]
        case .wacht: return ["wacht", "klant"]
        case .niet: return ["niet", "klant"]
        }
    }
}
