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

        public init(zaaknummer: String, saldo: String, uiterlijk: String) {
            self.zaaknummer = zaaknummer
            self.saldo = saldo
            self.uiterlijk = uiterlijk
        }
    }

    /// A draft for these kinds, the most urgent first, without greeting and closing; a person reads and changes it.
    public func concept(_ soorten: Set<Mailsoort>, taal: Mailtaal, crisis: Bool, _ gegevens: Gegevens) -> String {
        let sentences = talen[taal == .engels ? "en" : "nl"] ?? [:]
        let kinds = Mailsoort.allCases.filter(soorten.contains).map(\.rawValue)
        let keys = ["begin"] + (crisis ? ["crisis"] : []) + kinds + ["slot"]
        return keys.compactMap { sentences[$0] }.map { text in
            text.replacing("{zaak}", with: gegevens.zaaknummer).replacing("{saldo}", with: gegevens.saldo)
                .replacing("{uiterlijk}", with: gegevens.uiterlijk)
        }.joined(separator: "\n\n")
    }
}
