public import Basics

extension AdviceEvaluation {
    /// The figures and, per question, what differed.
    public var json: JSON {
        .object([
            "routes": .object([
                "right": whole(routesRight), "of": whole(routes), "wronglyRefused": whole(wronglyRefused),
            ]),
            "firstSteps": .object(["right": whole(firstRight), "of": whole(routes)]),
            "refusals": .object(["right": whole(refusalsRight), "of": whole(refusals)]),
            "sources": .object([
                "recallAt1": share(recall(at: 1)), "recallAt5": share(recall(at: 5)), "hitAt1": share(hits(at: 1)),
                "hitAt5": share(hits(at: 5)),
            ]),
            "quotes": .object(["right": whole(quotesRight), "of": whole(quotes)]),
            "calibration": .array(
                calibration.map {
                    .object([
                        "from": share($0.from), "count": whole($0.count), "right": whole($0.right),
                        "firstRight": whole($0.firstRight),
                    ])
                }),
            "certainty": .array(
                certainties.map {
                    .object([
                        "said": .string($0.said.rawValue), "count": whole($0.count),
                        "firstRight": whole($0.firstRight), "later": whole($0.later),
                    ])
                }),
            "questions": .array(results.map(\.json)),
        ])
    }

    private func whole(_ number: Int) -> JSON { .number(Decimal128(number)) }
    private func share(_ value: Double) -> JSON { QuestionResult.share(value) }
}

extension QuestionResult {
    static func share(_ value: Double) -> JSON {
        .number(Decimal128(coefficient: Int128((value * 1_000).rounded()), exponent: -3) ?? Decimal128(0))
    }

    var json: JSON {
        .object([
            "id": .string(id), "right": .bool(isRight), "refused": reason.map(JSON.string) ?? .null,
            "first": first.map(JSON.string) ?? .null, "firstRight": .bool(isFirstRight),
            "confidence": Self.share(confidence), "known": Self.share(Double(support.known)),
            "unknown": Self.share(Double(support.unknown)),
            "figures": .array(support.row.map { Self.share(Double($0)) }),
            "firstFigures": .array(firstStep.row.map { Self.share(Double($0)) }),
            "cited": .array(cited.map(JSON.string)), "expected": .array(expected.map(JSON.string)),
            "differences": .array(differences.map(JSON.string)),
        ])
    }
}
