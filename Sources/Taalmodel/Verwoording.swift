public import Basics
public import Procesbot

/// An advice in the words of a language model, as far as each claim held; else why the embedded words stand.
public struct Verwoording: Sendable {
    /// One claim, in clear words, with the words of the passage that support it.
    public struct Zin: Sendable {
        public let text: String
        let masked: String
        public let source: QuotedSource
    }

    /// A claim that its passage does not support.
    public struct Weggelaten: Sendable {
        let masked: String
        public let flaw: ClaimFlaw
    }

    /// What became of one claim.
    public enum Oordeel: Sendable {
        case zin(Zin)
        case weggelaten(Weggelaten)
    }

    /// What left the house, masked; and what came back, as it came.
    public let prompt: String
    public internal(set) var antwoord = ""
    public internal(set) var tokens = 0
    public internal(set) var oordelen: [Oordeel] = []
    public internal(set) var fault: TaalmodelFault?

    public init(prompt: String, oordelen: [Oordeel] = [], fault: TaalmodelFault? = nil) {
        self.prompt = prompt
        self.oordelen = oordelen
        self.fault = fault
    }

    public var zinnen: [Zin] {
        oordelen.compactMap { if case .zin(let one) = $0 { one } else { nil } }
    }

    public var weggelaten: [Weggelaten] {
        oordelen.compactMap { if case .weggelaten(let one) = $0 { one } else { nil } }
    }

    /// What became of the answer, still masked, as it is kept with an advice.
    public var kept: JSON {
        [
            "terugval": fault.map { .string($0.name) } ?? .null,
            "zinnen": .array(zinnen.map { $0.json(text: $0.masked) }),
            "weggelaten": .array(
                weggelaten.map { ["tekst": .string($0.masked), "reden": .string($0.flaw.rawValue)] }),
        ]
    }

    /// For who asked: in clear words, with the sources.
    public func json(model: String) -> JSON {
        [
            "model": .string(model), "terugval": fault.map { .string($0.name) } ?? .null, "tokens": JSON(tokens),
            "zinnen": .array(zinnen.map { $0.json(text: $0.text) }),
            "weggelaten": .array(weggelaten.map { ["reden": .string($0.flaw.rawValue)] }),
            "prompt": .string(prompt), "antwoord": .string(antwoord),
        ]
    }
}

extension Verwoording.Zin {
    fileprivate func json(text: String) -> JSON {
        [
            "tekst": .string(text), "document": .string(source.document), "kop": .string(source.heading),
            "citaat": .string(source.quote), "van": JSON(source.range.lowerBound), "tot": JSON(source.range.upperBound),
            "versie": .string(source.hash),
        ]
    }
}
