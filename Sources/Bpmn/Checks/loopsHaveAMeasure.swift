import Basics

/// A multi-instance activity says how often; a loop says until when.
func loopsHaveAMeasure(_ place: CheckedScope) -> [Diagnostic] {
    place.nodes.compactMap { node in
        switch node.activity?.loop {
        case .multiInstance(let many)
        where many.cardinality == nil && many.collection == nil && many.loopDataInput == nil:
            let message: Phrase = "is done several times, but not how often; give it a cardinality or a collection"
            return Diagnostic(place.whenRun, "loop-without-measure", node, message)
        case .multiInstance(let many) where many.cardinality?.isNoCount ?? false:
            let message: Phrase = "is done \(many.cardinality?.text ?? "") times; give a whole number of 0 or more"
            return Diagnostic(place.whenRun, "loop-cardinality", node, message)
        case .standard(let loop) where loop.condition == nil && loop.maximum == nil:
            let message: Phrase = "repeats without a condition or maximum; a person will say when it is done"
            return Diagnostic(.note, "loop-without-measure", node, message)
        case .multiInstance, .standard, nil: return nil
        }
    }
}

extension ModelExpression {
    /// Whether it is a plain number that counts nothing.
    fileprivate var isNoCount: Bool {
        Double(text.trimmed).map { $0 < 0 || $0 != $0.rounded() } ?? false
    }
}
