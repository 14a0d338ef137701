public import Basics

extension Advice {
    /// The advice as the command line and the interface give it.
    public var json: JSON {
        .object([
            "route": .array(route.map(\.json)), "also": .array(also.map(\.json)), "facts": .array(facts.map(\.json)),
            "missing": .array(missing.map(\.json)),
            "conflicts": .array(conflicts.map(\.json)), "refused": refused?.json ?? .null,
            "confidence": .number(confidenceNumber),
            "certainty": .string(certainty.rawValue), "tell": .array(tell.map(\.json)),
            "handover": .array(handover.map(\.json)),
            "readAs": .array(readAs.map { .object(["written": .string($0.written), "meant": .string($0.meant)]) }),
            "date": .string(day.description), "near": .array(near.map(\.json)),
        ])
    }

    private var confidenceNumber: Decimal128 {
        Decimal128(coefficient: Int128((confidence * 100).rounded()), exponent: -2) ?? Decimal128(0)
    }
}

extension AdviceStep {
    var json: JSON {
        var fields: [String: JSON] = [
            "step": .string(step), "why": .string(why), "sources": .array(sources.map(\.json)),
            "facts": .array(facts.map(JSON.string)),
        ]
        if isExcluded { fields["excluded"] = .bool(true) }
        return .object(fields)
    }
}

extension QuotedSource {
    var json: JSON {
        var fields: [String: JSON] = [
            "document": .string(document), "title": .string(title), "version": .string(hash),
            "heading": .string(heading), "quote": .string(quote),
            "from": .number(Decimal128(range.lowerBound)), "to": .number(Decimal128(range.upperBound)),
        ]
        fields["edition"] = edition.map(JSON.string)
        fields["page"] = page.map { .number(Decimal128($0)) }
        return .object(fields)
    }
}

extension FoundFact {
    /// The fact as the interface gives it.
    public var json: JSON { .object(["fact": .string(fact), "value": value, "origin": .string(origin)]) }
}

extension MissingFact {
    var json: JSON { .object(["fact": .string(fact), "question": .string(question)]) }
}

extension SourceConflict {
    var json: JSON { .object(["about": .string(about), "sources": .array(sources.map(\.json))]) }
}

extension Refusal {
    var json: JSON {
        .object(["reason": .string(reason.rawValue), "explanation": .string(explanation), "instead": .string(instead)])
    }
}
