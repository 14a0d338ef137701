/// For which zaaktype and at which steps sources are wanted; a source that names none is meant for all.
public struct SourceScope: Hashable, Sendable {
    public let zaaktype: String?
    public let steps: [String]

    public static let all = SourceScope(zaaktype: nil, steps: [])

    public init(zaaktype: String?, steps: [String]) {
        self.zaaktype = zaaktype
        self.steps = steps
    }

    /// Whether a source is meant for it, or for all.
    public func includes(_ document: LibraryDocument) -> Bool {
        if let zaaktype, !document.zaaktypes.isEmpty {
            guard document.zaaktypes.map(Folding.fold).contains(Folding.fold(zaaktype)) else { return false }
        }
        guard !steps.isEmpty, !document.steps.isEmpty else { return true }
        let places = document.steps.map(Folding.fold)
        return steps.contains { step in
            let step = Folding.fold(step)
            return places.contains { step == $0 || step.contains($0) }
        }
    }
}

extension LibraryDocument {
    /// The same document, meant for other zaaktypes and steps than it says of itself.
    public func meant(for zaaktypes: [String], at steps: [String]) -> LibraryDocument {
        var document = self
        (document.zaaktypes, document.steps) = (zaaktypes, steps)
        return document
    }
}
