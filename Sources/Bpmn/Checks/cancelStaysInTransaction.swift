import Basics

/// Only inside a transaction can an end event cancel it (10.5.3).
func cancelStaysInTransaction(_ place: CheckedScope) -> [Diagnostic] {
    if case .transaction = place.subProcess?.kind { return [] }
    return place.nodes.filter { $0.outcomes.contains(.cancel) }.map {
        Diagnostic(
            .error, "cancel-outside-transaction", $0, "cancels, but stands in no transaction; use an error instead")
    }
}
