import Basics

/// Of several starts only one can be without a trigger; else it is not known where to begin (13.2).
func oneStartIsPlain(_ place: CheckedScope) -> [Diagnostic] {
    let plain = place.nodes.filter { $0.startEvent?.triggers == Triggers.none }
    return plain.dropFirst().map {
        let message: Phrase = "is a second plain start; with both, all of them begin at once"
        return Diagnostic(.warning, "several-plain-starts", $0, message)
    }
}
