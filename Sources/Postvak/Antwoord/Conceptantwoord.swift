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
        /// What the sender says to be able to pay a month, and from when.
        public var aanbod: String?
        public var vanaf: String?

        public init(
            zaaknummer: String, saldo: String, uiterlijk: String, aanbod: String? = nil, vanaf: String? = nil
        ) {
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
                text.split(separator: "[").dropFirst().compactMap { part in
                    part.firstIndex(of: "]").map { "[" + part[...$0] }
                }
            })
    }

    /// A draft for these kinds, the most urgent first, without greeting and closing; a person reads and changes it.
    public func concept(_ soorten: Set<Mailsoort>, taal: Mailtaal, crisis: Bool, _ gegevens: Gegevens) -> String {
        let sentences = talen[taal == .engels ? "en" : "nl"] ?? [:]
        let kinds = Mailsoort.allCases.filter(soorten.contains).map(\.rawValue)
        let offer = gegevens.aanbod == nil ? "" : gegevens.vanaf == nil ? "_aanbod" : "_aanbod_vanaf"
        let keys = ["begin"] + (crisis ? ["crisis"] : []) + kinds.map { $0 == "regeling" ? $0 + offer : $0 } + ["slot"]
        return keys.compactMap { sentences[$0] }.map { text in
            text.replacing("{zaak}", with: gegevens.zaaknummer).replacing("{saldo}", with: gegevens.saldo)
                .replacing("{uiterlijk}", with: gegevens.uiterlijk)
                .replacing("{aanbod}", with: gegevens.aanbod ?? "").replacing("{vanaf}", with: gegevens.vanaf ?? "")
        }.joined(separator: "\n\n")
    }
}
