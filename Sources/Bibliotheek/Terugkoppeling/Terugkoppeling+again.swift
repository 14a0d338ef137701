public import Basics
public import Procesbot

extension Terugkoppeling {
    /// What was known of the case when it was asked, to ask it again as it was: with the step at which its zaak stood.
    public func gegevens(klant: Bool = true) -> JSON {
        let zaak = facts(from: ["zaak"])
        let steps =
            advies["stap"].elements
            ?? zaak.compactMap { fact in
                fact.hasPrefix(Self.step) ? .string(String(fact.dropFirst(Self.step.count))) : nil
            }
        let others = texts(facts(from: klant ? ["klant", "given"] : ["given"]))
        guard !zaak.isEmpty || !steps.isEmpty else { return others }
        let known = texts(zaak.filter { !$0.hasPrefix(Self.step) })
        return ["zaak": ["stap": .array(steps), "feiten": known], "feiten": others]
    }

    private static let step = "stap "

    /// What was known so, and not denied.
    private func facts(from origins: Set<String>) -> [String] {
        (advies["facts"].elements ?? []).filter {
            origins.contains($0["origin"].text ?? "") && $0["value"] == .bool(true)
        }.compactMap { $0["fact"].text }
    }

    private func texts(_ all: [String]) -> JSON { .array(all.map { .string($0) }) }

    /// How an advice on the same question differs from the one that was remarked on.
    public func verschil(met advice: Advice) -> Antwoordverschil {
        let (then, now) = (advies["route"].elements?.compactMap { $0["step"].text } ?? [], advice.route.map(\.step))
        guard then.first == now.first else { return .anders(van: then.first, naar: now.first) }
        return then == now ? .gelijk : .verderop
    }
}

/// What became other in an answer.
public enum Antwoordverschil: Hashable, Sendable {
    case gelijk
    /// The first step is the same, a later one is not.
    case verderop
    /// The first step is another; nothing where there was or is none.
    case anders(van: String?, naar: String?)
}
